import { publicWorkflowStates } from "@/lib/codelists/workflow";
import type { Prisma } from "@/lib/db/generated/client";
import { calendarDate, toStoredDay } from "@/lib/kernel/calendar-date";
import type { ProtectedField } from "@/lib/codelists/protected-field";
import type { IncidentScope } from "../policy";
import { markedBy, type PlaceReaders } from "./map/queries";
import type { IncidentFilter } from "./schema";

type Where = Prisma.IncidentWhereInput;

/** Records that the scope may know of. Every read of incidents begins with this condition. */
export function visible(scope: IncidentScope): Where {
  if (scope.unpublished === "ALL") return {};
  return scope.unpublished === "TEAM" ? { OR: [publicOnce(), { teamId: scope.teamId }] } : publicOnce();
}

/** Records that are public, or were: what became of them since is told to everybody. */
export const publicOnce = (): Where => ({ OR: [{ workflow: { in: [...publicWorkflowStates] } }, { workflow: "MERGED_INTO", publishedAt: { not: null } }] });

/**
 * Records whose field is open to the scope: a filter must not tell what the view withholds. The database keeps the names of the fields that
 * are withheld, by the marks of record and field (migration `protection`); `mayReadField` in policy.ts is the same for one record. A district
 * is withheld with the place where the source is protected.
 */
export function fieldOpen(scope: IncidentScope, field: ProtectedField | "unit"): Where {
  if (!scope.seesStaff) return { NOT: { internalFields: { has: field } } };
  if (scope.protectedFields === "ALL") return {};
  const open: Where = { NOT: { restrictedFields: { has: field } } };
  return scope.protectedFields === "TEAM" ? { OR: [open, { teamId: scope.teamId }] } : open;
}

/** The records that list, count and export all mean by one filter. */
export function selected(scope: IncidentScope, filter: IncidentFilter): Where {
  const conditions: (Where | undefined)[] = [
    visible(scope),
    during(filter),
    filter.type.length > 0 ? { type: { in: filter.type } } : undefined,
    filter.unit.length > 0 ? { AND: [fieldOpen(scope, "unit"), { unitCode: { in: filter.unit } }] } : undefined,
    filter.party.length > 0 ? { claims: { some: { OR: [{ against: { in: filter.party } }, { speakerRow: { side: { in: filter.party } } }] } } } : undefined,
    filter.verification.length > 0 ? { verification: { in: filter.verification } } : undefined,
    filter.workflow.length > 0 ? { workflow: { in: filter.workflow } } : undefined,
    filter.obligation.length > 0 ? { obligations: { some: { obligation: { code: { in: filter.obligation } } } } } : undefined,
    filter.q === undefined || filter.q === "" ? undefined : mentioning(scope, filter.q),
    filter.bbox === undefined ? undefined : shownWithin(scope, filter.bbox),
    ...standingOnMap(scope, filter),
  ];
  return { AND: conditions.filter((condition) => condition !== undefined) };
}

/** Records that a map shows, by their place or area or by what stands for it: for every reader the same ones (migration `map_bins`). */
export const onMap = (_scope: IncidentScope): Where => ({ onMap: true });

const standingOnMap = (scope: IncidentScope, { cell, map }: IncidentFilter): (Where | undefined)[] => [
  cell.length > 0 ? markedBy(readersOfPlace(scope), cell) : undefined,
  map === undefined ? undefined : map === "shown" ? onMap(scope) : { NOT: onMap(scope) },
];

/** Who of the scope reads which places: what decides by which mark a record stands on its map. */
export function readersOfPlace(scope: IncidentScope): PlaceReaders {
  const open = fieldOpen(scope, "place");
  return { open, withheld: scope.seesStaff && scope.protectedFields === "ALL" ? undefined : { NOT: open } };
}

/** Records of which some day falls in the span: a closure of months is found in each of its months. */
function during({ from, to }: IncidentFilter): Where {
  const last = to === undefined ? {} : { occurredStart: { lte: toStoredDay(calendarDate(to)) } };
  if (from === undefined) return last;
  const first = toStoredDay(calendarDate(from));
  return { AND: [last, { OR: [{ occurredStart: { gte: first } }, { occurredEnd: { gte: first } }] }] };
}

function mentioning(scope: IncidentScope, text: string): Where {
  // `contains` is ILIKE underneath: what is typed is meant literally.
  const contains = { contains: text.replaceAll(/[\\%_]/g, String.raw`\$&`), mode: "insensitive" as const };
  const number = /^TL-(\d{6,9})$/i.exec(text)?.[1];
  return {
    OR: [
      { AND: [fieldOpen(scope, "title"), { title: contains }] },
      { AND: [fieldOpen(scope, "narrative"), { narrative: contains }] },
      { AND: [fieldOpen(scope, "place"), { OR: [{ placeName: contains }, { place: { names: { some: { form: contains } } } }] }] },
      ...(number === undefined ? [] : [{ id: Number(number) }]),
    ],
  };
}

type Box = NonNullable<IncidentFilter["bbox"]>;

/** Records that this reader's map shows in the box: a protected place counts where its public point lies, which is all that the reader is shown of it. */
function shownWithin(scope: IncidentScope, box: Box): Where {
  if (!scope.seesStaff) return within(box, publicPoint);
  if (scope.protectedFields === "ALL") return within(box, place);
  const isOpen = fieldOpen(scope, "place");
  return { OR: [{ AND: [isOpen, within(box, place)] }, { AND: [{ NOT: isOpen }, within(box, publicPoint)] }] };
}

type PointColumns = { readonly lat: "lat" | "publicLat"; readonly lon: "lon" | "publicLon" };
const place: PointColumns = { lat: "lat", lon: "lon" };
const publicPoint: PointColumns = { lat: "publicLat", lon: "publicLon" };

function within({ west, south, east, north }: Box, { lat, lon }: PointColumns): Where {
  const isBetween: Where = west <= east ? { [lon]: { gte: west, lte: east } } : { OR: [{ [lon]: { gte: west } }, { [lon]: { lte: east } }] };
  return { AND: [{ [lat]: { gte: south, lte: north } }, isBetween] };
}
