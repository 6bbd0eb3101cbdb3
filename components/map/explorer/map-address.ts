import type { Box } from "@/lib/map/domain/bin";
import type { Month } from "@/lib/map/domain/months";
import { boxText } from "@/lib/map/domain/selection";

/** What belongs to pages of a list, and what the picture is not narrowed by. */
const ofTheList = ["cursor", "limit", "sort", "map"] as const;
const ofTheSelection = ["cell", "bbox"] as const;

function without(params: URLSearchParams, names: readonly string[]): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const name of names) next.delete(name);
  return next;
}

const href = (path: string, params: URLSearchParams): string => (params.size === 0 ? path : `${path}?${params}`);

/** The filters that the picture is drawn for: without what the address selects in it. */
export const pictureParams = (params: URLSearchParams): URLSearchParams => without(params, [...ofTheList, ...ofTheSelection]);

/** The map with one mark selected. */
export function markHref(params: URLSearchParams, cell: string): string {
  const next = pictureParams(params);
  next.set("cell", cell);
  return href("/map", next);
}

/** The map with a mark more, or less, in the selection. */
export function toggleHref(params: URLSearchParams, cell: string): string {
  const next = without(params, [...ofTheList, "bbox", "cell"]);
  const chosen = params.getAll("cell");
  for (const one of chosen.includes(cell) ? chosen.filter((other) => other !== cell) : [...chosen, cell]) next.append("cell", one);
  return href("/map", next);
}

/** The map with all records of a box selected. */
export function boxHref(params: URLSearchParams, box: Box): string {
  const next = pictureParams(params);
  next.set("bbox", boxText(box));
  return href("/map", next);
}

/** The map with nothing selected. */
export const clearHref = (params: URLSearchParams): string => href("/map", pictureParams(params));

/** The map of one month; of all days without one. The selection stays: it may hold other records then. */
export function monthHref(params: URLSearchParams, month: Month | undefined): string {
  const next = without(params, [...ofTheList, "from", "to"]);
  if (month) {
    next.set("from", month.from);
    next.set("to", month.to);
  }
  return href("/map", next);
}

/** The list of the same records: of the selection where there is one. */
export const listHref = (params: URLSearchParams): string => href("/incidents", without(params, ["cursor", "limit", "map"]));

/** The statistics of the same records. */
export const statisticsHref = (params: URLSearchParams): string => href("/statistics", without(params, ofTheList));

/** The map of the same records as a list. */
export const mapHref = (params: URLSearchParams): string => href("/map", without(params, ofTheList));

/** The list of those records of the filters that no map shows. */
export function notShownHref(params: URLSearchParams): string {
  const next = pictureParams(params);
  next.set("map", "notShown");
  return href("/incidents", next);
}

/** The days that the filters name. */
export const daysOf = (params: URLSearchParams): { from: string | undefined; to: string | undefined } => ({ from: params.get("from") || undefined, to: params.get("to") || undefined });

/** As many cells as an address may name. */
const mostNamed = 100;

/** The list of the records of these marks; undefined where they are too many for an address. */
export function cellsHref(params: URLSearchParams, cells: readonly { readonly id: string }[]): string | undefined {
  if (cells.length === 0 || cells.length > mostNamed) return undefined;
  const next = pictureParams(params);
  for (const { id } of cells) next.append("cell", id);
  return href("/incidents", next);
}

export type View = { readonly zoom: number; readonly box?: Box; readonly layer?: "points" };

/** Where the cells of a view are asked for. */
export function cellsAddress(params: URLSearchParams, { zoom, box, layer }: View): string {
  const next = pictureParams(params);
  next.set("zoom", String(Math.max(0, Math.min(22, Math.round(zoom * 10) / 10))));
  if (box) next.set("bbox", boxText(box));
  if (layer) next.set("layer", layer);
  return `/api/v1/map/cells?${next}`;
}
