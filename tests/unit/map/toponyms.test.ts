import { describe, expect, it } from "vitest";
import { besideMarks, labelSteps, placedToponyms } from "@/lib/map/domain/toponyms";

const named = (label: string, x: number, rank = 1) => ({ label, x, y: 100, rank });

describe("names on the map", () => {
  it("give way to those that come before them until the map is magnified enough, and the first of two that never part stays", () => {
    const placed = placedToponyms([named("Second / Second", 120, 2), named("First / First", 100, 1), named("Same / Same", 100, 3)]);
    expect(placed.find(({ label }) => label.startsWith("First"))?.from).toBe(labelSteps[0]);
    expect(placed.find(({ label }) => label.startsWith("Second"))?.from).toBeGreaterThan(labelSteps[0]);
    expect(placed.some(({ label }) => label.startsWith("Same"))).toBe(false);
  });

  it("begin right of a mark that stands on their point, at the magnification that is seen", () => {
    const [toponym] = placedToponyms([named("Place / Place", 100)]);
    if (!toponym) throw new Error("one name has room");
    const beside = (x: number, magnified: number) => besideMarks([toponym], [{ x, y: 100 }], magnified).size;
    expect([beside(100, 1), beside(85, 1), beside(70, 1), beside(130, 1)]).toEqual([1, 1, 0, 0]);
    expect([beside(105, 1), beside(105, 4)]).toEqual([1, 0]);
  });
});
