import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { incidentTypeCodes } from "@/lib/codelists/incident-type";
import { db } from "@/lib/db/client";
import { scopeOf } from "@/lib/incidents/policy";
import { countIncidents, listIncidents, streamIncidents } from "@/lib/incidents/queries";
import { filterFromSearchParams } from "@/lib/incidents/schema";
import type { Actor } from "@/lib/kernel/actor";
import { listCells } from "@/lib/map/cells/queries";
import { cellQueryFromSearchParams } from "@/lib/map/cells/schema";
import { binNumberOf, boxOfBin } from "@/lib/map/domain/bin";
import { must, plantWorld, type World } from "../../support/incident-world";
import { makePick, plantRecords } from "../../support/map-world";

let world: World;
beforeAll(async () => {
  world = await plantWorld();
  await makePick();
  await plantRecords(world, { records: 1500 });
}, 120_000);

const readers = ["viewer", "admin", "stranger", "analyst", "reviewer", "auditor"] as const;
const cellsFor = (actor: Actor, query = "") => listCells(scopeOf(actor), must(cellQueryFromSearchParams(new URLSearchParams(query))));
const countFor = (actor: Actor, query = "") => countIncidents(scopeOf(actor), must(filterFromSearchParams(new URLSearchParams(query))));
const total = (cells: readonly { count: number }[]): number => cells.reduce((sum, { count }) => sum + count, 0);

async function exportedFor(actor: Actor, query: string): Promise<number> {
  let records = 0;
  for await (const batch of streamIncidents(scopeOf(actor), must(filterFromSearchParams(new URLSearchParams(query))))) records += batch.length;
  return records;
}

const box = fc.tuple(fc.double({ min: 44, max: 47, noNaN: true }), fc.double({ min: 38.5, max: 40.5, noNaN: true }), fc.double({ min: 0, max: 4, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true }))
  .map(([west, south, wide, high]) => `${west.toFixed(4)},${south.toFixed(4)},${(west + wide).toFixed(4)},${(south + high).toFixed(4)}`);
const filters = fc.record(
  {
    from: fc.constantFrom("2020-12-01", "2022-06-15"), to: fc.constantFrom("2022-06-30", "2024-01-01"), type: fc.constantFrom(...incidentTypeCodes), unit: fc.constantFrom("AZE-1739", "AZE-1700"),
    verification: fc.constantFrom("V1_CLAIM", "V3_CORROBORATED"), workflow: fc.constantFrom("PUBLISHED", "DRAFT", "RETRACTED"), q: fc.constantFrom("planted 1", "number"), bbox: box, map: fc.constantFrom("shown", "notShown"),
  },
  { requiredKeys: [] },
).map((given) => String(new URLSearchParams(given)));

describe("map and not on the map make the list, which is what an export holds", () => {
  it.each(readers)("for the %s, whatever the filter and the zoom", async (name) => {
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom(5, 8, 10, 12), async (query, zoom) => {
        const [{ cells, notOnMap }, counted] = await Promise.all([cellsFor(world[name], `${query}&zoom=${zoom}`), countFor(world[name], query)]);
        expect(total(cells) + notOnMap).toBe(counted.count);
        expect(notOnMap).toBe(counted.notOnMap);
        expect(await exportedFor(world[name], query)).toBe(counted.count);
      }),
      { numRuns: 25 },
    );
  }, 240_000);

  it.each(readers)("for the %s, each mark's count is the list's count of that mark, and none of its records is in another", async (name) => {
    const { cells, notOnMap } = await cellsFor(world[name], "zoom=7");
    expect(cells.length).toBeGreaterThan(20);
    for (const cell of cells.filter((_, index) => index % 4 === 0)) expect(await countFor(world[name], `cell=${cell.id}`)).toEqual({ count: cell.count, notOnMap: 0 });
    const some = cells.slice(0, 50);
    expect((await countFor(world[name], some.map(({ id }) => `cell=${id}`).join("&"))).count).toBe(total(some));
    expect(await countFor(world[name], "map=notShown")).toEqual({ count: notOnMap, notOnMap });
  }, 120_000);
});

describe("what writers keep", () => {
  it.each(readers)("gives the %s the same marks as the records themselves", async (name) => {
    // A day on which everything happened narrows nothing, but makes the records be counted.
    for (const query of ["zoom=7", "zoom=9", "zoom=9&bbox=40,35,55,45", "zoom=12&bbox=40,35,55,45", "zoom=11&bbox=45.0,39.0,45.9,39.8", `zoom=10&bbox=${wholeBins()}`, "zoom=12&layer=points&bbox=46,39,46.5,39.5"]) {
      const [kept, recounted] = await Promise.all([cellsFor(world[name], query), cellsFor(world[name], `${query}&from=1900-01-01`)]);
      expect({ query, ...rough(kept) }).toEqual({ query, ...rough(recounted) });
    }
  }, 120_000);

  const rough = ({ cells, notOnMap }: Awaited<ReturnType<typeof cellsFor>>) => ({
    notOnMap, cells: cells.map(({ lat, lon, ...cell }) => ({ ...cell, lat: lat.toFixed(3), lon: lon.toFixed(3) })).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  });
  const wholeBins = (): string => {
    const { west, south, east, north } = boxOfBin(binNumberOf({ lat: 39.9, lon: 46.1 }, 9), 9);
    return [west, south, east - 1e-10, north - 1e-10].join(",");
  };

  it("counts the same bins in SQL as in the code", async () => {
    const rows = await db().incident.findMany({ where: { mapBin15: { not: null } }, select: { lat: true, lon: true, mapBin9: true, mapBin11: true, mapBin13: true, mapBin15: true } });
    expect(rows.length).toBeGreaterThan(500);
    for (const { lat, lon, ...bins } of rows) {
      const of = (level: number) => binNumberOf({ lat: lat ?? 0, lon: lon ?? 0 }, level);
      expect(bins).toEqual({ mapBin9: of(9), mapBin11: of(11), mapBin13: of(13), mapBin15: of(15) });
    }
    const corners = [[-90, -180], [90, 180], [0, 0], [41, 46.40625], [-0.1, -0.1]] as const;
    for (const [lat, lon] of corners) expect((await db().$queryRaw<{ bin: number }[]>`SELECT map_bin(${lat}::float8, ${lon}::float8, 15) AS bin`)[0]?.bin).toBe(binNumberOf({ lat, lon }, 15));
  });
});

describe("a protected place", () => {
  it("is an area of a district's size for those who may not read it, of a region's without its district where the source is protected", async () => {
    const withheld = await db().incident.findMany({ where: { onMap: true, internalFields: { has: "place" } }, select: { id: true, unitCode: true, publicArea: true, internalFields: true } });
    expect(withheld.length).toBeGreaterThan(50);
    for (const row of withheld) expect(row.publicArea).toMatch(row.unitCode === null || row.internalFields.includes("unit") ? /^@\d+$/ : new RegExp(`^${row.unitCode}$`));
  });

  it("is found by no mark that stands for its place", async () => {
    const { cells } = await cellsFor(world.auditor, "zoom=12&bbox=40,35,55,45");
    const points = cells.filter(({ kind }) => kind === "POINTS").slice(0, 90);
    const ids = new Set((await listIncidents(scopeOf(world.viewer), must(filterFromSearchParams(new URLSearchParams(`limit=500&${points.map(({ id }) => `cell=${id}`).join("&")}`))))).items.map(({ id }) => id));
    const withheld = await db().incident.findMany({ where: { internalFields: { has: "place" } }, select: { id: true } });
    expect(withheld.filter(({ id }) => ids.has(id))).toEqual([]);
    expect(ids.size).toBeGreaterThan(0);
  });
});
