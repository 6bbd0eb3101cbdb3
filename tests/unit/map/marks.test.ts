import { describe, expect, it } from "vitest";
import { cellsOf, linesWithin } from "@/lib/map/cells/domain";
import { binNumberOf, boxOfBin, finestWithin } from "@/lib/map/domain/bin";
import { cellNamed, type MapCell, nameOfPoints } from "@/lib/map/domain/cell";
import { coarserCells, nextMark, radiusOf, shortCount, touchesCell } from "@/lib/map/domain/marks";
import { nameOfMark, whereOf } from "@/lib/map/domain/words";

const here = { lat: 39.8, lon: 46.75 };
const bin = (level: 9 | 11 | 13 | 15) => binNumberOf(here, level);
const points = (level: 9 | 11 | 13 | 15, count: number, number = bin(level)): MapCell => ({ id: nameOfPoints({ level, number }), kind: "POINTS", unit: null, ...here, count });

describe("a mark's name", () => {
  it.each(["p9-12", "u-AZE-1739", "a-5"])("%s names a cell", (name) => expect(cellNamed(name)).toBeDefined());
  it.each(["p10-1", "p9-262144", "p9--1", "u-aze-1", "u-AZE-1'--", "a-65536", "", "x"])("%s names none", (name) => expect(cellNamed(name)).toBeUndefined());

  it("says how many, where and how well that is known", () => {
    const names = { places: [{ label: "Khankendi / Stepanakert", lat: 39.815, lon: 46.752 }], units: { "AZE-1739": "Kalbajar / Karvachar" } };
    expect(nameOfMark(points(11, 1), names)).toBe("1 record, Khankendi / Stepanakert, places known to 10 km or better");
    expect(nameOfMark({ ...points(11, 1200), kind: "UNIT", unit: "AZE-1739" }, names)).toBe("1,200 records, Kalbajar / Karvachar, known by this district only");
    expect(whereOf({ ...points(11, 1), lat: 39.9 }, names)).toBe("near Khankendi / Stepanakert");
    expect(whereOf({ ...points(11, 1), lat: 45 }, names)).toBe("45.00° N, 46.75° E");
  });
});

describe("marks", () => {
  it("are drawn together in the larger bins without losing a record", () => {
    const [first, second] = [finestWithin({ level: 11, number: bin(11) }).first, finestWithin({ level: 11, number: bin(11) }).last];
    const merged = coarserCells([points(15, 3, first), points(15, 1, second), { ...points(9, 7), id: "u-AZE-1739", kind: "UNIT", unit: "AZE-1739" }], 11);
    expect(merged.map(({ id, count }) => [id, count])).toEqual([["u-AZE-1739", 7], [nameOfPoints({ level: 11, number: bin(11) }), 4]]);
    expect(touchesCell(points(15, 1, first).id, points(11, 1).id)).toBe(true);
    expect(touchesCell(points(15, 1, first).id, points(15, 1, second).id)).toBe(false);
  });

  it("say a count short and grow with its power of ten", () => {
    expect([1, 999, 1000, 1949, 9999, 999_499, 999_500, 1_250_000].map(shortCount)).toEqual(["1", "999", "1k", "1.9k", "10k", "999k", "1M", "1.3M"]);
    expect(radiusOf(1)).toBeLessThan(radiusOf(2));
    expect(radiusOf(1000) - radiusOf(100)).toBeCloseTo(radiusOf(100) - radiusOf(10), 5);
  });

  it("are gone through by the arrows: the next one lies more ahead than aside", () => {
    const marks = [{ x: 10, y: 1 }, { x: 5, y: 9 }, { x: -3, y: 0 }];
    expect(nextMark(marks, { x: 0, y: 0 }, "ArrowRight")).toBe(marks[0]);
    expect(nextMark(marks, { x: 0, y: 0 }, "ArrowDown")).toBe(marks[1]);
    expect(nextMark(marks, { x: 0, y: 0 }, "ArrowLeft")).toBe(marks[2]);
    expect(nextMark(marks, { x: 0, y: 0 }, "ArrowUp")).toBeUndefined();
  });
});

describe("counted lines", () => {
  const line = (area: string, records: number, number = -1) => ({ bin: number, area, records, ...here });

  it("become cells, one for each area, and what is on no map is counted apart", () => {
    const { cells, notOnMap } = cellsOf([line("", 2, bin(11)), line("AZE-1739", 1, 5), line("AZE-1739", 4, 6), line("@7", 1), line("-", 9), line("", 0, 3)], 11, () => here);
    expect(cells.map(({ id, count }) => [id, count])).toEqual([["u-AZE-1739", 5], [nameOfPoints({ level: 11, number: bin(11) }), 2], ["a-7", 1]]);
    expect(notOnMap).toBe(9);
  });

  it("tell nothing of a box that cuts through one of their bins", () => {
    const box = boxOfBin(bin(11), 11);
    const lines = [line("", 2, bin(11)), line("", 5, bin(11) + 4096)];
    expect(linesWithin(lines, { ...box, east: box.east - 1e-10, north: box.north - 1e-10 }, 11)).toEqual([lines[0]]);
    expect(linesWithin(lines, { ...box, east: box.east - 0.01 }, 11)).toBeUndefined();
  });
});
