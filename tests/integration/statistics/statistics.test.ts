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
import type { IncidentFilter } from "@/lib/incidents/schema";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { ensureDemoAccounts } from "@/lib/people/service";
import type { Dimension } from "@/lib/statistics/domain/dimension";
import { countBy } from "@/lib/statistics/queries";
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

describe("over HTTP", () => {
  const ask = async (path: string, handler = statistics) => handler(new Request(`http://localhost:3000/api/v1${path}`, { headers: await bearerOf("viewer") }), { params: Promise.resolve({}) });

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
    expect(header).toBe("unit,unit_label,verification,verification_label,records");
    expect(lines).toHaveLength(groups.length);
  });
});
