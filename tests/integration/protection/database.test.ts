// What the database keeps beside the marks: which fields are withheld, and the point that stands for a protected place.
import { createHmac } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { protectedFieldCodes } from "@/lib/codelists/protected-field";
import { fieldMarkCodes, type Sensitivity, sensitivityCodes, sensitivityRank } from "@/lib/codelists/sensitivity";
import { db } from "@/lib/db/client";
import { type FieldMarks, markOf, type Marked } from "@/lib/incidents/domain/marks";
import { areaOf } from "@/lib/incidents/protection/area/domain";
import { kilometresApart } from "@/lib/duplicates/domain/score";
import { log, plantWorld, type World } from "../../support/incident-world";

let world: World;
let id: number;
beforeAll(async () => {
  world = await plantWorld();
  id = await log(world.analyst);
});

const sql = (text: string) => db().$executeRawUnsafe(text);
const marked: fc.Arbitrary<Marked> = fc.record({
  sensitivity: fc.constantFrom(...sensitivityCodes),
  protectedFields: fc.dictionary(fc.constantFrom(...protectedFieldCodes), fc.constantFrom(...fieldMarkCodes)) as fc.Arbitrary<FieldMarks>,
});

type Point = { lat: number; lon: number };
/** The points that stand for a place on records with these numbers. */
const shown = (ids: readonly number[], { lat, lon }: Point, mark: Sensitivity): Promise<Point[]> =>
  db().$queryRaw<Point[]>`SELECT p.lat, p.lon FROM unnest(${ids}::int[]) WITH ORDINALITY AS r(id, place) CROSS JOIN LATERAL blurred_point(r.id, ${lat}::float8, ${lon}::float8, ${sensitivityRank(mark)}::int) p ORDER BY r.place`;
const apart = (a: Point, b: Point): number => kilometresApart(a, b) ?? Number.NaN;
const numbers = (n: number): number[] => Array.from({ length: n }, (_none, index) => index + 1);
const marks: Sensitivity[] = ["S2_RESTRICTED", "S3_SOURCE_PROTECTED"];

describe("the fields that are withheld", () => {
  it("are those that policy says, for any marks of record and fields", async () => {
    await fc.assert(
      fc.asyncProperty(marked, async (record) => {
        const row = await db().incident.update({ where: { id }, data: record, select: { internalFields: true, restrictedFields: true } });
        const from = (rank: number) => protectedFieldCodes.filter((field) => sensitivityRank(markOf(record, field)) >= rank);
        // A district is withheld with the place of a protected source, as `withhold` does it.
        const unit = markOf(record, "place") === "S3_SOURCE_PROTECTED" ? ["unit"] : [];
        expect(new Set(row.internalFields)).toEqual(new Set([...from(1), ...unit]));
        expect(new Set(row.restrictedFields)).toEqual(new Set([...from(2), ...unit]));
      }),
      { numRuns: 60 },
    );
  });

  it("can't be set to anything else, nor can the point", async () => {
    await db().incident.update({ where: { id }, data: { sensitivity: "S2_RESTRICTED", protectedFields: {} } });
    const kept = () => db().incident.findUniqueOrThrow({ where: { id }, select: { internalFields: true, restrictedFields: true, publicLat: true, publicLon: true } });
    const before = await kept();
    await sql(`UPDATE incident SET internal_fields = '{}', restricted_fields = '{}', public_lat = lat, public_lon = lon WHERE id = ${id}`);
    expect(await kept()).toEqual(before);
    expect(before.internalFields).toContain("narrative");
  });

  it("takes no field that it does not know, and no mark", async () => {
    for (const wrong of ['{"narative": "S2_RESTRICTED"}', '{"narrative": "S0_PUBLIC"}', '{"narrative": "S9"}', '{"narrative": null}', '[]', '"S2_RESTRICTED"']) {
      await expect(sql(`UPDATE incident SET protected_fields = '${wrong}' WHERE id = ${id}`), `${wrong}`).rejects.toThrow(/incident_protected_fields/);
    }
  });
});

describe("the point that stands for a protected place", () => {
  it("is the place itself where nothing protects it", async () => {
    const row = await db().incident.update({ where: { id }, data: { sensitivity: "S0_PUBLIC", protectedFields: { narrative: "S3_SOURCE_PROTECTED" }, lat: 40.06, lon: 46.73 }, select: { publicLat: true, publicLon: true } });
    expect(row).toEqual({ publicLat: 40.06, publicLon: 46.73 });
  });

  it("is the same at every reading and every writing", async () => {
    const write = (data: object) => db().incident.update({ where: { id }, data, select: { publicLat: true, publicLon: true } });
    const first = await write({ protectedFields: { place: "S2_RESTRICTED" }, lat: 40.06, lon: 46.73 });
    await write({ protectedFields: {}, lat: null, lon: null });
    expect(await write({ protectedFields: { place: "S1_INTERNAL" }, lat: 40.06, lon: 46.73 })).toEqual(first);
    expect(await write({ sensitivity: "S2_RESTRICTED", protectedFields: {} })).toEqual(first);
    expect(first).not.toEqual({ publicLat: 40.06, publicLon: 46.73 });
  });

  it.each(marks)("under %s is never nearer than the stated distance and always within the area that is drawn, wherever the place lies", async (mark) => {
    const { leastMetres, radiusMetres } = areaOf(mark);
    await fc.assert(
      fc.asyncProperty(fc.double({ min: -75, max: 75, noNaN: true }), fc.double({ min: -179, max: 179, noNaN: true }), async (lat, lon) => {
        for (const point of await shown(numbers(20), { lat, lon }, mark)) {
          expect(apart(point, { lat, lon })).toBeGreaterThanOrEqual(leastMetres / 1000);
          expect(apart(point, { lat, lon })).toBeLessThanOrEqual(radiusMetres / 1000);
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each(marks)("under %s tells no more than a cell of the grid: two places of one cell have the same points, so that no average of many records finds either", async (mark) => {
    const place = { lat: 39.8265, lon: 46.7656 };
    // Steps of 300 m: neighbours share a cell but for those on its edge.
    const near = numbers(6).map((step) => ({ lat: place.lat + step * 0.0027, lon: place.lon }));
    const drawn = await Promise.all([place, ...near].map((one) => shown(numbers(400), one, mark)));
    // What an attacker has who holds 400 records of one place together: the middle of a cell, the same for every place in it. Where the grid's sides
    // fall is drawn with the key, so the first place may be the last of its cell: seven places lie in two cells at most.
    const cells = new Set(drawn.map((points) => JSON.stringify(points)));
    expect(cells.size).toBeLessThanOrEqual(2);
  });

  it("differs from record to record, so that a pile of points is no pin", async () => {
    const points = await shown(numbers(200), { lat: 39.8265, lon: 46.7656 }, "S2_RESTRICTED");
    expect(new Set(points.map((point) => JSON.stringify(point))).size).toBeGreaterThan(100);
  });

  it("is drawn by HMAC-SHA-256 with a key that never changes", async () => {
    const [row] = await db().$queryRaw<{ inner: Uint8Array; outer: Uint8Array; a: number; b: number }[]>`SELECT k.inner_key AS "inner", k.outer_key AS "outer", n.a, n.b FROM place_blur k, blur_numbers('point district 7') n`;
    if (!row) throw new Error("no key");
    const key = Buffer.from(row.inner.map((byte) => byte ^ 0x36));
    const digest = createHmac("sha256", key).update("point district 7").digest();
    expect([row.a, row.b]).toEqual([digest.readUInt32BE(0) / 2 ** 32, digest.readUInt32BE(4) / 2 ** 32]);
    expect(Buffer.from(row.outer.map((byte) => byte ^ 0x5c)).equals(key)).toBe(true);
    for (const attempt of ["UPDATE place_blur SET inner_key = outer_key", "DELETE FROM place_blur", "TRUNCATE place_blur", "INSERT INTO place_blur (id, inner_key, outer_key) SELECT 2, inner_key, outer_key FROM place_blur"]) {
      await expect(sql(attempt), `${attempt}`).rejects.toThrow(/append-only/);
    }
  });
});
