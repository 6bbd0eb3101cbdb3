import { beforeAll, describe, expect, it } from "vitest";
import { getBoard } from "@/lib/compliance/queries";
import { db } from "@/lib/db/client";
import { calendarDate, utcDayOf } from "@/lib/kernel/calendar-date";
import { seedReference } from "@/prisma/seed/reference";

const now = new Date("2026-11-24T12:00:00Z");
const fingerprint = async () => ({
  audit: await db().auditEntry.count(),
  versions: await db().incidentVersion.count(),
  reviews: await db().review.count(),
  board: await db().boardRecord.count(),
  users: await db().user.count(),
  deadlines: await db().deadline.findMany({ orderBy: { id: "asc" } }),
  incidents: await db().incident.findMany({ select: { id: true, version: true, updatedAt: true }, orderBy: { id: "asc" } }),
});

let first: { loaded: number };
beforeAll(async () => {
  first = await seedReference({ now });
}, 120_000);

describe("the reference data", () => {
  it("is loaded whole", async () => {
    const counts = {
      sources: await db().source.count(), places: await db().place.count(), agreements: await db().agreement.count(), obligations: await db().obligation.count(),
      milestones: await db().milestone.count(), incidents: await db().incident.count(), discrepancies: await db().discrepancy.count(),
    };
    expect(counts).toEqual({ sources: 255, places: 67, agreements: 19, obligations: 25, milestones: 85, incidents: 76, discrepancies: 24 });
    expect(await db().unit.count()).toBeGreaterThan(20);
    expect(first.loaded).toBeGreaterThan(500);
  });

  it("is marked as demonstration data, published, by others than its author", async () => {
    const rows = await db().incident.findMany({ select: { externalId: true, isDemonstration: true, workflow: true, authorId: true, publishedById: true, confidence: true } });
    expect(rows.filter((row) => !row.isDemonstration || row.workflow !== "PUBLISHED" || row.confidence === null)).toEqual([]);
    expect(rows.filter((row) => row.publishedById === null || row.publishedById === row.authorId)).toEqual([]);
  });

  it("had two reviewers for deaths and for the court's finding", async () => {
    const rows = await db().incident.findMany({
      where: { OR: [{ casualties: { some: { outcome: "KILLED", OR: [{ high: { gt: 0 } }, { best: { gt: 0 } }, { low: { gt: 0 } }] } } }, { claims: { some: { stance: "FOUND_BY" } } }, { verification: { in: ["V4_VERIFIED", "V5_INVESTIGATED"] } }] },
      select: { externalId: true, reviews: { where: { decision: "APPROVE" }, select: { reviewerId: true } } },
    });
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => new Set(row.reviews.map((review) => review.reviewerId)).size !== 2)).toEqual([]);
  });

  it("left an audit entry for every row and every step", async () => {
    const byEvent = await db().auditEntry.groupBy({ by: ["event"], _count: true });
    const counts = Object.fromEntries(byEvent.map((row) => [row.event, row._count]));
    expect(counts).toMatchObject({
      "source.registered": 255, "place.registered": 67, "agreement.loaded": 19, "obligation.loaded": 25, "milestone.recorded": 85, "discrepancy.recorded": 24,
      "incident.logged": 76, "incident.submitted": 76, "incident.claimed": 76, "incident.published": 76,
    });
    expect(await db().auditEntry.count({ where: { actorId: null } })).toBe(0);
  });

  it("keeps Kalbajar's first date beside the amended one", async () => {
    const rows = await db().deadline.findMany({ where: { obligation: { code: "NK2020-6a" } }, orderBy: { dueOn: "asc" } });
    expect(rows.map((row) => [utcDayOf(row.dueOn), row.origin, row.standing, row.instrument, row.acceptance, utcDayOf(row.setOn)])).toEqual([
      ["2020-11-15", "ORIGINAL", "SUPERSEDED", null, null, "2020-11-10"],
      ["2020-11-25", "AMENDMENT", "OPERATIVE", "ORAL_OR_UNILATERAL", "ACCEPTED_BY_ALL", "2020-11-15"],
    ]);
  });

  it("puts every place of an incident into a district and shows both forms of its name", async () => {
    expect(await db().place.count({ where: { unitCode: null } })).toBe(0);
    const rows = await db().incident.findMany({ select: { externalId: true, unitCode: true, placeId: true, placeName: true } });
    expect(rows.filter((row) => row.unitCode === null || row.placeId === null)).toEqual([]);
    expect(rows.find((row) => row.externalId === "IN-031")?.placeName).toBe("Farrukh / Parukh");
  });

  it("never lets the board know a row before its event", async () => {
    const rows = await db().boardRecord.findMany({ select: { id: true, occurredStart: true, knownAt: true } });
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter((row) => row.knownAt < row.occurredStart)).toEqual([]);
  });
});

describe("the board on it", () => {
  const stateOf = async (code: string, asOf: string) => (await getBoard({ asOf: calendarDate(asOf) })).items.find((item) => item.code === code);

  it.each([
    ["NK2020-6a", "2020-11-16", { state: "I0_NOT_INITIATED", timeliness: "NOT_DUE", nextDate: "2020-11-25" }],
    ["NK2020-6a", "2020-11-26", { state: "I3_FULL", timeliness: "LATE_BUT_AMENDED" }],
    ["NK2020-6a", "2026-11-24", { state: "I3_FULL", timeliness: "LATE_BUT_AMENDED" }],
    ["NK2020-2a", "2020-11-21", { state: "I3_FULL", timeliness: "DATE_READING_DISPUTED" }],
    ["NK2020-6b", "2020-12-02", { state: "I3_FULL", timeliness: "ON_TIME" }],
    ["NK2020-6g", "2023-03-01", { state: "C_BREACHED" }],
    ["NK2020-1a", "2023-09-21", { state: "C_BREACHED" }],
    ["NK2020-3a", "2026-11-24", { state: "C_TERMINATED_EARLY" }],
    ["NK2020-1a", "2026-11-24", { state: "NOT_ASSESSED" }],
  ])("%s on %s is %j", async (code, asOf, expected) => expect(await stateOf(code, asOf)).toMatchObject(expected));

  it("knew the closure before the court's finding, at a lower level", async () => {
    const before = (await getBoard({ asOf: calendarDate("2023-01-15"), knownAt: new Date("2023-01-15T23:59:59Z") })).items.find((item) => item.code === "NK2020-6g");
    expect(before?.state).toBe("C_STRAINED");
    expect((await stateOf("NK2020-6g", "2023-01-15"))?.state).toBe("C_BREACHED");
  });
});

describe("loading again", () => {
  it("changes nothing", async () => {
    const before = await fingerprint();
    expect(await seedReference({ now: new Date("2027-01-01T00:00:00Z") })).toEqual({ loaded: 0 });
    expect(await fingerprint()).toEqual(before);
  });
});
