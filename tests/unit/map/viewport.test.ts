import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { following, maximumZoom, panned, viewBoxOf, wholeFrame, zoomed, zoomOf } from "@/lib/map/domain/viewport";

const frame = { width: 900, height: 990, scale: 1, dx: 0, dy: 0 };
const whole = wholeFrame(frame);

describe("the part of the map that is shown", () => {
  it("never leaves the frame, however it is zoomed and moved", () => {
    const step = fc.record({ factor: fc.constantFrom(0.5, 2), x: fc.integer({ min: -900, max: 1800 }), y: fc.integer({ min: -900, max: 1800 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (moves) => {
        const view = moves.reduce((before, { factor, x, y }) => panned(frame, zoomed(frame, before, { factor, around: { x, y } }), { x: x / 3, y: y / 3 }), whole);
        expect(view.x).toBeGreaterThanOrEqual(0);
        expect(view.y).toBeGreaterThanOrEqual(0);
        expect(view.x + view.width).toBeLessThanOrEqual(frame.width + 1e-6);
        expect(view.y + view.height).toBeLessThanOrEqual(frame.height + 1e-6);
        expect(zoomOf(frame, view)).toBeLessThanOrEqual(maximumZoom + 1e-6);
      }),
    );
  });

  it("is the whole frame again after zooming out", () => {
    const near = zoomed(frame, whole, { factor: 2, around: { x: 450, y: 495 } });
    expect(near).toEqual({ x: 225, y: 247.5, width: 450, height: 495 });
    expect(zoomed(frame, near, { factor: 0.5, around: { x: 0, y: 0 } })).toEqual(whole);
  });

  it("follows a pin that leaves it, and stays still while the pin is well inside", () => {
    const near = zoomed(frame, whole, { factor: 4, around: { x: 450, y: 495 } });
    expect(following(frame, near, { x: 450, y: 495 })).toBe(near);
    expect(following(frame, near, { x: 100, y: 495 }).x).toBe(0);
  });

  it("is written as a view box", () => {
    expect(viewBoxOf({ x: 1.234, y: 0, width: 450, height: 495 })).toBe("1.23 0 450 495");
  });
});
