"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Box } from "@/lib/map/domain/bin";
import { mostMagnified } from "@/lib/map/domain/drawing";
import { type DrawingPoint, type Frame, located } from "@/lib/map/domain/projection";
import type { Viewport } from "@/lib/map/domain/viewport";
import { zoomOfWidth } from "@/lib/map/domain/zoom-level";

/** How the drawing is moved: magnified `k` times, then shifted. */
export type Move = { readonly x: number; readonly y: number; readonly k: number };
/** What is on the screen: pixels to a unit of the drawing before it is magnified, and the part of the drawing that is seen. */
export type Seen = { readonly pixelsPerUnit: number; readonly part: Viewport };

const still: Move = { x: 0, y: 0, k: 1 };

/** The part of the view that the element shows: it fills the element, so that a narrow one shows the middle of it. */
function seenIn(element: SVGSVGElement, view: Viewport): Seen {
  const { width, height } = element.getBoundingClientRect();
  const pixelsPerUnit = Math.max(width / view.width, height / view.height) || 1;
  const [shownWidth, shownHeight] = [width / pixelsPerUnit, height / pixelsPerUnit];
  return { pixelsPerUnit, part: { x: view.x + (view.width - shownWidth) / 2, y: view.y + (view.height - shownHeight) / 2, width: shownWidth, height: shownHeight } };
}

type Steering = { scaleBy: (factor: number) => void; moveBy: (x: number, y: number) => void; centreOn: (point: DrawingPoint) => void; showFirst: () => void; stop: () => void };

type Options = { frame: Frame; view: Viewport; /** Whether a press draws a box instead of moving the map. */ isHeld: boolean };

/** Moves and magnifies the drawing by pointer, wheel (with Ctrl), pinch and code. The library is fetched when the page is there. */
export function useMapView(drawing: RefObject<SVGSVGElement | null>, { frame, view, isHeld }: Options) {
  const [move, setMove] = useState<Move>(still);
  const [seen, setSeen] = useState<Seen | undefined>(undefined);
  const steering = useRef<Steering | undefined>(undefined);
  const magnified = useRef(1);
  // The library asks at each press; what it is given once is the box that holds the newest answer.
  const held = useRef(isHeld);
  useEffect(() => {
    held.current = isHeld;
  }, [isHeld]);

  useEffect(() => {
    const element = drawing.current;
    if (!element) return undefined;
    const measure = () => setSeen(seenIn(element, view));
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    let isGone = false;
    const onMove = (next: Move) => {
      magnified.current = next.k;
      setMove(next);
    };
    void steer(element, { frame, view, held, magnified, onMove }).then((ready) => {
      if (isGone) ready.stop();
      else steering.current = ready;
    });
    return () => {
      isGone = true;
      watcher.disconnect();
      steering.current?.stop();
      steering.current = undefined;
    };
  }, [drawing, frame, view]);

  const scaleBy = useCallback((factor: number) => steering.current?.scaleBy(factor), []);
  const moveBy = useCallback((x: number, y: number) => steering.current?.moveBy(x, y), []);
  const centreOn = useCallback((point: DrawingPoint) => steering.current?.centreOn(point), []);
  const showFirst = useCallback(() => steering.current?.showFirst(), []);
  return { move, seen, scaleBy, moveBy, centreOn, showFirst };
}

type SteerOptions = Omit<Options, "isHeld"> & { held: RefObject<boolean>; magnified: RefObject<number>; onMove: (move: Move) => void };

async function steer(element: SVGSVGElement, { frame, view, held, magnified, onMove }: SteerOptions): Promise<Steering> {
  const [{ zoom, zoomIdentity }, { select }] = await Promise.all([import("d3-zoom"), import("d3-selection")]);
  const { part } = seenIn(element, view);
  const least = Math.max(part.width / frame.width, part.height / frame.height);
  const behaviour = zoom<SVGSVGElement, unknown>()
    .extent(() => {
      const now = seenIn(element, view).part;
      return [[now.x, now.y], [now.x + now.width, now.y + now.height]];
    })
    .translateExtent([[0, 0], [frame.width, frame.height]])
    .scaleExtent([Math.min(1, least), mostMagnified])
    .filter((event: Event) => isMovement(event, { isHeld: held.current, isMagnified: magnified.current > 1 }))
    .on("zoom", ({ transform: { x, y, k } }: { transform: Move }) => onMove({ x, y, k }));
  const target = select(element);
  target.call(behaviour).on("dblclick.zoom", null);
  return {
    scaleBy: (factor) => behaviour.scaleBy(target, factor),
    moveBy: (x, y) => behaviour.translateBy(target, x, y),
    centreOn: (point) => behaviour.translateTo(target, point.x, point.y),
    showFirst: () => behaviour.transform(target, zoomIdentity),
    stop: () => void target.on(".zoom", null),
  };
}

/** A wheel without Ctrl and one finger on a map that is not magnified scroll the page. */
function isMovement(event: Event, { isHeld, isMagnified }: { isHeld: boolean; isMagnified: boolean }): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
  if (isHeld) return false;
  if (event instanceof MouseEvent) return event.button === 0 && !event.ctrlKey && !event.shiftKey;
  return !("touches" in event) || (event as TouchEvent).touches.length > 1 || isMagnified;
}

/** Whether a point of the drawing is on the screen. */
export function isSeen({ x, y }: DrawingPoint, { part }: Seen, move: Move): boolean {
  const [px, py] = [x * move.k + move.x, y * move.k + move.y];
  return px >= part.x && px <= part.x + part.width && py >= part.y && py <= part.y + part.height;
}

/** The part of the earth that is seen, and the zoom as web maps count it. */
export function lookedAt(frame: Frame, { pixelsPerUnit, part }: Seen, { x, y, k }: Move): { box: Box; zoom: number } {
  const at = (px: number, py: number) => located(frame, { x: (px - x) / k, y: (py - y) / k });
  const [northWest, southEast] = [at(part.x, part.y), at(part.x + part.width, part.y + part.height)];
  const box = { west: northWest.lon, north: northWest.lat, east: southEast.lon, south: southEast.lat };
  return { box, zoom: zoomOfWidth(part.width * pixelsPerUnit, box.east - box.west) };
}
