import { type CalendarDate, daysBetween } from "@/lib/kernel/calendar-date";
import { namesAlike, wordsShared } from "./names";

/** What the comparison reads of a record. */
export type DuplicateFacts = {
  readonly type: string;
  readonly title: string;
  readonly start: CalendarDate;
  readonly end: CalendarDate | null;
  readonly unit: string | null;
  /** The place on file, where the name stands for one. */
  readonly placeId: number | null;
  /** Every form of the place's name that is known, in any script. */
  readonly placeNames: readonly string[];
  readonly lat: number | null;
  readonly lon: number | null;
  /** Canonical addresses of the pages that it was read on. */
  readonly addresses: readonly string[];
  /** SHA-256 of the files kept with it. */
  readonly hashes: readonly string[];
  /** Who is accused, by speaker code. */
  readonly against: readonly string[];
};

export type DuplicateReasonCode = "SAME_FILE" | "SAME_ADDRESS" | "SAME_DAY" | "NEAR_DAY" | "SAME_PLACE" | "NEAR_PLACE" | "SAME_UNIT" | "LIKE_NAME" | "SAME_TYPE" | "SAME_FAMILY" | "LIKE_TITLE" | "SAME_ACCUSED";
export type DuplicateReason = { readonly code: DuplicateReasonCode; readonly weight: number; readonly text: string };
export type DuplicateScore = { readonly score: number; readonly reasons: readonly DuplicateReason[] };

/** From here on a pair is shown; it is never merged by itself. */
export const shownFrom = 0.5;
/** Days apart up to which two records are compared by time and place at all. */
export const nearDays = 3;
/** Kilometres up to which two points count as near. */
export const nearKm = 10;

const weights: Record<DuplicateReasonCode, number> = {
  SAME_FILE: 0.7,
  SAME_ADDRESS: 0.45,
  SAME_DAY: 0.3,
  NEAR_DAY: 0.12,
  SAME_PLACE: 0.35,
  NEAR_PLACE: 0.25,
  LIKE_NAME: 0.25,
  SAME_UNIT: 0.12,
  SAME_TYPE: 0.2,
  SAME_FAMILY: 0.08,
  LIKE_TITLE: 0.3,
  SAME_ACCUSED: 0.08,
};

const reason = (code: DuplicateReasonCode, text: string, share = 1): DuplicateReason => ({ code, text, weight: weights[code] * share });

/**
 * How likely two records tell of one event, 0 to 1, with every reason for it. Reasons add up like independent hints
 * (1 minus the product of what each leaves open), so one more shared fact never lowers the score, and the order of the two says nothing.
 */
export function duplicateScore(a: DuplicateFacts, b: DuplicateFacts): DuplicateScore {
  const reasons = [...sharedMaterial(a, b), ...timeReasons(a, b), ...placeReasons(a, b), ...kindReasons(a, b)].sort((x, y) => y.weight - x.weight || (x.code < y.code ? -1 : 1));
  return { score: 1 - reasons.reduce((open, { weight }) => open * (1 - weight), 1), reasons };
}

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((entry) => b.includes(entry));

function sharedMaterial(a: DuplicateFacts, b: DuplicateFacts): DuplicateReason[] {
  return [
    ...(shares(a.hashes, b.hashes) ? [reason("SAME_FILE", "The same file is kept with both.")] : []),
    ...(shares(a.addresses, b.addresses) ? [reason("SAME_ADDRESS", "Both were read on the same page.")] : []),
  ];
}

/** Days between two spans; 0 where they touch. */
export function daysApart(a: Pick<DuplicateFacts, "start" | "end">, b: Pick<DuplicateFacts, "start" | "end">): number {
  const [earlier, later] = a.start <= b.start ? [a, b] : [b, a];
  return Math.max(0, daysBetween(earlier.end ?? earlier.start, later.start));
}

function timeReasons(a: DuplicateFacts, b: DuplicateFacts): DuplicateReason[] {
  if (a.start === b.start) return [reason("SAME_DAY", "Both begin on the same day.")];
  const apart = daysApart(a, b);
  if (apart > nearDays) return [];
  return [reason("NEAR_DAY", apart === 0 ? "Their days overlap." : `${apart === 1 ? "One day" : `${apart} days`} apart.`)];
}

const earthRadiusKm = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in kilometres by the haversine formula; undefined where either has no point. */
export function kilometresApart(a: Pick<DuplicateFacts, "lat" | "lon">, b: Pick<DuplicateFacts, "lat" | "lon">): number | undefined {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return undefined;
  const half = Math.sin(radians(b.lat - a.lat) / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(half)));
}

function placeReasons(a: DuplicateFacts, b: DuplicateFacts): DuplicateReason[] {
  if (a.placeId !== null && a.placeId === b.placeId) return [reason("SAME_PLACE", "The same place on file.")];
  const apart = kilometresApart(a, b);
  if (apart !== undefined && apart <= nearKm) return [reason("NEAR_PLACE", apart < 1 ? "Less than 1 km apart." : `About ${Math.round(apart)} km apart.`)];
  const alike = namesAlike(a.placeNames, b.placeNames);
  // Names carry the comparison only where no points say that the places are far from each other.
  if (apart === undefined && alike >= 0.75) return [reason("LIKE_NAME", "Their places are named alike.", alike)];
  return a.unit !== null && a.unit === b.unit ? [reason("SAME_UNIT", "The same district.")] : [];
}

function kindReasons(a: DuplicateFacts, b: DuplicateFacts): DuplicateReason[] {
  const alike = wordsShared(a.title, b.title);
  const family = (type: string): string => type.slice(0, 2);
  const kind = a.type === b.type ? [reason("SAME_TYPE", "The same type.")] : family(a.type) === family(b.type) ? [reason("SAME_FAMILY", "Types of one family.")] : [];
  return [
    ...kind,
    ...(alike >= 0.3 ? [reason("LIKE_TITLE", "Their titles share words.", alike)] : []),
    ...(shares(a.against, b.against) ? [reason("SAME_ACCUSED", "The same side is accused.")] : []),
  ];
}
