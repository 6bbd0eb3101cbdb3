import { beforeAll, describe, expect, it } from "vitest";
import { exportAgreement, importAgreement, previewAgreement } from "@/lib/agreements/file/service";
import { recordDiscrepancy } from "@/lib/agreements/service";
import { findAgreement, listAgreements } from "@/lib/agreements/queries";
import { obligationKindCodes } from "@/lib/codelists/obligation-kind";
import { getBoard, listBoardAgreements } from "@/lib/compliance/queries";
import { db } from "@/lib/db/client";
import { actorOf, type Actor } from "@/lib/kernel/actor";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { ensureSystemUsers } from "@/lib/people/service";
import { registerPlace, registerUnit } from "@/lib/places/service";
import { registerSource } from "@/lib/sources/service";
import { aDueDate, aFileText, anAgreementInput, anObligationInput } from "../../support/agreement-builders";
import { aRiverFile, riverAgreement, riverDuties, someSources, someSpeakers } from "../../support/agreement-files";
import { theAccount } from "../../support/accounts";

const now = new Date("2026-11-24T12:00:00Z");
let analyst: Actor;
let reviewer: Actor;

const rows = async () => ({
  audit: await db().auditEntry.count(), agreements: await db().agreement.count(), duties: await db().obligation.count(), dates: await db().deadline.count(), speakers: await db().speaker.count(), sources: await db().source.count(),
});
const eventsOf = async (actor: Actor, since: bigint): Promise<string[]> => (await db().auditEntry.findMany({ where: { actorId: actor.userId, id: { gt: since } }, orderBy: { id: "asc" } })).map((entry) => entry.event);
const lastEntry = async (): Promise<bigint> => (await db().auditEntry.findFirst({ orderBy: { id: "desc" }, select: { id: true } }))?.id ?? 0n;
const amendment = aDueDate({ dueOn: "2019-07-31", origin: "AMENDMENT", instrument: "WRITTEN_JOINT", acceptance: "ACCEPTED_BY_ALL", setOn: "2019-06-20", setBy: "Both sides", basis: "An exchange of letters." });

beforeAll(async () => {
  analyst = await theAccount("analyst");
  reviewer = await theAccount("reviewer");
});

describe("an agreement of another conflict", () => {
  it("is previewed, and nothing of it is kept", async () => {
    const before = await rows();
    const preview = await previewAgreement(analyst, aRiverFile(), now);
    expect(preview).toMatchObject({ ok: true, value: { errors: [], report: { code: "AGR-RIVER-2019", outcome: "CREATED", counts: { speakers: { added: 3, unchanged: 0 }, obligations: { added: 11 }, deadlines: { added: 1 }, discrepancies: { added: 1 } } } } });
    expect(await rows()).toEqual(before);
  });

  it("loads with its speakers, sources and a duty of every kind, each with its audit entry", async () => {
    const before = await lastEntry();
    expect(await importAgreement(analyst, aRiverFile(), now)).toMatchObject({ ok: true, value: { outcome: "CREATED", additions: [] } });
    const view = await findAgreement("AGR-RIVER-2019");
    expect(view).toMatchObject({ conflict: "River", isDemonstration: false, clauses: [{ number: 1 }, { number: 2 }], textVersions: [{ key: "mission-en", source: { key: "river_text" } }], discrepancies: [{ code: "D-RIVER-01" }] });
    expect(view?.obligations.map((duty) => duty.kind)).toEqual([...obligationKindCodes]);
    expect((await listAgreements()).map((row) => row.code)).toContain("AGR-RIVER-2019");
    const events = await eventsOf(analyst, before);
    expect(events.filter((event) => event === "obligation.loaded")).toHaveLength(11);
    expect(new Set(events)).toEqual(new Set(["reference.loaded", "source.registered", "agreement.imported", "agreement.loaded", "obligation.loaded", "discrepancy.recorded"]));
  });

  it("has a board that works without a line of new code", async () => {
    expect((await listBoardAgreements()).map((row) => row.code)).toContain("AGR-RIVER-2019");
    const { items } = await getBoard({ agreement: "AGR-RIVER-2019", asOf: calendarDate("2019-07-15") });
    const stateOf = (kind: string) => items.find((item) => item.kind === kind);
    expect(items).toHaveLength(11);
    expect(stateOf("MILESTONE")).toMatchObject({ state: "I0_NOT_INITIATED", timeliness: "OVERDUE" });
    // Watched all along, and no record of a breach.
    expect(stateOf("STANDING_NEGATIVE")).toMatchObject({ state: "C_HOLDING" });
    expect(stateOf("TERM")).toMatchObject({ nextDate: "2021-02-01" });
  });

  it("comes out as it went in, but for the order of what has none", async () => {
    const out = await exportAgreement("AGR-RIVER-2019");
    expect(out.ok && (JSON.parse(out.value) as unknown)).toMatchObject({ formatVersion: 1, speakers: [{ code: "MISSION7" }, { code: "NORTH" }, { code: "SOUTH" }], agreement: { code: "AGR-RIVER-2019" } });
    expect(out.ok && (await importAgreement(analyst, out.value, now))).toMatchObject({ ok: true, value: { outcome: "UNCHANGED" } });
  });
});

describe("the same file again", () => {
  it("changes nothing and says so", async () => {
    const before = await rows();
    expect(await importAgreement(reviewer, aRiverFile(), now)).toMatchObject({ ok: true, value: { outcome: "UNCHANGED", counts: { obligations: { added: 0, unchanged: 11 } } } });
    expect(await rows()).toEqual(before);
  });

  it.each([
    ["another status", aRiverFile({ status: "over" }), { path: "agreement.status", code: "changed", onRecord: "in force", inFile: "over", line: expect.any(Number) as number }],
    ["another kind of a duty", aRiverFile({ obligations: riverDuties("RIVER-1a", () => ({ kind: "EXCHANGE" })) }), { path: "agreement.obligations.0.kind", code: "changed", onRecord: "MILESTONE", inFile: "EXCHANGE" }],
    ["another due date", aRiverFile({ obligations: riverDuties("RIVER-1a", () => ({ deadlines: [aDueDate({ dueOn: "2019-07-01", setOn: "2019-05-01" })] })) }), { code: "removed", path: "agreement.obligations.0.deadlines", onRecord: expect.stringContaining("2019-06-30") as string }],
    ["a duty left out", aRiverFile({ obligations: riverAgreement().obligations.slice(1) }), { code: "removed", path: "agreement.obligations", onRecord: expect.stringContaining("RIVER-1a") as string }],
    ["another name of a speaker", aRiverFile({}, { speakers: someSpeakers.map((row) => ({ ...row, name: `${row.name}, renamed` })) }), { path: "speakers.0.name", code: "changed", onRecord: "Northern side", inFile: "Northern side, renamed" }],
    ["another address of a source", aRiverFile({}, { sources: someSources.map((row) => ({ ...row, url: "https://example.org/other" })) }), { path: "sources.0.url", code: "changed" }],
    ["another effect of a discrepancy", aRiverFile({}, { discrepancies: [{ code: "D-RIVER-01", topic: "t", seedText: "s", publicText: "p", effect: "e", obligations: ["RIVER-1a"], agreements: ["AGR-RIVER-2019"], sources: [] }] }), { path: "discrepancies.0.effect", code: "changed" }],
  ])("with %s is refused with what is on record", async (_what, text, problem) => {
    const before = await rows();
    expect(await importAgreement(analyst, text, now)).toMatchObject({ ok: false, refusal: { kind: "invalid", errors: expect.arrayContaining([expect.objectContaining(problem)]) as unknown } });
    expect(await previewAgreement(analyst, text, now)).toMatchObject({ ok: true, value: { report: null, errors: expect.arrayContaining([expect.objectContaining(problem)]) as unknown } });
    expect(await rows()).toEqual(before);
  });
});

describe("a file with more than the record", () => {
  const extended = () =>
    aRiverFile({
      obligations: [
        ...riverDuties("RIVER-1a", ({ deadlines }) => ({ deadlines: [...deadlines.map((row) => ({ ...row, standing: "SUPERSEDED" as const })), amendment] })).map((duty) =>
          duty.code === "RIVER-1b"
            ? { ...duty, interpretations: [{ holder: "Southern side", reading: "Patrols are firing too.", statedOn: "2019-08", source: "river_more" }], coverage: duty.coverage.map((row) => ({ ...row, toOn: "2020-01-31" })), dependsOn: ["RIVER-2f"] }
            : duty,
        ),
        anObligationInput({ code: "RIVER-2f", clause: 2, obligorSides: ["SOUTH"], subject: "Other", startsAt: null }),
      ],
      textVersions: [...riverAgreement().textVersions, { key: "south-fr", language: "fr", publisher: "Southern side", publishedOn: null, source: null, note: null, clauses: [{ number: 2, text: "Works begin.", differs: true, note: null }] }],
    }, { sources: [...someSources, { ...someSources[0], key: "river_more", publisher: "A newspaper", title: null, publishedOn: "2019-08-02", url: null, basis: "excerpt", kind: "NEWS_RELAY", alignment: "UNKNOWN", reliability: "F", derivation: "ORIGINAL" }] });

  it("shows each addition before it is made", async () => {
    const preview = await previewAgreement(analyst, extended(), now);
    const what = preview.ok ? (preview.value.report?.additions.map((addition) => addition.what) ?? []) : [];
    expect(what.toSorted()).toEqual([
      "Completed coverage of RIVER-1b: MISSION7 2019-05-02 FULL", "Completed due date of RIVER-1a: 2019-06-30 ORIGINAL", "New dependency of RIVER-1b: RIVER-2f", "New due date of RIVER-1a: 2019-07-31 AMENDMENT",
      "New duty: RIVER-2f A duty", "New reading of RIVER-1b: Southern side", "New text version: south-fr Southern side",
    ]);
  });

  it("adds it beside what stands, with an audit entry for each part", async () => {
    const before = await lastEntry();
    expect(await importAgreement(reviewer, extended(), now)).toMatchObject({ ok: true, value: { outcome: "EXTENDED", counts: { sources: { added: 1, unchanged: 2 }, obligations: { added: 1, unchanged: 11 } } } });
    const dates = await db().deadline.findMany({ where: { obligation: { code: "RIVER-1a" } }, orderBy: { setOn: "asc" }, select: { origin: true, standing: true } });
    expect(dates).toEqual([{ origin: "ORIGINAL", standing: "SUPERSEDED" }, { origin: "AMENDMENT", standing: "OPERATIVE" }]);
    const events = await eventsOf(reviewer, before);
    expect(events.toSorted()).toEqual(["agreement.completed", "agreement.completed", "agreement.extended", "agreement.extended", "agreement.extended", "agreement.extended", "agreement.imported", "obligation.loaded", "source.registered"]);
    const entry = await db().auditEntry.findFirst({ where: { event: "agreement.completed", data: { path: ["part"], equals: "deadlines" } } });
    expect(entry).toMatchObject({ subjectType: "obligation", data: { key: "RIVER-1a", before: { standing: "OPERATIVE" }, after: { standing: "SUPERSEDED" } } });
    const item = (await getBoard({ agreement: "AGR-RIVER-2019", asOf: calendarDate("2019-07-15") })).items.find((duty) => duty.code === "RIVER-1a");
    expect(item).toMatchObject({ timeliness: "NOT_DUE", nextDate: "2019-07-31" });
  });

  it("and is the record from then on", async () => {
    expect(await importAgreement(analyst, extended(), now)).toMatchObject({ ok: true, value: { outcome: "UNCHANGED" } });
    expect(await importAgreement(analyst, aRiverFile(), now)).toMatchObject({ ok: false, refusal: { kind: "invalid" } });
  });
});

describe("names that nobody bears", () => {
  const other = (over: Parameters<typeof anAgreementInput>[0], registers = {}) => aFileText({ speakers: [], sources: [], discrepancies: [], ...registers, agreement: anAgreementInput({ code: "AGR-T-2", obligations: [], ...over }) });
  const duty = (over: Parameters<typeof anObligationInput>[0]) => [anObligationInput({ code: "T2-1a", obligorSides: ["NORTH"], ...over })];
  const coverage = { observer: "NOBODY", fromOn: "2020-11-10", toOn: null, level: "FULL" as const, restriction: null, note: null, source: null };
  const aDiscrepancy = { code: "D-90", topic: "t", seedText: "s", publicText: "p", effect: "e", obligations: [], agreements: [], sources: [] };

  it.each([
    ["a source", other({ sources: ["nowhere"] }), { path: "agreement.sources.0", code: "unknown_source", message: expect.stringContaining('"nowhere"') as string, line: expect.any(Number) as number }],
    ["a source of a reading", other({ obligations: duty({ interpretations: [{ holder: "A", reading: "So.", statedOn: null, source: "nowhere" }] }) }), { path: "agreement.obligations.0.interpretations.0.source", code: "unknown_source" }],
    ["a side", other({ obligations: duty({ obligorSides: ["NORTH", "EAST"] }) }), { path: "agreement.obligations.0.obligorSides.1", code: "unknown_speaker", message: expect.stringContaining('"EAST"') as string }],
    ["an observer", other({ obligations: duty({ coverage: [coverage] }) }), { path: "agreement.obligations.0.coverage.0.observer", code: "unknown_speaker" }],
    ["an earlier instrument", other({ links: [{ to: "AGR-LATER", relation: "FOLLOWS", note: null }] }), { path: "agreement.links.0.to", code: "unknown_agreement", message: expect.stringContaining("AGR-LATER") as string }],
    ["a duty of another agreement", other({ obligations: duty({ code: "RIVER-1a" }) }), { path: "agreement.obligations.0.code", code: "code_taken", message: expect.stringContaining("AGR-RIVER-2019") as string }],
    ["a discrepancy of something else", other({}, { discrepancies: [{ ...aDiscrepancy, agreements: ["AGR-RIVER-2019"] }] }), { path: "discrepancies.0", code: "not_of_this_agreement" }],
    ["a discrepancy of an unknown duty", other({}, { discrepancies: [{ ...aDiscrepancy, agreements: ["AGR-T-2"], obligations: ["T2-9z"] }] }), { path: "discrepancies.0.obligations.0", code: "unknown_obligation" }],
  ])("%s is refused by path and value, and nothing is kept", async (_what, text, problem) => {
    const before = await rows();
    expect(await importAgreement(analyst, text, now)).toMatchObject({ ok: false, refusal: { kind: "invalid", errors: [problem] } });
    expect(await rows()).toEqual(before);
  });
});

describe("two imports at once", () => {
  const text = (over = {}) => aFileText({ agreement: anAgreementInput({ code: "AGR-RACE", obligations: [], ...over }) });
  it("of one file make one agreement; the second finds it there", async () => {
    const results = await Promise.all([importAgreement(analyst, text(), now), importAgreement(reviewer, text(), now)]);
    expect(results.map((result) => (result.ok ? result.value.outcome : result.refusal.kind)).toSorted()).toEqual(["CREATED", "UNCHANGED"]);
    expect(await db().auditEntry.count({ where: { event: "agreement.loaded", data: { path: ["key"], equals: "AGR-RACE" } } })).toBe(1);
  });

  it("of two different files: the second is refused with the difference", async () => {
    const results = await Promise.all([importAgreement(analyst, text({ code: "AGR-RACE-2", status: "one" }), now), importAgreement(reviewer, text({ code: "AGR-RACE-2", status: "two" }), now)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({ refusal: { kind: "invalid", errors: [{ path: "agreement.status", code: "changed" }] } });
  });
});

describe("who may import", () => {
  it.each(["viewer", "auditor", "admin"] as const)("a %s may neither import nor preview", async (account) => {
    const actor = await theAccount(account);
    for (const attempt of [importAgreement, previewAgreement]) expect(await attempt(actor, aRiverFile(), now)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
  });

  it("no administrator loads any reference data, the command line's neither", async () => {
    const users = await ensureSystemUsers();
    const operator = users.ok ? users.value.get("operator@system.invalid") : undefined;
    const admin = operator ?? actorOf({ ...analyst, role: "ADMIN" });
    const unit = { code: "AZE-1", iso: null, name: "U", local: null, country: "AZE" };
    const place = { key: "p", kind: "TOWN" as const, unit: null, lat: 1, lon: 1, precisionKm: 1, note: null, confidence: "verified-page" as const, coordinateSource: "x", namesNeedReview: true, names: [] };
    const attempts = [
      () => importAgreement(admin, aRiverFile(), now),
      () => registerSource(admin, { ...someSources[0], key: "two", publisher: "P", title: null, publishedOn: null, url: null, basis: "excerpt", kind: "NGO", alignment: "UNKNOWN", reliability: "F", derivation: "ORIGINAL" }, now),
      () => registerUnit(admin, unit, now),
      () => registerPlace(admin, place, now),
      () => recordDiscrepancy(admin, { code: "D-90", topic: "t", seedText: "s", publicText: "p", effect: "e", obligations: [], agreements: [], sources: [] }, now),
    ];
    for (const attempt of attempts) expect(await attempt()).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
  });
});

describe("whoever writes, the database refuses", () => {
  const idOf = async (code: string) => (await db().obligation.findUniqueOrThrow({ where: { code } })).id;

  it("a circle of duties", async () => {
    const [a, b] = [await idOf("RIVER-1b"), await idOf("RIVER-2f")];
    await expect(db().obligationDependency.create({ data: { obligationId: b, dependsOnId: a } })).rejects.toThrow(/circular dependency/);
  });

  it("a date that was set before the agreement", async () =>
    expect(db().deadline.create({ data: { obligationId: await idOf("RIVER-1a"), dueOn: new Date("2019-07-01"), setOn: new Date("2019-04-30"), rule: "INCLUSIVE", origin: "ORIGINAL", standing: "OPERATIVE", setBy: "x", basis: "x" } })).rejects.toThrow(/before its agreement/));

  it("settings that name no rules", async () => expect(db().obligation.update({ where: { code: "RIVER-1a" }, data: { terms: { windowDays: 3 } } })).rejects.toThrow(/obligation_terms_name_rules/));
});
