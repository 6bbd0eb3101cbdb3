import type { ProtectedField } from "@/lib/codelists/protected-field";
import type { TimePrecision } from "@/lib/codelists/time-precision";
import type { CasualtyView, ClaimView, IncidentView, ObservationView } from "../../domain/record";
import { shownPrecision } from "../area/domain";
import { markOf } from "../../domain/marks";

/** The point that stands for a protected place; null where the record has none. */
export type PublicPoint = { readonly lat: number; readonly lon: number } | null;

/** What readers see in the place of a title that they may not read. */
export const withheldTitle = "Restricted record";
/** What readers see in the place of a name of a place that they may not read. */
export const withheldPlaceName = "withheld";

/**
 * The record without these fields. A line or a place that gains a field does not compile until it is said here whether it is shown.
 * `publicPoint` stands for a place that is withheld; without one nothing stands for it.
 */
export function withhold(view: IncidentView, fields: readonly ProtectedField[], publicPoint: PublicPoint): IncidentView {
  if (fields.length === 0) return view;
  const hides = (field: ProtectedField): boolean => fields.includes(field);
  return {
    ...view,
    externalId: hides("sources") ? null : view.externalId,
    title: hides("title") ? withheldTitle : view.title,
    narrative: hides("narrative") ? "" : view.narrative,
    occurred: hides("time") ? dayAlone(view.occurred) : view.occurred,
    place: hides("place") ? placeAsArea(view, publicPoint) : view.place,
    claims: view.claims.map((claim) => openClaim(claim, hides)),
    casualties: hides("casualties") ? [] : view.casualties.map((row) => openCount(row, hides)),
    observations: hides("observations") ? [] : view.observations.map(openObservation),
    sources: hides("sources") ? [] : view.sources,
    withheld: [...fields],
    redacted: true,
  };
}

type Hides = (field: ProtectedField) => boolean;

const dayAlone = (occurred: IncidentView["occurred"]): IncidentView["occurred"] => ({ ...occurred, time: null, precision: withoutTime[occurred.precision] ?? occurred.precision });

/** How exactly the time is known would tell that it is. */
const withoutTime: Partial<Record<TimePrecision, TimePrecision>> = { T1_MINUTE: "T4_DAY", T2_HOUR: "T4_DAY", T3_PART_OF_DAY: "T4_DAY" };

function placeAsArea(view: IncidentView, point: PublicPoint): IncidentView["place"] {
  const mark = markOf(view, "place");
  return {
    name: withheldPlaceName,
    // A district narrows an area of a region's size.
    unit: mark === "S3_SOURCE_PROTECTED" ? null : view.place.unit,
    lat: point?.lat ?? null,
    lon: point?.lon ?? null,
    precision: shownPrecision(view.place.precision, mark),
  };
}

const openClaim = ({ stance, speaker, against, statedOn, source, quote, locator, credibility, mergedFrom }: ClaimView, hides: Hides): ClaimView => ({
  stance, speaker, against, statedOn,
  source: hides("sources") ? null : source,
  quote: hides("quotes") ? null : quote,
  locator: hides("quotes") || hides("sources") ? null : locator,
  credibility, mergedFrom,
});

const openCount = ({ outcome, status, side, low, best, high, orderFlagged, source, mergedFrom }: CasualtyView, hides: Hides): CasualtyView => ({
  outcome, status, side, low, best, high, orderFlagged, source: hides("sources") ? null : source, mergedFrom,
});

const openObservation = ({ kind, means, direction, countLow, countBest, countHigh, countUnit, weapon, mergedFrom }: ObservationView): ObservationView => ({
  kind, means, direction, countLow, countBest, countHigh, countUnit, weapon, mergedFrom,
});
