import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logAxis } from "@/lib/agreements/truces/domain/log-axis";

describe("an axis from minutes to years", () => {
  it("ends at the first named step that holds the longest time", () => {
    expect(logAxis(31 * 1440).ticks.at(-1)?.label).toBe("1 year");
    expect(logAxis(9635 * 1440).ticks.at(-1)?.label).toBe("100 years");
    expect(logAxis(1).ticks.map((tick) => tick.label)).toEqual(["1 minute", "10 minutes"]);
  });

  it("gives every time a place between its ends, the longer never before the shorter", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000_000 }), fc.integer({ min: 0, max: 200_000_000 }), fc.integer({ min: 0, max: 200_000_000 }), (longest, a, b) => {
        const { positionOf, ticks } = logAxis(Math.max(longest, a, b));
        for (const minutes of [a, b, ...ticks.map((tick) => tick.minutes)]) expect(positionOf(minutes) >= 0 && positionOf(minutes) <= 1).toBe(true);
        expect(positionOf(Math.max(a, b))).toBeGreaterThanOrEqual(positionOf(Math.min(a, b)));
      }),
    );
  });

  it("has no room below a minute: what came at once stands at its beginning", () => expect(logAxis(1440).positionOf(0)).toBe(0));
});
