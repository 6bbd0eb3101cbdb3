import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInFrame, lengthOf, located, projected, roundedPlace } from "@/lib/map/domain/projection";
import { drawRegion } from "@/lib/map/queries";

const { frame } = drawRegion({ width: 900, padding: 12, grid: 0.5 });

describe("the projection", () => {
  it("gives back the place it was given, anywhere in the region", () => {
    fc.assert(
      fc.property(fc.double({ min: 38, max: 42, noNaN: true }), fc.double({ min: 43, max: 49, noNaN: true }), (lat, lon) => {
        const back = located(frame, projected(frame, { lat, lon }));
        expect(back.lat).toBeCloseTo(lat, 8);
        expect(back.lon).toBeCloseTo(lon, 8);
      }),
    );
  });

  it("puts north above south and east right of west", () => {
    const south = projected(frame, { lat: 39, lon: 46 });
    const northEast = projected(frame, { lat: 40, lon: 47 });
    expect(northEast.y).toBeLessThan(south.y);
    expect(northEast.x).toBeGreaterThan(south.x);
  });

  it("draws ten kilometres as far as a tenth of a degree of latitude and a bit", () => {
    const tenth = projected(frame, { lat: 40, lon: 46 }).y - projected(frame, { lat: 40.1, lon: 46 }).y;
    expect(lengthOf(frame, 11_119, 40.05)).toBeCloseTo(tenth, 1);
  });

  it("rounds a pin to about ten metres", () => {
    expect(roundedPlace({ lat: 40.123456, lon: 46.98765 })).toEqual({ lat: 40.1235, lon: 46.9877 });
  });

  it("knows that Baku is off the drawing", () => {
    expect(isInFrame(frame, projected(frame, { lat: 40.4, lon: 49.9 }))).toBe(false);
    expect(isInFrame(frame, projected(frame, { lat: 39.8, lon: 46.75 }))).toBe(true);
  });
});
