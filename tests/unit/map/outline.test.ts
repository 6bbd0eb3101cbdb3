import { describe, expect, it } from "vitest";
import { contains, pathOf, ringsOf } from "@/lib/map/domain/outline";

const square = (from: number, to: number) => [
  { x: from, y: from },
  { x: to, y: from },
  { x: to, y: to },
  { x: from, y: to },
  { x: from, y: from },
];

describe("an outline", () => {
  it("is rounded to the grid and drops points that fall together", () => {
    expect(pathOf([[{ x: 0.1, y: 0 }, { x: 0.2, y: 0.1 }, { x: 4.1, y: 0 }, { x: 4, y: 3.9 }]], 1)).toBe("M0,0L4,0L4,4Z");
  });

  it("leaves out a ring that vanishes on the grid", () => {
    expect(pathOf([square(0, 0.2)], 1)).toBe("");
  });

  it("is read back as it was written", () => {
    expect(ringsOf("M0,0L4,0L4,4ZM1,1L2,1L2,2Z")).toEqual([
      [{ x: 0, y: 0 }, { x: 4, y: 0 }, { x: 4, y: 4 }],
      [{ x: 1, y: 1 }, { x: 2, y: 1 }, { x: 2, y: 2 }],
    ]);
  });

  it("holds the points inside it, but not those in a hole", () => {
    const path = pathOf([square(0, 10), square(4, 6)], 1);
    expect(contains(path, { x: 1, y: 1 })).toBe(true);
    expect(contains(path, { x: 5, y: 5 })).toBe(false);
    expect(contains(path, { x: 11, y: 5 })).toBe(false);
  });
});
