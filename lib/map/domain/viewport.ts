import type { DrawingPoint, Frame } from "./projection";

/** The part of a drawing that is shown: an SVG viewBox that keeps the frame's proportions. */
export type Viewport = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export const maximumZoom = 16;

export const wholeFrame = (frame: Frame): Viewport => ({ x: 0, y: 0, width: frame.width, height: frame.height });

/** How much larger than in the whole frame things are drawn. */
export const zoomOf = (frame: Frame, view: Viewport): number => frame.width / view.width;

const between = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** Shows `factor` times more detail around a point, never beyond the frame or the closest zoom. */
export function zoomed(frame: Frame, view: Viewport, { factor, around }: { factor: number; around: DrawingPoint }): Viewport {
  const zoom = between(zoomOf(frame, view) * factor, 1, maximumZoom);
  const [width, height] = [frame.width / zoom, frame.height / zoom];
  return inside(frame, { x: around.x - width / 2, y: around.y - height / 2, width, height });
}

/** The view moved by a distance in drawing units. */
export const panned = (frame: Frame, view: Viewport, by: DrawingPoint): Viewport => inside(frame, { ...view, x: view.x + by.x, y: view.y + by.y });

/** The view moved just so far that the point is well inside it. */
export function following(frame: Frame, view: Viewport, point: DrawingPoint): Viewport {
  const [marginX, marginY] = [view.width * 0.1, view.height * 0.1];
  const seen = point.x >= view.x + marginX && point.x <= view.x + view.width - marginX && point.y >= view.y + marginY && point.y <= view.y + view.height - marginY;
  return seen ? view : inside(frame, { ...view, x: point.x - view.width / 2, y: point.y - view.height / 2 });
}

const inside = (frame: Frame, view: Viewport): Viewport => ({
  ...view,
  x: between(view.x, 0, frame.width - view.width),
  y: between(view.y, 0, frame.height - view.height),
});

export const centreOf = (view: Viewport): DrawingPoint => ({ x: view.x + view.width / 2, y: view.y + view.height / 2 });
export const viewBoxOf = (view: Viewport): string => [view.x, view.y, view.width, view.height].map((value) => Math.round(value * 100) / 100).join(" ");
