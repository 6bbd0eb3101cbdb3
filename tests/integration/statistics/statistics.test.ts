// What is counted, held against the records themselves: for every reader and any filter.
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { GET as csv } from "@/app/api/v1/statistics.csv/route";
import { GET as statistics } from "@/app/api/v1/statistics/route";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { selected } from "@/lib/incidents/filter/queries";
import { mayReadField, redact, scopeOf } from "@/lib/incidents/policy";
import { recordSelect, storedRecord } from "@/lib/incidents/record/queries";
import { filterFromSearchParams, type IncidentFilter } from "@/lib/incidents/schema";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { ensureDemoAccounts } from "@/lib/people/service";
import type { Dimension } from "@/lib/statistics/domain/dimension";
import { countBy, getStatistics } from "@/lib/statistics/queries";
import { tellStatistics } from "@/lib/statistics/told/queries";
import { bearerOf } from "../../support/api";
import { plantWorld, type World } from "../../support/incident-world";
import { anyFilter, plantMany } from "../../support/many-incidents";

const roles = ["viewer", "analyst", "stranger", "reviewer", "auditor", "admin"] as const;
let world: World;
beforeAll(async () => {
  world = await plantWorld();
  await plantMany(world, { count: 400 });
  // The world numbers its teams itself; those of the demo accounts come after.
  await db().$queryRaw`SELECT setval(pg_get_serial_sequence('team', 'id'), 100)`;
  await ensureDemoAccounts("demo-password-for-tests");
}, 60_000);

const plain = ["month", "type", "unit", "verification", "workflow", "severity"] as const satisfies readonly Dimension[];
const valueOf = (row: Awaited<ReturnType<typeof readAll>>[number], name: (typeof plain)[number]): string => {
  if (name === "month") return row.view.occurred.start.slice(0, 7);
  if (name === "unit") return row.unit;
  return name === "severity" ? (row.view.severity ?? "") : row.view[name];
};

/** Every record of the filter as its reader is shown it, and the district that the reader may count it under. */
async function readAll(role: (typeof roles)[number], filter: IncidentFilter) {
  const scope = scopeOf(world[role]);
  const where: Prisma.IncidentWhereInput = { AND: [...selected(scope, filter).AND] };
  const rows = await db().incident.findMany({ where, select: recordSelect });
  return rows.map((row) => {
    const stored = storedRecord(row);
    return { view: redact(scope, stored), unit: stored.view.place.unit === null ? "" : (redact(scope, stored).place.unit ?? "WITHHELD") };
  });
}

describe("counts are those of the records that the reader is shown", () => {
  it.each(roles)("%s", async (role) => {
    await fc.assert(
      fc.asyncProperty(anyFilter, fc.uniqueArray(fc.constantFrom(...plain), { minLength: 1, maxLength: 3 }), async (filter, by) => {
        const expected = new Map<string, number>();
        for (const row of await readAll(role, filter)) {
          const key = by.map((name) => valueOf(row, name)).join("|");
          expected.set(key, (expected.get(key) ?? 0) + 1);
        }
        const counted = await countBy(scopeOf(world[role]), filter, by);
        expect(new Map(counted.map(({ key, count }) => [by.map((name) => key[name] ?? "").join("|"), count]))).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it("and by party, duty or reporter a record counts once for each that it bears", async () => {
    const filter = { type: [], unit: [], party: [], verification: [], workflow: [], obligation: [], cell: [], sort: "-occurred", limit: 50 } satisfies IncidentFilter;
    for (const role of roles) {
      const ids = (await readAll(role, filter)).map(({ view }) => view.id);
      for (const [name, kind] of [["party", "PARTY"], ["obligation", "OBLIGATION"], ["reporter", "REPORTER"]] as const) {
        const rows = await db().$queryRaw<{ value: string; records: number }[]>`SELECT value, count(*)::int AS records FROM incident_facet WHERE kind = ${kind} AND incident_id = ANY (${ids}::int[]) GROUP BY value`;
        const counted = await countBy(scopeOf(world[role]), filter, [name]);
        expect(new Map(counted.map(({ key, count }) => [key[name] ?? "", count]))).toEqual(new Map(rows.map(({ value, records }) => [value, records])));
      }
    }
  });

  it("so the plants hold what some are not shown", async () => {
    const rows = await db().incident.findMany({ where: { internalFields: { has: "unit" } }, take: 1, select: { sensitivity: true, protectedFields: true, teamId: true } });
    expect(rows).toHaveLength(1);
    expect(mayReadField(scopeOf(world.viewer), { sensitivity: "S3_SOURCE_PROTECTED", protectedFields: {}, teamId: 0 }, "place")).toBe(false);
  });
});

describe("the page", () => {
  it("tells the same numbers in every picture", async () => {
    const told = await tellStatistics(scopeOf(world.auditor), { type: [], unit: [], party: [], verification: [], workflow: ["PUBLISHED"], obligation: [], cell: [], sort: "-occurred", limit: 50 }, { since: calendarDate("2021-01-01"), last: calendarDate("2021-06-30") });
    const sum = (groups: readonly { count: number }[]): number => groups.reduce((all, { count }) => all + count, 0);
    expect(told.count).toBeGreaterThan(50);
    expect([sum(told.byMonth), sum(told.byUnit), sum(told.bySeverity)]).toEqual([told.count, told.count, told.count]);
    expect(told.months.map(({ month }) => month)).toEqual([...new Set(told.months.map(({ month }) => month))].sort());
    expect(told.comparison.period.days).toBe(30);
    expect(told.ledgers.length).toBeGreaterThan(2);
  });
});

const everything = { type: [], unit: [], party: [], verification: [], workflow: [], obligation: [], cell: [], sort: "-occurred", limit: 50 } satisfies IncidentFilter;

describe("the page's own questions", () => {
  it.each(["from=0100-01-01&to=9999-12-31", "from=9999-12-31", "to=0100-01-05", "from=0100-01-01"])("%s has months that can be drawn, or none", async (query) => {
    const filter = filterFromSearchParams(new URLSearchParams(query));
    if (!filter.ok) throw new Error(JSON.stringify(filter.refusal));
    const told = await tellStatistics(scopeOf(world.viewer), filter.value, { since: calendarDate("2021-01-01"), last: calendarDate("2021-06-30") });
    const inMonths = told.byMonth.filter(({ key }) => told.months.some(({ month }) => month === key.month));
    expect(inMonths).toEqual(told.byMonth);
    expect(told.months.length).toBeLessThan(700);
  });
});

describe("a file", () => {
  it("tells no district of a record whose source is protected, whoever reads", async () => {
    const unitsOf = async (isForFile: boolean) => {
      const told = await getStatistics(scopeOf(world.reviewer), everything, { by: ["unit"], now: new Date(), isForFile });
      if (!told.ok) throw new Error(JSON.stringify(told.refusal));
      return { counts: new Map(told.value.groups.map(({ key, count }) => [key.unit ?? "", count])), total: told.value.total };
    };
    const [page, file] = [await unitsOf(false), await unitsOf(true)];
    const [hidden] = await db().$queryRaw<{ records: number }[]>`SELECT count(*)::int AS records FROM incident WHERE unit_code IS NOT NULL AND 'unit' = ANY (restricted_fields) AND workflow <> 'UNDONE' AND (restriction IS NULL OR team_id = ${world.reviewer.teamId})`;
    expect(page.counts.has("WITHHELD")).toBe(false);
    expect(hidden?.records).toBeGreaterThan(5);
    expect([file.counts.get("WITHHELD"), file.total]).toEqual([hidden?.records, page.total]);
  });

  it("and a district withheld in it is withheld for every grouping with districts, from the rollup and from the records", async () => {
    for (const by of [["unit", "type"], ["unit", "month"], ["unit", "verification"], ["unit", "severity"], ["unit", "obligation"]] as const) {
      const told = await getStatistics(scopeOf(world.auditor), everything, { by, now: new Date(), isForFile: true });
      expect(told.ok && told.value.groups.some(({ key }) => key.unit === "WITHHELD")).toBe(true);
    }
  });
});

describe("over HTTP", () => {
  const ask = async (path: string, handler = statistics) => handler(new Request(`http://localhost:3000/api/v1${path}`, { headers: await bearerOf("viewer") }), { params: Promise.resolve({}) });

  it("says when it was counted and by which filters", async () => {
    const answer = (await (await ask("/statistics?by=month&by=type&type=CH04&type=CH01&from=2021-02-01&bbox=45,39,47,41&sort=occurred&limit=5")).json()) as { asOf: string; by: string[]; filter: unknown };
    expect(answer.filter).toEqual({ type: ["CH04", "CH01"], from: ["2021-02-01"], bbox: ["45,39,47,41"] });
    expect([answer.by, Math.abs(Date.now() - Date.parse(answer.asOf)) < 60_000]).toEqual([["month", "type"], true]);
  });

  it("never tells of what was undone or is kept by terms, and of other teams' drafts only to those who see them", async () => {
    const states = async (role: (typeof roles)[number]) => new Map((await countBy(scopeOf(world[role]), everything, ["workflow"])).map(({ key, count }) => [key.workflow, count]));
    for (const role of roles) expect((await states(role)).has("UNDONE")).toBe(false);
    const [drafts] = await db().$queryRaw<{ own: number; all: number }[]>`SELECT count(*) FILTER (WHERE team_id = ${world.analyst.teamId})::int AS own, count(*) FILTER (WHERE restriction IS NULL OR team_id = ${world.reviewer.teamId})::int AS all FROM incident WHERE workflow = 'DRAFT'`;
    expect([(await states("viewer")).get("DRAFT"), (await states("analyst")).get("DRAFT"), (await states("reviewer")).get("DRAFT")]).toEqual([undefined, drafts?.own, drafts?.all]);
  });

  it("answers with names and a total, and with ledgers and none where records may be in several", async () => {
    const plainly = (await (await ask("/statistics?by=month,type&workflow=PUBLISHED")).json()) as { total: number; groups: { count: number }[]; labels: { type: Record<string, string> } };
    expect(plainly.groups.reduce((sum, { count }) => sum + count, 0)).toBe(plainly.total);
    expect(plainly.labels.type["CH04"]).toMatch(/^[A-Z][a-z]/);
    const ledgers = (await (await ask("/statistics?by=reporter")).json()) as { total: null; ledgers: { kind: string }[] };
    expect(ledgers.total).toBeNull();
    expect(ledgers.ledgers.map(({ kind }) => kind)).toContain("SIDE");
  });

  it.each([["by=colour", "by"], ["", "by"], ["by=month&form=2021-01-01", "form"], ["by=month&from=2021-02-30", "from"]])("%s is refused where it stands", async (query, path) => {
    const response = await ask(`/statistics?${query}`);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ path }] });
  });

  it("gives the same numbers as a file, each value with its name and no total", async () => {
    const { groups } = (await (await ask("/statistics?by=unit,verification")).json()) as { groups: unknown[] };
    const text = await (await ask("/statistics.csv?by=unit,verification", csv)).text();
    const [header, ...lines] = text.trimEnd().split("\r\n");
    expect(header).toBe("unit,unit_label,verification,verification_label,records,counted_at");
    expect(lines).toHaveLength(groups.length);
  });
});
