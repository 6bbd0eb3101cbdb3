import { z } from "zod";
import { dayField, isStorable, oneOf } from "@/lib/codelists/code-schema";
import { incidentTypeCodes } from "@/lib/codelists/incident-type";
import { verificationCodes } from "@/lib/codelists/verification";
import { workflowStateCodes } from "@/lib/codelists/workflow";
import type { Result } from "@/lib/kernel/result";
import { cellNamed } from "@/lib/map/domain/cell";

const codes = z.array(z.string().trim().min(1).max(60).refine((text) => !text.includes("\u0000"), { error: "Not a code." })).max(100).default([]);

/** `minLon,minLat,maxLon,maxLat`, as in GeoJSON; a box that crosses the date line has its west above its east. */
const bbox = z.string().transform((text, ctx) => {
  const [west, south, east, north, ...more] = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const isBox = more.length === 0 && inRange(west, 180) && inRange(east, 180) && inRange(south, 90) && inRange(north, 90) && south <= north;
  if (isBox) return { west, south, east, north };
  ctx.addIssue({ code: "custom", message: `${JSON.stringify(text)} is not a box; write minLon,minLat,maxLon,maxLat in degrees.` });
  return z.NEVER;
});
const inRange = (value: number | undefined, limit: number): value is number => value !== undefined && Math.abs(value) <= limit;

/** Marks of the map; any of them is meant. */
const cells = z.array(z.string().refine((name) => cellNamed(name) !== undefined, { error: (issue) => `${JSON.stringify(issue.input)} is not a cell of the map.` })).max(100).default([]);
export const mapStandings = ["shown", "notShown"] as const;

export const incidentSorts = ["-occurred", "occurred"] as const;

/** What a list of incidents is narrowed by. Fields narrow further; several values of one field widen. */
export const incidentFilter = z
  .object({
    from: dayField.optional(),
    to: dayField.optional(),
    type: z.array(oneOf(incidentTypeCodes)).default([]),
    unit: codes,
    party: codes,
    verification: z.array(oneOf(verificationCodes)).default([]),
    workflow: z.array(oneOf(workflowStateCodes)).default([]),
    obligation: codes,
    q: z.string().trim().max(200).refine(isStorable, { error: "The text holds characters that can't be searched for." }).optional(),
    bbox: bbox.optional(),
    cell: cells,
    map: oneOf(mapStandings).optional(),
    sort: oneOf(incidentSorts).default("-occurred"),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  })
  .superRefine((filter, ctx) => {
    if (filter.from !== undefined && filter.to !== undefined && filter.from > filter.to)
      ctx.addIssue({ code: "custom", path: ["to"], message: `The end, ${filter.to}, is before the start, ${filter.from}.` });
    if (filter.cursor !== undefined && cursorOf(filter.cursor) === undefined)
      ctx.addIssue({ code: "custom", path: ["cursor"], message: "The cursor is not one that this list gave; begin again without it." });
  });

/** The text of a filter as the database looks for it: `tsquery` over folded words. */
export type Words = {
  /** What must be there; empty where the text holds no word. */
  readonly needed: string;
  /** That, and what must not be there. */
  readonly all: string;
  /** How the words begin that are marked in what is shown. */
  readonly beginnings: readonly string[];
  /** Nothing holds the words as they were typed; these are words that look like them. */
  readonly isLoose: boolean;
};

/** `words` is the text once it is understood (words/queries.ts); no address names it. */
export type IncidentFilter = z.infer<typeof incidentFilter> & { words?: Words | undefined };

/** The filters in force by their names in the address; what belongs to a page of the list has no part in it. */
export function filterAsked({ cursor: _cursor, limit: _limit, sort: _sort, words: _words, bbox, ...filter }: IncidentFilter): Record<string, string[]> {
  const box = bbox === undefined ? [] : [[bbox.west, bbox.south, bbox.east, bbox.north].join(",")];
  const given = Object.entries({ ...filter, bbox: box }).map(([name, value]): [string, string[]] => [name, value === undefined ? [] : [value].flat()]);
  return Object.fromEntries(given.filter(([, values]) => values.length > 0));
}

const several = ["type", "unit", "party", "verification", "workflow", "obligation", "cell"] as const;
const single = ["from", "to", "q", "bbox", "map", "sort", "cursor", "limit"] as const;

/** The filter that an address names. An empty value is none; names that are no filter belong to the page. */
export function filterFromSearchParams(params: URLSearchParams): Result<IncidentFilter> {
  const given: Record<string, string | string[]> = {};
  for (const name of several) given[name] = params.getAll(name).filter((value) => value !== "");
  for (const name of single) {
    const value = params.getAll(name).findLast((text) => text.trim() !== "");
    if (value !== undefined) given[name] = value;
  }
  const parsed = incidentFilter.safeParse(given);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors = parsed.error.issues.map((issue) => ({ path: issue.path.map(String).join("."), code: issue.code, message: issue.message }));
  return { ok: false, refusal: { kind: "invalid", errors } };
}

export type Cursor = { occurredStart: string; id: number };

/** The place in the list after which the next page begins, in a form that nobody is meant to read. */
export const cursorText = (cursor: Cursor): string => btoa(`${cursor.occurredStart} ${cursor.id}`).replaceAll("=", "");

/** The place that a cursor names, or undefined where this product made no such cursor. */
export function cursorOf(text: string): Cursor | undefined {
  let plain: string;
  try {
    plain = atob(text);
  } catch {
    return undefined;
  }
  const match = /^(\d{4}-\d{2}-\d{2}) (\d{1,9})$/.exec(plain);
  const [, occurredStart, id] = match ?? [];
  return occurredStart !== undefined && id !== undefined && dayField.safeParse(occurredStart).success ? { occurredStart, id: Number(id) } : undefined;
}
