import { beforeAll, describe, expect, it } from "vitest";
import { findAgreement, listAgreements } from "@/lib/agreements/queries";
import { loadAgreement, recordDiscrepancy } from "@/lib/agreements/service";
import { db } from "@/lib/db/client";
import { actorOf, type Actor } from "@/lib/kernel/actor";
import { ensureSystemUsers } from "@/lib/people/service";
import { registerPlace, registerUnit } from "@/lib/places/service";
import { registerSource, registerSpeaker } from "@/lib/sources/service";
import { sourceInput } from "@/lib/sources/schema";
import { aDueDate, anAgreementInput, anObligationInput } from "../../support/agreement-builders";

const now = new Date("2026-11-24T12:00:00Z");
let importer: Actor;
let admin: Actor;

const source = sourceInput.parse({ key: "one", publisher: "A publisher", title: null, publishedOn: "2020-11-10", url: null, basis: "excerpt", kind: "LEGAL_TEXT", alignment: "UNKNOWN" });

beforeAll(async () => {
  const users = await ensureSystemUsers();
  const found = users.ok ? users.value.get("reference-import@system.invalid") : undefined;
  if (!found) throw new Error("no importer");
  importer = found;
  admin = actorOf({ ...found, email: "operator@system.invalid", role: "ADMIN" });
  await registerSource(importer, source, now);
  await registerSpeaker(importer, { code: "AA", name: "Side A", side: "AA", rootGroup: "AA", kind: "PARTY", isParty: true }, now);
});

const whole = anAgreementInput({
  code: "AGR-T-1",
  sources: ["one"],
  textVersions: [{ key: "v1", language: "en", publisher: "P", publishedOn: "2020-11", source: "one", note: null, clauses: [{ number: 1, text: "In our words.", differs: true, note: "differs" }] }],
  obligations: [
    anObligationInput({ code: "T1-1a", dependsOn: ["T1-1b"], obligorSides: ["AA"], sources: ["one"], deadlines: [aDueDate({ standing: "SUPERSEDED" }), aDueDate({ dueOn: "2020-11-25", origin: "AMENDMENT", instrument: "ORAL_OR_UNILATERAL", acceptance: "ACCEPTED_BY_ALL", setOn: "2020-11-15" })] }),
    anObligationInput({ code: "T1-1b" }),
  ],
});

describe("loading an agreement", () => {
  it("keeps the whole of it and an audit entry per duty", async () => {
    expect(await loadAgreement(importer, whole, now)).toMatchObject({ ok: true });
    const view = await findAgreement("AGR-T-1");
    expect(view).toMatchObject({
      code: "AGR-T-1", signedOn: "2020-11-09", isDemonstration: true,
      clauses: [{ number: 1, obligations: ["T1-1a", "T1-1b"] }],
      textVersions: [{ key: "v1", source: { key: "one" }, clauses: [{ number: 1, differs: true }] }],
      obligations: [{ code: "T1-1a", dependsOn: ["T1-1b"], deadlines: [{ dueOn: "2020-11-15", standing: "SUPERSEDED" }, { dueOn: "2020-11-25", acceptance: "ACCEPTED_BY_ALL" }] }, { code: "T1-1b" }],
    });
    expect(await db().auditEntry.count({ where: { event: "obligation.loaded", actorId: importer.userId } })).toBe(2);
    expect((await listAgreements()).map((row) => row.code)).toContain("AGR-T-1");
  });

  it.each([
    ["a code that is taken", { code: "AGR-T-1" }, { kind: "conflict", reason: expect.stringContaining("AGR-T-1") as string }],
    ["a source that nobody registered", { sources: ["nowhere"] }, { kind: "invalid", errors: [{ path: "sources", message: expect.stringContaining("nowhere") as string }] }],
    ["a side that nobody registered", { obligations: [anObligationInput({ code: "T2-1a", obligorSides: ["ZZ"] })] }, { kind: "invalid", errors: [{ message: expect.stringContaining("ZZ") as string }] }],
    ["an earlier instrument that is not loaded", { obligations: [], links: [{ to: "AGR-LATER", relation: "FOLLOWS" as const, note: null }] }, { kind: "invalid", errors: [{ path: "links.0.to", message: expect.stringContaining("AGR-LATER") as string }] }],
    ["duties that wait for each other", { obligations: [anObligationInput({ code: "T2-1a", dependsOn: ["T2-1b"] }), anObligationInput({ code: "T2-1b", dependsOn: ["T2-1a"] })] }, { kind: "invalid" }],
  ])("refuses %s and keeps nothing of it", async (_what, over, refusal) => {
    const before = await db().auditEntry.count();
    const result = await loadAgreement(importer, anAgreementInput({ code: "AGR-T-2", obligations: [], ...over }), now);
    expect(result).toMatchObject({ ok: false, refusal });
    expect(await db().agreement.count({ where: { code: "AGR-T-2" } })).toBe(0);
    expect(await db().auditEntry.count()).toBe(before);
  });

  it("the database refuses a circle too", async () => {
    const [a, b] = await Promise.all(["T1-1a", "T1-1b"].map((code) => db().obligation.findUniqueOrThrow({ where: { code } })));
    await expect(db().obligationDependency.create({ data: { obligationId: b?.id ?? 0, dependsOnId: a?.id ?? 0 } })).rejects.toThrow(/circular dependency/);
  });
});

describe("reference data is the product's own", () => {
  it("no administrator loads it, the command line's neither", async () => {
    const unit = { code: "AZE-1", iso: null, name: "U", local: null, country: "AZE" };
    const place = { key: "p", kind: "TOWN" as const, unit: null, lat: 1, lon: 1, precisionKm: 1, note: null, confidence: "verified-page" as const, coordinateSource: "x", namesNeedReview: true, names: [] };
    const attempts = [
      () => loadAgreement(admin, anAgreementInput({ code: "AGR-T-3" }), now),
      () => registerSource(admin, { ...source, key: "two" }, now),
      () => registerUnit(admin, unit, now),
      () => registerPlace(admin, place, now),
      () => recordDiscrepancy(admin, { code: "D-90", topic: "t", seedText: "s", publicText: "p", effect: "e", obligations: [], agreements: [], sources: [] }, now),
    ];
    for (const attempt of attempts) expect(await attempt()).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
  });

  it("a key is taken once", async () => expect(await registerSource(importer, source, now)).toMatchObject({ ok: false, refusal: { kind: "conflict" } }));
  it("a discrepancy names only what is loaded", async () =>
    expect(await recordDiscrepancy(importer, { code: "D-91", topic: "t", seedText: "s", publicText: "p", effect: "e", obligations: ["XX-1a"], agreements: [], sources: [] }, now)).toMatchObject({ ok: false, refusal: { kind: "invalid", errors: [{ path: "obligations" }] } }));
});
