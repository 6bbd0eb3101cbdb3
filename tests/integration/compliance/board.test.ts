import { beforeAll, describe, expect, it } from "vitest";
import { findObligation, getBoard } from "@/lib/compliance/queries";
import { publishToBoard, recordMilestone } from "@/lib/compliance/service";
import type { MilestoneInput } from "@/lib/compliance/schema";
import { db } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { ok } from "@/lib/kernel/result";
import { transitionIncident } from "@/lib/reviews/service";
import { accepted, aWorld, logged, published, retracted, type World } from "../../support/board-world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

const itemOn = async (code: string, asOf: string, knownAt?: Date) => {
  const { items } = await getBoard({ agreement: "AGR-T1", asOf: calendarDate(asOf), knownAt });
  const item = items.find((entry) => entry.code === code);
  if (!item) throw new Error(`no ${code} on the board`);
  return item;
};
const rowsOf = (incidentId: number) => db().boardRecord.findMany({ where: { incidentId }, orderBy: { id: "asc" } });

const milestone = (over: Partial<MilestoneInput> = {}): MilestoneInput => ({
  key: "MS-T1", kind: "deadline met", occurredStart: "2020-11-25", occurredEnd: null, timePrecision: "T4_DAY", occurredAt: null, what: "The district passes.",
  claimedBy: ["AZ"], confirmedBy: [], deniedBy: [], verification: "V3_CORROBORATED", verificationRule: "The side it was owed to says so.", note: null, confidence: "seed",
  figures: [], obligations: [{ code: "TT-1b", relation: "FULFILMENT", effect: "DONE", isAcknowledged: true }], sourceKeys: [], knownAt: "2020-11-25T12:00:00Z", ...over,
});

describe("publishing a violation", () => {
  const now = new Date("2021-01-05T10:00:00Z");

  it("changes the board and says why; nothing before publication does", async () => {
    expect(await itemOn("TT-1a", "2021-01-06")).toMatchObject({ state: "C_HOLDING", claimsWaiting: 0 });
    const id = await logged(world, { on: "2021-01-04", killed: 1, title: "Lethal fire on the line" }, now);
    expect(await rowsOf(id)).toEqual([]);
    await published(world, id, { verification: "V4_VERIFIED", now });
    expect(await itemOn("TT-1a", "2021-01-06")).toMatchObject({
      state: "C_BREACHED",
      because: [{ rule: "SN1", recordId: { incident: id }, text: "Lethal fire on the line (people killed)", on: "2021-01-04", verification: "V4_VERIFIED", relation: "BREACH" }, {}],
    });
    expect(await itemOn("TT-1a", "2021-01-03")).toMatchObject({ state: "C_HOLDING" });
    await retracted(world, id, new Date("2021-01-20T10:00:00Z"));
    expect(await itemOn("TT-1a", "2021-01-06")).toMatchObject({ state: "C_HOLDING" });
  });

  it("keeps a one-sided claim beside the state", async () => {
    const id = await logged(world, { on: "2020-12-01", speakers: ["AZ"] }, now);
    await published(world, id, { verification: "V1_CLAIM", now });
    expect(await itemOn("TT-1a", "2020-12-02")).toMatchObject({ state: "C_HOLDING", claimsWaiting: 1 });
  });

  it("is refused outside a publication", async () => {
    const id = await logged(world, { on: "2020-12-01" }, now);
    await expect(transaction(async (tx) => ok(await publishToBoard(tx, id, now)))).rejects.toThrow("not published");
    expect(await rowsOf(id)).toEqual([]);
  });
});

describe("what the board knew, and when", () => {
  const publishedAt = new Date("2021-06-02T10:00:00Z");
  const correctedAt = new Date("2021-06-10T10:00:00Z");
  const retractedAt = new Date("2021-06-20T10:00:00Z");
  let first: number;
  let second: number;

  beforeAll(async () => {
    first = await logged(world, { on: "2021-06-01", title: "As first told" }, publishedAt);
    await published(world, first, { verification: "V3_CORROBORATED", now: publishedAt });
    const draft = accepted(await transitionIncident(world.reviewer2, { id: first, command: "correct", reason: "The day was wrong." }, correctedAt));
    second = draft.id;
    accepted(await transitionIncident(world.reviewer2, { id: second, command: "submit" }, correctedAt));
    accepted(await transitionIncident(world.reviewer, { id: second, command: "claim" }, correctedAt));
    accepted(await transitionIncident(world.reviewer, { id: second, command: "approve", verification: "V3_CORROBORATED" }, correctedAt));
    accepted(await transitionIncident(world.reviewer, { id: second, command: "publish" }, correctedAt));
  });

  const deciding = async (knownAt?: Date) => (await itemOn("TT-1a", "2021-06-15", knownAt)).because[0]?.recordId;

  it("is answered as of any date of knowledge", async () => {
    expect(await deciding(new Date("2021-06-02T09:59:59Z"))).toBeUndefined();
    expect(await deciding(publishedAt)).toEqual({ incident: first });
    expect(await deciding(new Date("2021-06-10T09:59:59Z"))).toEqual({ incident: first });
    expect(await deciding(correctedAt)).toEqual({ incident: second });
    expect(await deciding()).toEqual({ incident: second });
  });

  it("loses a retracted record from then on, and keeps the earlier answer and the history", async () => {
    const another = await logged(world, { on: "2021-06-03", code: "TT-1c", title: "Road closed" }, publishedAt);
    await published(world, another, { verification: "V3_CORROBORATED", findings: [{ code: "TT-1c", relation: "BREACH", effect: "CLOSED" }], now: publishedAt });
    expect(await itemOn("TT-1c", "2021-06-04")).toMatchObject({ state: "C_STRAINED", because: [{ rule: "SP2" }, {}] });
    await retracted(world, another, retractedAt);
    expect(await itemOn("TT-1c", "2021-06-04")).toMatchObject({ state: "NOT_ASSESSED", because: [{ rule: "SP6" }, { rule: "CV1" }] });
    expect(await itemOn("TT-1c", "2021-06-04", new Date("2021-06-19T10:00:00Z"))).toMatchObject({ state: "C_STRAINED" });
    const view = await findObligation("TT-1c", { asOf: calendarDate("2021-06-04") });
    expect(view?.inputs).toEqual([]);
    expect(view?.history).toMatchObject([{ recordId: { incident: another }, knownAt: publishedAt.toISOString(), supersededAt: retractedAt.toISOString() }]);
  });

  it("knows a date that was moved only from the day it was moved", async () => {
    expect(await itemOn("TT-1b", "2020-11-16", new Date("2020-11-14T23:59:59Z"))).toMatchObject({ timeliness: "OVERDUE", state: "I0_NOT_INITIATED" });
    expect(await itemOn("TT-1b", "2020-11-16", new Date("2020-11-15T00:00:00Z"))).toMatchObject({ timeliness: "NOT_DUE", nextDate: "2020-11-25" });
  });

  it("refuses to be rewritten or deleted, whoever asks", async () => {
    const [row] = await rowsOf(first);
    if (!row) throw new Error("no row");
    const refused = (statement: Promise<unknown>) => expect(statement).rejects.toThrow(/TL001|board_record/);
    await refused(db().$executeRaw`DELETE FROM board_record WHERE id = ${row.id}`);
    await refused(db().$executeRaw`UPDATE board_record SET relation = 'CONTEXT' WHERE id = ${row.id}`);
    await refused(db().$executeRaw`UPDATE board_record SET superseded_at = NULL WHERE id = ${row.id}`);
    await refused(db().$executeRaw`UPDATE board_record SET known_at = '1999-01-01' WHERE incident_id = ${second}`);
    expect(await rowsOf(first)).toEqual([row]);
  });
});

describe("a milestone", () => {
  const now = new Date("2026-11-24T12:00:00Z");
  const record = (input: MilestoneInput, actor = world.importer) => transaction((tx) => recordMilestone(tx, input, { actor, now }));

  it("stands on the board from the day it was known, with an audit entry, once", async () => {
    accepted(await record(milestone()));
    expect(await itemOn("TT-1b", "2020-11-26")).toMatchObject({ state: "I3_FULL", timeliness: "LATE_BUT_AMENDED", because: [{ recordId: { milestone: "MS-T1" } }, {}, {}] });
    expect(await itemOn("TT-1b", "2020-11-26", new Date("2020-11-25T11:00:00Z"))).toMatchObject({ state: "I0_NOT_INITIATED", timeliness: "OVERDUE" });
    expect(await db().auditEntry.count({ where: { event: "milestone.recorded", subjectId: "MS-T1" } })).toBe(1);
    expect(await record(milestone())).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
    expect(await db().boardRecord.count({ where: { milestone: { key: "MS-T1" } } })).toBe(1);
  });

  it("is all or nothing, and names what it does not know", async () => {
    const unknown = await record(milestone({ key: "MS-T2", obligations: [{ code: "TT-9z", relation: "CONTEXT", effect: "NONE", isAcknowledged: false }] }));
    expect(unknown).toMatchObject({ ok: false, refusal: { kind: "invalid", errors: [{ path: "obligations.0.code", code: "unknown_obligation" }] } });
    expect(await record(milestone({ key: "MS-T2", sourceKeys: ["nowhere"] }))).toMatchObject({ ok: false, refusal: { kind: "invalid" } });
    expect(await db().milestone.count({ where: { key: "MS-T2" } })).toBe(0);
  });

  it("is loaded by the product only", async () => {
    expect(await record(milestone({ key: "MS-T3" }), world.reviewer)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
  });
});

describe("the duty's page", () => {
  it("shows both dates with their outcomes, and every record with its standing", async () => {
    const view = await findObligation("TT-1b", { asOf: calendarDate("2020-11-26") });
    expect(view?.deadlines.map((entry) => [entry.dueOn, entry.readings.map((reading) => reading.outcome)])).toEqual([["2020-11-15", ["LATE"]], ["2020-11-25", ["ON_TIME"]]]);
    expect(view?.inputs).toMatchObject([{ reference: "MS-T1", standing: "COUNTED", claimedBy: ["Speaker AZ"], verificationRule: "The side it was owed to says so." }]);
    expect(view).toMatchObject({ startsOn: "2020-11-10", ruleVersion: "2026-11-2", agreement: { code: "AGR-T1", isDemonstration: true } });
  });

  it("does not exist for an unknown code", async () => {
    expect(await findObligation("TT-9z", { asOf: calendarDate("2020-11-26") })).toBeUndefined();
  });
});
