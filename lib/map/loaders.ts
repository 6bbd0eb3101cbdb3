import { cache } from "react";
import { requireActor } from "@/lib/auth/session";
import { type FilterChoices, listFilterChoices } from "@/lib/incidents/filter/choices/queries";
import { type IncidentScope, mayExport, scopeOf } from "@/lib/incidents/policy";
import { countIncidents, type IncidentListItem, listIncidents } from "@/lib/incidents/queries";
import { filterFromSearchParams, type IncidentFilter } from "@/lib/incidents/schema";
import type { FieldError } from "@/lib/kernel/refusal";
import { listCells } from "./cells/queries";
import type { MapCell } from "./domain/cell";
import type { RegionMap } from "./domain/district";
import type { MapDrawing } from "./domain/drawing";
import { type Month, monthsBetween } from "./domain/months";
import { drawnAt, isInFrame } from "./domain/projection";
import { findDays } from "./days/queries";
import { mapDrawing } from "./drawing/queries";
import { listMapPlaces, type MapPlaces } from "./places/queries";
import { drawRegion } from "./queries";
import type { ObligationZone } from "./zones/domain";
import { listZones } from "./zones/queries";

/** The drawing behind the pin picker: fine enough to place a pin within a district. */
export const loadPickerMap = cache((): RegionMap => drawRegion({ width: 900, padding: 12, grid: 0.5 }));

/** The small drawing on a record's page. */
export const loadLocatorMap = cache((): RegionMap => drawRegion({ width: 480, padding: 8, grid: 1 }));

export type MapSelection = { readonly count: number; readonly items: readonly IncidentListItem[] };

export type MapPage = MapPlaces & {
  readonly drawing: MapDrawing;
  readonly cells: readonly MapCell[];
  readonly notOnMap: number;
  /** Cells that lie beyond the drawing. */
  readonly outside: readonly MapCell[];
  readonly zones: readonly ObligationZone[];
  readonly months: readonly Month[];
  /** The records of the marks or the box that the address names. */
  readonly selection: MapSelection | undefined;
  readonly choices: FilterChoices;
  readonly mayExport: boolean;
  readonly errors: readonly FieldError[];
};

/** The zoom of the first picture: marks for a screen, which a narrow one draws together. */
const firstZoom = 8;
/** So many records of a selection are shown beside the map; all of them are in the list. */
const itemsShown = 8;

/** The map for the filters of an address. What the address selects is shown beside it and leaves the picture whole. */
export async function loadMap(searchParams: URLSearchParams): Promise<MapPage> {
  const actor = await requireActor();
  const scope = scopeOf(actor);
  const [choices, places, zones, days] = await Promise.all([listFilterChoices(scope), listMapPlaces(), listZones(), findDays(scope)]);
  const shared = { ...places, drawing: mapDrawing(), choices, zones, months: days ? monthsBetween(days.first, days.last) : [], mayExport: mayExport(actor) };
  const filter = filterFromSearchParams(searchParams);
  if (!filter.ok) return { ...shared, cells: [], notOnMap: 0, outside: [], selection: undefined, errors: filter.refusal.kind === "invalid" ? filter.refusal.errors : [] };
  const picture: IncidentFilter = { ...filter.value, cell: [], bbox: undefined, map: undefined };
  const [{ cells, notOnMap }, selection] = await Promise.all([listCells(scope, { ...picture, zoom: firstZoom, layer: "all" }), selectionOf(scope, filter.value)]);
  const outside = cells.filter((cell) => !isInFrame(shared.drawing.frame, drawnAt(shared.drawing.frame, cell)));
  return { ...shared, cells, notOnMap, outside, selection, errors: [] };
}

async function selectionOf(scope: IncidentScope, filter: IncidentFilter): Promise<MapSelection | undefined> {
  if (filter.cell.length === 0 && filter.bbox === undefined) return undefined;
  const [{ count }, { items }] = await Promise.all([countIncidents(scope, filter), listIncidents(scope, { ...filter, cursor: undefined, limit: itemsShown })]);
  return { count, items };
}
