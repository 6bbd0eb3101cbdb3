import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { bundleFault, nextStep, versionText, type Link, type SealedVersion } from "@/lib/audit/chain/domain";
import { importStatusCodes } from "@/lib/codelists/import-status";
import { copyText } from "@/lib/db/bulk";
import { restoredView, updatedView, givenContent } from "@/lib/imports/commit/rewriting/domain";
import { errorHeader, errorRow } from "@/lib/imports/errors/domain";
import { headersText } from "@/lib/imports/mapping/domain";
import { importScopeOf, mayImport, maySeeImport, whyNotImportCommand } from "@/lib/imports/policy";
import { importCommands, importTable, isEnded, isUnderWay, nextStatus } from "@/lib/imports/run/domain";
import { choicesOf, importUploadFields, mapText } from "@/lib/imports/schema";
import { filledSnapshot, markedSnapshot, stagedContent, type Names } from "@/lib/imports/staging/domain";
import { settled, type Target } from "@/lib/imports/staging/settling/domain";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { roles } from "@/lib/kernel/actor";
import { anActor, aView, fixedNow } from "../../support/incident-builders";
import { anImportedIncident } from "../../support/import-builders";

describe("who may do what to an import", () => {
  const own = { authorId: 99, teamId: 10, restriction: null };
  test.each(roles)("%s", (role) => {
    const actor = anActor(role);
    const writes = role === "ANALYST" || role === "REVIEWER";
    expect(mayImport(actor)).toBe(writes);
    for (const command of importCommands) {
      expect(whyNotImportCommand(actor, command, own) === undefined).toBe(writes);
      const ofColleague = { ...own, authorId: 1 };
      expect(whyNotImportCommand(actor, command, ofColleague) === undefined).toBe(role === "REVIEWER" && (command === "undo" || command === "cancel"));
      expect(whyNotImportCommand(actor, command, { ...ofColleague, teamId: 11 }) === undefined).toBe(false);
    }
    const scope = importScopeOf(actor);
    const sees = (over: object) => scope !== undefined && maySeeImport(scope, { ...own, authorId: 1, ...over });
    const seesAll = role === "REVIEWER" || role === "AUDITOR";
    expect([sees({}), sees({ teamId: 11 }), sees({ restriction: "ACLED_TERMS" }), sees({ teamId: 11, restriction: "ACLED_TERMS" })]).toEqual([seesAll || role === "ANALYST", seesAll, seesAll || role === "ANALYST", false]);
  });
});

describe("the life of an import", () => {
  it("ends in undone or cancelled, and nothing leads back into a written one", () => {
    expect(importStatusCodes.filter((status) => Object.keys(importTable[status]).length === 0)).toEqual(["UNDONE", "CANCELLED"]);
    expect(importStatusCodes.filter((status) => isEnded(status))).toEqual(["COMMITTED", "UNDONE", "CANCELLED"]);
    expect(importCommands.filter((command) => nextStatus("COMMITTED", command) !== undefined)).toEqual(["undo"]);
    expect(importStatusCodes.filter((status) => Object.values(importTable[status]).includes("COMMITTED"))).toEqual(["COMMITTING"]);
  });
  it("can be stopped wherever a job works on it", () => {
    for (const status of importStatusCodes.filter(isUnderWay)) expect(nextStatus(status, "cancel")).toBe("CANCELLED");
  });
});

describe("a row that is held against what is on file", () => {
  const row = { result: "accepted", reasons: [], digest: "a", externalId: "X", hasContent: true } as const;
  const target: Target = { id: 7, reference: "TL-000007", version: 2, workflow: "DRAFT", isKnown: true, mayEdit: true, hasMergedLines: false, importedDigest: "b", importedVersion: 2, changed: ["title"] };
  const outcome = (over: { row?: object; target?: object; twin?: boolean; like?: boolean }) =>
    settled({ row: { ...row, ...over.row, reasons: [] }, target: over.target === undefined ? undefined : { ...target, ...over.target }, twin: over.twin ? { id: 1, reference: "TL-000001" } : undefined, like: over.like ? { id: 2, reference: "TL-000002", why: "The same day." } : undefined });
  test.each([
    ["is created where nothing is there", {}, "CREATE", null, []],
    ["is rejected as it was read", { row: { result: "rejected" }, target: {} }, "REJECT", null, []],
    ["is skipped where the file repeats itself", { row: { result: "duplicate" } }, "SKIP", null, []],
    ["is skipped where an import made a record of its content", { twin: true }, "SKIP", null, ["already_on_record"]],
    ["is held where another record is like it", { like: true }, "HOLD", "CREATE", ["near_duplicate"]],
    ["is held without an offer where no record can be made of it", { row: { result: "needsReview", hasContent: false } }, "HOLD", null, []],
    ["updates what an import wrote last", { target: {} }, "UPDATE", null, []],
    ["is skipped where the digest is that of the last import", { target: { importedDigest: "a" } }, "SKIP", null, ["already_on_record"]],
    ["is skipped where no field differs", { target: { changed: [] } }, "SKIP", null, ["already_on_record"]],
    ["is held where a person wrote the record", { target: { importedVersion: null, importedDigest: null } }, "HOLD", "UPDATE", ["written_by_hand"]],
    ["is held where a person edited it since", { target: { version: 3 } }, "HOLD", "UPDATE", ["edited_since"]],
    ["is held while it is under review", { target: { workflow: "IN_REVIEW" } }, "HOLD", "UPDATE", ["under_review"]],
    ["is held for good where it is published", { target: { workflow: "PUBLISHED" } }, "HOLD", null, ["published_on_record"]],
    ["is held for good where it is closed", { target: { workflow: "REJECTED" } }, "HOLD", null, ["closed_on_record"]],
    ["is held for good where others were merged into it", { target: { hasMergedLines: true } }, "HOLD", null, ["merged_on_record"]],
    ["is rejected where another's record bears its id", { target: { isKnown: false } }, "REJECT", null, ["external_id_taken"]],
  ] as const)("%s", (...[, over, effect, offer, codes]) => {
    const { reasons, ...rest } = outcome(over);
    expect([rest.effect, rest.offer, reasons.map((reason) => reason.code)]).toEqual([effect, offer, codes]);
  });
});

describe("the snapshot of a record on its way in", () => {
  const names: Names = { source: () => undefined, speaker: () => undefined, place: (name) => (name === "Parukh" ? { id: 3, unitCode: "AZE-1739", kind: "SETTLEMENT", label: "Farrukh / Parukh", forms: ["Farrukh", "Parukh"] } : undefined) };
  const known = { id: 1234567, reference: "TL-1234567", at: "2026-11-24T12:00:00.000Z", workflow: "SUBMITTED" } as const;
  it("is canonical once its marks are filled in, whatever a text holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }).filter((text) => !text.includes("\u0000")), (text) => {
        const { view } = stagedContent({ ...anImportedIncident(), title: `x${text}`, narrative: String.raw`"\u0000id"` + text }, names);
        const filled = filledSnapshot(markedSnapshot({ view }, { authorId: 5, teamId: 6 }), known);
        const parsed = JSON.parse(filled) as Record<string, unknown>;
        expect(filled).toBe(canonicalJson(parsed));
        expect(parsed).toEqual({ ...JSON.parse(JSON.stringify(view)) as object, id: known.id, reference: known.reference, createdAt: known.at, updatedAt: known.at, workflow: known.workflow, contentVersion: 1, authorId: 5, lastEditorId: 5, teamId: 6, confidence: null, note: null });
      }),
    );
  });
  it("has no number with an exponent", () => {
    const { view } = stagedContent({ ...anImportedIncident(), place: { name: null, unit: null, lat: 1e-7, lon: -1e-9, precision: "L1_EXACT" } } as ReturnType<typeof anImportedIncident>, names);
    expect(view.place).toMatchObject({ lat: 0, lon: 0 });
  });
});

describe("a record that an import writes over", () => {
  const before = aView({ workflow: "SUBMITTED", sensitivity: "S2_RESTRICTED", verification: "V0_UNASSESSED" });
  it("keeps its number and mark, and begins its review anew", () => {
    const after = updatedView(before, { ...givenContent(before), title: "Other", sensitivity: "S0_PUBLIC" }, fixedNow);
    expect(after).toMatchObject({ id: before.id, title: "Other", sensitivity: "S2_RESTRICTED", version: before.version + 1, workflow: "SUBMITTED" });
    // What reviewers had found fell away with their review, and is what somebody entered again.
    const entered = before.obligations.map(({ code }) => ({ code, relation: "POSSIBLE_BREACH", effect: "NONE" }));
    expect(after && givenContent(restoredView(after, before, fixedNow))).toEqual({ ...givenContent(before), obligations: entered });
  });
  it("is not one that is published", () => {
    expect(updatedView(aView({ workflow: "PUBLISHED" }), givenContent(before), fixedNow)).toBeUndefined();
  });
});

describe("what a sender says of a file", () => {
  it("is a mapping alone or all choices, as JSON", () => {
    expect(mapText.parse('{"Datum":"event_date","Rest":null}')).toEqual({ map: { Datum: "event_date", Rest: null } });
    expect(mapText.parse('{"map":{"Datum":"event_date"},"dateOrder":"DMY"}')).toEqual({ map: { Datum: "event_date" }, dateOrder: "DMY" });
    expect(mapText.safeParse("no json").success).toBe(false);
    expect(mapText.safeParse('{"Datum":5}').success).toBe(false);
  });
  it("has sensible gaps", () => {
    const fields = importUploadFields.parse({ dryRun: "", map: "" });
    expect(fields).toMatchObject({ format: "auto", dryRun: false, commitAs: "DRAFT" });
    expect(choicesOf(importUploadFields.parse({ format: "acled" }))).toEqual({ format: "acled" });
    expect(importUploadFields.safeParse({ dryRun: "maybe" }).success).toBe(false);
    expect(importUploadFields.safeParse({ commitAs: "PUBLISHED" }).success).toBe(false);
  });
});

it("headers are one set whatever their order, case and spacing", () => {
  expect(headersText(["Event Date", "type "])).toBe(headersText(["TYPE", "event_date"]));
  expect(headersText(["a"])).not.toBe(headersText(["b"]));
});

it("a row of the error file tells what is wrong before the cells as they stood", () => {
  const reasons = [{ code: "invalid_date", column: "event_date", value: "2021-02-30", message: "No such day." }, { code: "no_coordinates", column: null, value: null, message: "No point." }];
  expect(errorHeader(["event_date"])).toEqual(["import_record", "import_result", "import_column", "import_value", "import_reason", "event_date"]);
  expect(errorRow({ record: 4, result: "rejected", reasons, cells: { event_date: "2021-02-30" } }, ["event_date", "title"])).toEqual([4, "rejected", "event_date | ", "2021-02-30 | ", "invalid_date: No such day. | no_coordinates: No point.", "2021-02-30", null]);
});

it("a cell on its way into a table keeps every letter", () => {
  expect([copyText(null), copyText("a\tb\\c\nd\re"), copyText(5), copyText(false), copyText(['a"b', "c\\d"]), copyText([1, 2]), copyText([])]).toEqual(["\\N", "a\\tb\\\\c\\nd\\re", "5", "false", String.raw`{"a\\"b","c\\\\d"}`, "{1,2}", "{}"]);
});

describe("a bundle of the audit", () => {
  const digest = (text: string) => `<${text.length}>`;
  const version = (incidentId: number): SealedVersion => ({ incidentId, version: 1, event: "incident.imported", actorId: 1, recordedAt: fixedNow, snapshotText: `{"title": "T${"x".repeat(incidentId)}"}` });
  const versions = [version(1), version(2)];
  const leaves = versions.map((one) => `${one.incidentId}:1 ${digest(versionText(one))}`).join("\n");
  const link: Link = { seq: 1, entryId: "9", recordHash: digest(leaves), prevHash: "0".repeat(64), hash: "h", entry: undefined, version: undefined, bundleId: 4, leaves };
  it("names the version that was changed, removed or put in", () => {
    expect(bundleFault(link, versions, digest)).toBeUndefined();
    expect(bundleFault(link, [version(1), { ...version(2), snapshotText: "{}" }], digest)).toMatchObject({ kind: "version-changed", incidentId: "2", seq: 1, entryId: "9" });
    expect(bundleFault(link, [version(1)], digest)).toMatchObject({ kind: "version-missing", incidentId: "2", version: "1" });
    expect(bundleFault(link, [...versions, version(3)], digest)).toEqual({ kind: "version-unsealed", incidentId: "3", version: "1" });
  });
  it("is itself what the entry sealed", () => {
    const entry = { id: "9", at: fixedNow, actorId: 1, event: "import.sealed", subjectType: "import", subjectId: "1", dataText: '{"bundle": 4}' };
    const step = (over: Partial<Link>) => nextStep({ seq: 0, hash: "0".repeat(64) }, { ...link, entry, ...over }, (text) => (text.startsWith("{") ? "h" : digest(text)));
    expect(step({})).toMatchObject({ ok: true });
    expect(step({ leaves: `${leaves} ` })).toMatchObject({ ok: false, fault: { kind: "bundle-changed", bundle: 4 } });
    expect(step({ leaves: undefined })).toMatchObject({ ok: false, fault: { kind: "bundle-missing" } });
  });
});
