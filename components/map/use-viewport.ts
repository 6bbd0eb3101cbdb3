"use client";

import { useRef, useState, type PointerEvent, type RefObject } from "react";
import type { DrawingPoint, Frame } from "@/lib/map/domain/projection";
import { centreOf, following, panned, type Viewport, wholeFrame, zoomed, zoomOf } from "@/lib/map/domain/viewport";

type Drag = { from: DrawingPoint; last: DrawingPoint; isDragging: boolean };

/** Below this many screen pixels a press is a click, not a drag. */
const clickTolerance = 5;

/** What part of the drawing is shown, and how pointer moves change it. A press without a drag is reported to `onPress`. */
export function useViewport(frame: Frame, drawing: RefObject<SVGSVGElement | null>, onPress: (point: DrawingPoint) => void) {
  const [view, setView] = useState<Viewport>(() => wholeFrame(frame));
  const drag = useRef<Drag | undefined>(undefined);

  const unitsPerPixel = (): number => view.width / (drawing.current?.getBoundingClientRect().width ?? frame.width);
  const pointAt = (event: PointerEvent): DrawingPoint => {
    const box = drawing.current?.getBoundingClientRect();
    return { x: view.x + (event.clientX - (box?.left ?? 0)) * unitsPerPixel(), y: view.y + (event.clientY - (box?.top ?? 0)) * unitsPerPixel() };
  };

  const pointer = {
    onPointerDown: (event: PointerEvent) => {
      const from = { x: event.clientX, y: event.clientY };
      drag.current = { from, last: from, isDragging: false };
    },
    onPointerMove: (event: PointerEvent) => {
      const current = drag.current;
      if (!current || zoomOf(frame, view) === 1) return;
      const here = { x: event.clientX, y: event.clientY };
      const isDragging = current.isDragging || Math.hypot(here.x - current.from.x, here.y - current.from.y) > clickTolerance;
      if (isDragging) setView(panned(frame, view, { x: (current.last.x - here.x) * unitsPerPixel(), y: (current.last.y - here.y) * unitsPerPixel() }));
      drag.current = { from: current.from, last: isDragging ? here : current.last, isDragging };
    },
    onPointerUp: (event: PointerEvent) => {
      const current = drag.current;
      drag.current = undefined;
      if (current && !current.isDragging) onPress(pointAt(event));
    },
    onPointerCancel: () => {
      drag.current = undefined;
    },
  };

  return {
    view,
    zoom: zoomOf(frame, view),
    pointer,
    zoomBy: (factor: number, around?: DrawingPoint) => setView((before) => zoomed(frame, before, { factor, around: around ?? centreOf(before) })),
    showAll: () => setView(wholeFrame(frame)),
    follow: (point: DrawingPoint) => setView((before) => following(frame, before, point)),
  };
}
