"use client";

import { type RefObject, useState } from "react";
import type { Box } from "@/lib/map/domain/bin";
import { type DrawingPoint, type Frame, located } from "@/lib/map/domain/projection";
import type { Viewport } from "@/lib/map/domain/viewport";
import type { Move, Seen } from "./use-map-view";

type Options = { drawing: RefObject<SVGSVGElement | null>; frame: Frame; seen: Seen | undefined; move: Move; isHeld: boolean; onBox: (box: Box) => void };

/** Below this many pixels a press is no box. */
const leastPixels = 6;

/** A box that is drawn over the map, with the tool or with Shift: `drawn` while it is drawn, and then where it lies on the earth. */
export function useBoxTool({ drawing, frame, seen, move, isHeld, onBox }: Options) {
  const [ends, setEnds] = useState<{ from: DrawingPoint; to: DrawingPoint } | undefined>(undefined);

  const pointAt = (event: PointerEvent): DrawingPoint => {
    const box = drawing.current?.getBoundingClientRect();
    const { pixelsPerUnit, part } = seen ?? { pixelsPerUnit: 1, part: { x: 0, y: 0 } };
    return { x: part.x + (event.clientX - (box?.left ?? 0)) / pixelsPerUnit, y: part.y + (event.clientY - (box?.top ?? 0)) / pixelsPerUnit };
  };
  const finish = () => {
    if (!ends || !seen) return;
    setEnds(undefined);
    const { x, y, width, height } = between(ends.from, ends.to);
    if (width * seen.pixelsPerUnit < leastPixels || height * seen.pixelsPerUnit < leastPixels) return;
    const at = (px: number, py: number) => located(frame, { x: (px - move.x) / move.k, y: (py - move.y) / move.k });
    const [northWest, southEast] = [at(x, y), at(x + width, y + height)];
    onBox({ west: northWest.lon, north: northWest.lat, east: southEast.lon, south: southEast.lat });
  };

  return {
    drawn: ends && between(ends.from, ends.to),
    pointer: {
      pointerdown: (event: PointerEvent) => {
        if (event.button !== 0 || !(isHeld || (event.shiftKey && !isOnMark(event)))) return;
        drawing.current?.setPointerCapture(event.pointerId);
        setEnds({ from: pointAt(event), to: pointAt(event) });
      },
      pointermove: (event: PointerEvent) => setEnds((before) => before && { ...before, to: pointAt(event) }),
      pointerup: finish,
      pointercancel: () => setEnds(undefined),
    },
  };
}

/** Whether something happened on a mark, which has its own ways. */
export const isOnMark = ({ target }: Event): boolean => target instanceof Element && target.closest("a") !== null;

const between = (a: DrawingPoint, b: DrawingPoint): Viewport => ({ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) });
