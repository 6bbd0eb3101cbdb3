// The list and the count as they are read, held against the same conditions asked through Prisma: for every role and any filter.
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { onMap, selected } from "@/lib/incidents/filter/queries";
import { redact, scopeOf, type IncidentScope } from "@/lib/incidents/policy";
import { countIncidents, findIncident, listIncidents } from "@/lib/incidents/queries";
import { recordSelect, storedRecord } from "@/lib/incidents/record/queries";
import type { IncidentFilter } from "@/lib/incidents/schema";
import { log, plantWorld, published, type World } from "../../support/incident-world";
import { anyFilter, plantMany } from "../../support/many-incidents";

const roles = ["viewer", "analyst", "stranger", "reviewer", "auditor", "admin"] as const;
let world: World;
beforeAll(async () => {
  world = await plantWorld();
  await published(world, { title: "With everything", claims: [{ stance: "ALLEGED_BY", speaker: "RU_MOD", against: "AZ", statedOn: "2022-03-26", source: world.sourceId, quote: "q" }], casualties: [], observations: [{ kind: "SHOT", means: "HEARD", direction: "UNDETERMINED", countBest: 4, countUnit: "SHOT" }], sources: [world.sourceId] });
  await log(world.analyst);
  await plantMany(world, { count: 400 });
});

/** The conditions as Prisma takes them: these filters look for no words, which Prisma has no way to ask for. */
const asked = (scope: IncidentScope, filter: IncidentFilter): Prisma.IncidentWhereInput => ({ AND: [...selected(scope, filter).AND] });

const slowList = async (scope: IncidentScope, filter: IncidentFilter) => {
  const direction = filter.sort === "occurred" ? "asc" : "desc";
  const rows = await db().incident.findMany({ where: asked(scope, filter), select: recordSelect, orderBy: [{ occurredStart: direction }, { id: direction }] });
  return rows.map((row) => redact(scope, storedRecord(row)));
};

describe("for every role and any filter", () => {
  it("the pages of the list hold what the conditions say, in order, each record as it always was", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...roles), anyFilter, async (role, filter) => {
        const scope = scopeOf(world[role]);
        const expected = await slowList(scope, filter);
        const first = await listIncidents(scope, filter);
        expect(first.items).toEqual(expected.slice(0, filter.limit));
        expect(first.nextCursor === null).toBe(expected.length <= filter.limit);
        if (first.nextCursor === null) return;
        const second = await listIncidents(scope, { ...filter, cursor: first.nextCursor });
        expect(second.items).toEqual(expected.slice(filter.limit, 2 * filter.limit));
      }),
      { numRuns: 120 },
    );
  }, 120_000);

  it("the count is the length of the list, and what is not on the map is what no map shows", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...roles), anyFilter, async (role, filter) => {
        const scope = scopeOf(world[role]);
        const where = asked(scope, filter);
        const [count, mapped] = [await db().incident.count({ where }), await db().incident.count({ where: { AND: [where, onMap] } })];
        expect(await countIncidents(scope, filter)).toEqual({ count, notOnMap: count - mapped });
      }),
      { numRuns: 250 },
    );
  }, 120_000);

  it("a record is found by whoever may know of it and by nobody else", async () => {
    const ids = (await db().incident.findMany({ select: { id: true }, take: 60, orderBy: { id: "desc" } })).map(({ id }) => id);
    for (const role of roles) {
      const scope = scopeOf(world[role]);
      const seen = new Set((await db().incident.findMany({ where: asked(scope, { ...everything, limit: 500 }), select: { id: true } })).map(({ id }) => id));
      for (const id of ids) expect((await findIncident(scope, id)) !== undefined).toBe(seen.has(id));
    }
  });
});

const everything: IncidentFilter = { type: [], unit: [], party: [], verification: [], workflow: [], obligation: [], cell: [], sort: "-occurred", limit: 50 };

it("asks of a record nothing that the database can't answer by index, however rare the filter", async () => {
  expect((await listIncidents(scopeOf(world.reviewer), { ...everything, obligation: Array.from({ length: 40 }, (_, at) => `NONE-${at}`) })).items).toEqual([]);
});
