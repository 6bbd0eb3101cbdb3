import { hiddenWorkflowStates, publicWorkflowStates, type WorkflowState } from "@/lib/codelists/workflow";
import type { Prisma } from "@/lib/db/generated/client";
import { calendarDate, toStoredDay } from "@/lib/kernel/calendar-date";
import type { ProtectedField } from "@/lib/codelists/protected-field";
import type { IncidentScope } from "../policy";
import { markedBy, type PlaceReaders } from "./map/queries";
import type { IncidentFilter, Words } from "./schema";

type Where = Prisma.IncidentWhereInput;
/** Written as for Prisma, with words that only `conditionSql` knows: the full-text index is beyond Prisma. */
type Asked = { readonly AND: readonly object[] };

/** Records that the scope may know of. Every read of incidents begins with this condition. */
export function visible(scope: IncidentScope): Where {
  const [only, ...more] = visibleArms(scope);
  return only && more.length === 0 ? only : { OR: visibleArms(scope) };
}

/**
 * The same in arms that an index can serve each. What terms keep to its team is never public (the database holds that), and what was
 * undone with its batch is shown to nobody; `maySee` in policy.ts is the same for one record. Where only some states are asked for, arms that hold
 * none of them are left out, be it all.
 */
export function visibleArms(scope: IncidentScope, states: readonly WorkflowState[] = []): Where[] {
  const own: Where = { teamId: scope.teamId, workflow: { notIn: [...hiddenWorkflowStates] } };
  if (scope.unpublished === "ALL") return [{ workflow: { notIn: [...hiddenWorkflowStates] }, OR: [{ restriction: null }, { teamId: scope.teamId }] }];
  // An arm that holds no record of the states that are asked for would be read to its end to find none.
  const open = states.length === 0 || states.some((state) => everPublic.includes(state)) ? [publicOnce()] : [];
  return scope.unpublished === "TEAM" ? [...open, own] : open;
}

const everPublic: readonly WorkflowState[] = [...publicWorkflowStates, "MERGED_INTO"];

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
export const selected = (scope: IncidentScope, filter: IncidentFilter): Asked => ({ AND: [visible(scope), narrowed(scope, filter)] });

/** What the filter asks of a record, beyond that its reader may know of it. */
export function narrowed(scope: IncidentScope, filter: IncidentFilter): Asked {
  const conditions: (Where | object | undefined)[] = [
    during(filter),
    filter.type.length > 0 ? { type: { in: filter.type } } : undefined,
    filter.unit.length > 0 ? { AND: [fieldOpen(scope, "unit"), { unitCode: { in: filter.unit } }] } : undefined,
    filter.party.length > 0 ? { claims: { some: { OR: [{ against: { in: filter.party } }, { speakerRow: { side: { in: filter.party } } }] } } } : undefined,
    filter.verification.length > 0 ? { verification: { in: filter.verification } } : undefined,
    filter.workflow.length > 0 ? { workflow: { in: filter.workflow } } : undefined,
    filter.obligation.length > 0 ? { obligations: { some: { obligation: { code: { in: filter.obligation } } } } } : undefined,
    filter.q === undefined || filter.q === "" ? undefined : mentioning(scope, filter),
    filter.bbox === undefined ? undefined : shownWithin(scope, filter.bbox),
    ...standingOnMap(scope, filter),
  ];
  return { AND: conditions.filter((condition) => condition !== undefined) };
}

/** Records that a map shows, by their place or area or by what stands for it: for every reader the same ones (migration `map_bins`). */
export const onMap: Where = { onMap: true };

const standingOnMap = (scope: IncidentScope, { cell, map }: IncidentFilter): (Where | undefined)[] => [
  cell.length > 0 ? markedBy(readersOfPlace(scope), cell) : undefined,
  map === undefined ? undefined : map === "shown" ? onMap : { NOT: onMap },
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

/** Words as they may be looked for: in everything, or in what is left of a record when fields that the named column lists are taken out. */
export type WordsAsked = { readonly needed: string; readonly all: string; readonly withheld: "internalFields" | "restrictedFields" | null; readonly ownTeamId: number | null };

/** Records that hold the words where the reader may read. Text is never looked for in what the view withholds, be it to find it or to exclude it. */
export function wordsShown(scope: IncidentScope, { needed, all }: Words): object {
  const own: Pick<WordsAsked, "withheld" | "ownTeamId"> = !scope.seesStaff
    ? { withheld: "internalFields", ownTeamId: null }
    : scope.protectedFields === "ALL"
      ? { withheld: null, ownTeamId: null }
      : { withheld: "restrictedFields", ownTeamId: scope.protectedFields === "TEAM" ? scope.teamId : null };
  return { search: { needed, all, ...own } satisfies WordsAsked };
}

/** A record is also found by its reference, and by the whole of its external id where its title may be read. */
function mentioning(scope: IncidentScope, { q = "", words }: IncidentFilter): object {
  if (words === undefined) throw new Error("the text of a filter is understood before it is asked for");
  const number = /^TL-(\d{6,9})$/i.exec(q)?.[1];
  return {
    OR: [
      ...(words.needed === "" ? [] : [wordsShown(scope, words)]),
      ...(/\s/.test(q) ? [] : [{ AND: [fieldOpen(scope, "title"), { externalId: q }] }]),
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
