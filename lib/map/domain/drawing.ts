import type { DrawingPoint, Frame } from "./projection";
import type { Viewport } from "./viewport";

/** A unit of the basemap, drawn. Names are those of the basemap and no statement on status. */
export type DrawnUnit = { readonly code: string; readonly name: string; readonly path: string; /** One of the districts that the agreements are about. */ readonly isWatched: boolean };

/** One of our own toponyms: both forms in alphabetical order, and from which magnification on there is room for it. */
export type Toponym = DrawingPoint & { readonly label: string; readonly from: number };

/** The map of the whole region. `view` is what it shows first; a narrow screen shows the middle of it. */
export type MapDrawing = {
  readonly frame: Frame;
  readonly view: Viewport;
  readonly land: string;
  readonly lakes: string;
  readonly units: readonly DrawnUnit[];
};

/** How far the map can be magnified. */
export const mostMagnified = 24;
