import { hiddenWorkflowStates, publicWorkflowStates } from "@/lib/codelists/workflow";
import type { Prisma } from "@/lib/db/generated/client";
import { calendarDate, toStoredDay } from "@/lib/kernel/calendar-date";
import type { IncidentScope } from "../policy";
import type { IncidentFilter } from "./schema";

type Where = Prisma.IncidentWhereInput;

/** Records that the scope may know of. Every read of incidents begins with this condition. */
export const visible = (scope: IncidentScope): Where => ({
  AND: [withinReach(scope), { workflow: { notIn: [...hiddenWorkflowStates] } }, { OR: [{ restriction: null }, { teamId: scope.teamId }] }],
});

function withinReach(scope: IncidentScope): Where {
  const published: Where = { OR: [{ workflow: { in: [...publicWorkflowStates] } }, { workflow: "MERGED_INTO", publishedAt: { not: null } }] };
  if (scope.unpublished === "ALL") return {};
  return scope.unpublished === "TEAM" ? { OR: [published, { teamId: scope.teamId }] } : published;
}

/** Records whose field is open to the scope, where the named marks hide it: a filter must not tell what the view withholds. */
function openTo(scope: IncidentScope, hiding: readonly string[]): Where {
  if (scope.protectedFields === "ALL") return {};
  const open: Where = { sensitivity: { notIn: [...hiding] } };
  return scope.protectedFields === "TEAM" ? { OR: [open, { teamId: scope.teamId }] } : open;
}

/** Narrative, words, exact place and place name. */
const protectedOpen = (scope: IncidentScope): Where => openTo(scope, ["S2_RESTRICTED", "S3_SOURCE_PROTECTED"]);
/** Title and unit. */
const sourceProtectedOpen = (scope: IncidentScope): Where => openTo(scope, ["S3_SOURCE_PROTECTED"]);

/** The records that list, count and export all mean by one filter. */
export function selected(scope: IncidentScope, filter: IncidentFilter): Where {
  const conditions: (Where | undefined)[] = [
    visible(scope),
    during(filter),
    filter.type.length > 0 ? { type: { in: filter.type } } : undefined,
    filter.unit.length > 0 ? { AND: [sourceProtectedOpen(scope), { unitCode: { in: filter.unit } }] } : undefined,
    filter.party.length > 0 ? { claims: { some: { OR: [{ against: { in: filter.party } }, { speakerRow: { side: { in: filter.party } } }] } } } : undefined,
    filter.verification.length > 0 ? { verification: { in: filter.verification } } : undefined,
    filter.workflow.length > 0 ? { workflow: { in: filter.workflow } } : undefined,
    filter.obligation.length > 0 ? { obligations: { some: { obligation: { code: { in: filter.obligation } } } } } : undefined,
    filter.q === undefined || filter.q === "" ? undefined : mentioning(scope, filter.q),
    filter.bbox === undefined ? undefined : { AND: [protectedOpen(scope), within(filter.bbox)] },
  ];
  return { AND: conditions.filter((condition) => condition !== undefined) };
}

/** Records that a map of this scope has a point for. */
export const onMap = (scope: IncidentScope): Where => ({ AND: [{ lat: { not: null } }, protectedOpen(scope)] });

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
      { AND: [sourceProtectedOpen(scope), { title: contains }] },
      { AND: [protectedOpen(scope), { OR: [{ narrative: contains }, { placeName: contains }, { place: { names: { some: { form: contains } } } }] }] },
      ...(number === undefined ? [] : [{ id: Number(number) }]),
    ],
  };
}

function within({ west, south, east, north }: NonNullable<IncidentFilter["bbox"]>): Where {
  const lon: Where = west <= east ? { lon: { gte: west, lte: east } } : { OR: [{ lon: { gte: west } }, { lon: { lte: east } }] };
  return { AND: [{ lat: { gte: south, lte: north } }, lon] };
}
