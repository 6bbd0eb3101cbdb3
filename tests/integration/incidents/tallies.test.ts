// What is kept of counts, held against the records themselves.
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { publicWorkflowStates, workflowStateCodes, type WorkflowState } from "@/lib/codelists/workflow";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { selected } from "@/lib/incidents/filter/queries";
import { maySee, redact, scopeOf, type IncidentScope } from "@/lib/incidents/policy";
import { recordSelect, storedRecord } from "@/lib/incidents/record/queries";
import type { IncidentFilter } from "@/lib/incidents/schema";
import { facetCuts, recordCuts } from "@/lib/incidents/tallies/domain";
import { countGroups, type GroupColumn, type Grouping, withheldUnit } from "@/lib/incidents/tallies/queries";
import { foldTallies, recountTallies } from "@/lib/incidents/tallies/service";
import { log, must, plantWorld, published, type World } from "../../support/incident-world";
import { anyFilter, plantMany } from "../../support/many-incidents";

const roles = ["viewer", "analyst", "stranger", "reviewer", "auditor", "admin"] as const;
let world: World;
beforeAll(async () => {
  world = await plantWorld();
  await plantMany(world, { count: 300 });
});

const drift = () => db().$queryRaw<unknown[]>`SELECT cut::text, kind, value, reach, records::text FROM incident_tally_drift UNION ALL SELECT 'facet', kind, value, incident_id::text, '' FROM incident_facet_drift`;

describe("what is kept of counts", () => {
  it("is what the records say, after single writes, and before and after it is folded", async () => {
    const before = await db().incidentTally.count({ where: { isFolded: false } });
    await published(world);
    await log(world.stranger);
    expect(await db().incidentTally.count({ where: { isFolded: false } })).toBeGreaterThan(before);
    expect(await drift()).toEqual([]);
    expect(await foldTallies()).toBeGreaterThan(0);
    expect([await db().incidentTally.count({ where: { isFolded: false } }), await drift()]).toEqual([0, []]);
    expect(await foldTallies()).toBe(0);
  });

  it("follows records that change their district, day, marks and state in one statement, and lines that come and go", async () => {
    await db().$executeRaw`UPDATE incident SET unit_code = CASE WHEN unit_code IS NULL THEN 'AZE-1700' END, occurred_start = occurred_start - 40, severity = 'LOW' WHERE id % 3 = 0`;
    await db().$executeRaw`UPDATE incident SET protected_fields = '{"place": "S3_SOURCE_PROTECTED"}' WHERE id % 5 = 0 AND workflow = 'DRAFT'`;
    await db().$executeRaw`DELETE FROM claim WHERE incident_id IN (SELECT id FROM incident WHERE workflow = 'DRAFT') AND incident_id % 2 = 0`;
    await db().$executeRaw`UPDATE claim SET against = 'AM' WHERE incident_id IN (SELECT id FROM incident WHERE workflow = 'SUBMITTED')`;
    expect(await drift()).toEqual([]);
  });

  it("has the cuts that a read looks for, and no others", async () => {
    const kept = async (isFacet: boolean) => (await db().$queryRaw<{ cut: number }[]>`SELECT DISTINCT cut::int FROM incident_tally WHERE (kind <> '') = ${isFacet}`).map(({ cut }) => cut).sort((a, b) => a - b);
    expect(await kept(false)).toEqual(recordCuts.map((cut) => cut.number).sort((a, b) => a - b));
    expect(await kept(true)).toEqual(facetCuts.map((cut) => cut.number).sort((a, b) => a - b));
  });

  it("that differs from the records is found and put right by the recount", async () => {
    await db().$executeRaw`UPDATE incident_tally SET records = records + 7 WHERE id = (SELECT max(id) FROM incident_tally)`;
    expect(must(await recountTallies()).differed).toBe(1);
    expect(await drift()).toEqual([]);
    expect(must(await recountTallies())).toEqual({ records: await db().incident.count(), differed: 0 });
  });
});

it("the reach that the database gives a record decides alone who may know of it", async () => {
  const facts = workflowStateCodes.flatMap((workflow) => [true, false].flatMap((wasPublished) => [null, "ACLED_TERMS"].map((restriction) => ({ workflow, wasPublished, restriction }))));
  const possible = facts.filter(({ workflow, wasPublished, restriction }) => restriction === null || (!wasPublished && !publicWorkflowStates.includes(workflow)));
  const asked = possible.map(({ workflow, wasPublished, restriction }) => `('${workflow}', ${wasPublished}, ${restriction !== null})`).join(", ");
  const reaches = await db().$queryRawUnsafe<{ reach: string }[]>(`SELECT incident_reach(w, p, r) AS reach FROM (VALUES ${asked}) v (w, p, r)`);
  const answers = new Map<string, Set<string>>();
  possible.forEach((fact, index) => {
    const seen = roles.flatMap((role) => [world.analyst.teamId, world.stranger.teamId].map((teamId) => maySee(scopeOf(world[role]), { ...fact, workflow: fact.workflow as WorkflowState, teamId })));
    const reach = reaches[index]?.reach ?? "";
    answers.set(reach, (answers.get(reach) ?? new Set()).add(seen.join()));
  });
  expect([...answers.keys()].sort()).toEqual(["NONE", "NOTICE", "OWN", "STANDING", "TEAM"]);
  expect([...answers].filter(([, told]) => told.size !== 1)).toEqual([]);
  expect([...(answers.get("NONE") ?? [])][0]).not.toContain("true");
});

type Plain = { view: IncidentView; unit: string | null; parties: string[] };

/** The records of the filter as the scope may read them, one by one. */
async function readAll(scope: IncidentScope, filter: IncidentFilter): Promise<Plain[]> {
  const where: Prisma.IncidentWhereInput = { AND: [...selected(scope, filter).AND] };
  const rows = await db().incident.findMany({ where, select: recordSelect });
  return rows.map((row) => ({
    view: redact(scope, storedRecord(row)),
    unit: row.unitCode,
    parties: [...new Set(row.claims.flatMap((claim) => [claim.against, claim.speakerRow.side].filter((party) => party !== null)))],
  }));
}

const columnOf: Record<GroupColumn, (row: Plain) => string> = {
  month: ({ view }) => view.occurred.start.slice(0, 7),
  type: ({ view }) => view.type,
  verification: ({ view }) => view.verification,
  workflow: ({ view }) => view.workflow,
  severity: ({ view }) => view.severity ?? "",
  unit_code: ({ view, unit }) => (unit === null ? "" : (view.place.unit ?? withheldUnit)),
};

function grouped(rows: readonly Plain[], { columns, facet }: Grouping): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const values = facet === "PARTY" ? row.parties : facet === "OBLIGATION" ? row.view.obligations.map(({ code }) => code) : [undefined];
    for (const value of values) {
      const key = [...columns.map((column) => columnOf[column](row)), ...(value === undefined ? [] : [value])].join("|");
      counts[key] = (counts[key] ?? 0) + 1;
    }
  }
  return counts;
}

const groupings: fc.Arbitrary<Grouping> = fc.record({
  columns: fc.uniqueArray(fc.constantFrom<GroupColumn[]>("month", "type", "unit_code", "verification", "workflow", "severity"), { maxLength: 2 }),
  facet: fc.constantFrom(undefined, undefined, "PARTY" as const, "OBLIGATION" as const),
});

describe("for every role, any filter and any grouping", () => {
  it("the counts are those of the records that the reader may know of", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...roles), anyFilter, groupings, async (role, filter, grouping) => {
        const scope = scopeOf(world[role]);
        const expected = grouped(await readAll(scope, filter), grouping);
        const got = Object.fromEntries((await countGroups(scope, filter, grouping)).filter(({ records }) => records > 0).map(({ key, records }) => [key.join("|"), records]));
        expect(got).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  }, 180_000);
});
