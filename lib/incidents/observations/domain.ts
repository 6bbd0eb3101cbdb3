import { bearingLabel } from "@/lib/codelists/bearing";
import type { ObservationKind } from "@/lib/codelists/observation";
import { weaponLabel } from "@/lib/codelists/weapon";
import type { ObservationView } from "../domain/record";

type Counted = Pick<ObservationView, "kind" | "countUnit" | "countLow" | "countBest" | "countHigh" | "mergedFrom">;

/** What several lines of one account come to, in their one unit. `null` where a line gives no such figure. */
export type ObservedTotal = { readonly unit: ObservationKind; /** The record that the account came from in a merge. */ readonly mergedFrom: number | null; readonly lines: number; readonly low: number | null; readonly best: number | null; readonly high: number | null };

/** What a line counts in: the unit that the observer named, else what was observed. */
export const unitOf = ({ countUnit, kind }: Pick<Counted, "countUnit" | "kind">): ObservationKind => countUnit ?? kind;

const isCounted = ({ countLow, countBest, countHigh }: Counted): boolean => [countLow, countBest, countHigh].some((figure) => figure !== null);

/**
 * The sums of what was counted, one for each unit that two lines or more share. A count means nothing without its unit, so nothing is added
 * across units (domain.md, section 1, fact 6); nor across accounts: lines that came by a merge may tell of the same shots once more.
 */
export function observedTotals(observations: readonly Counted[]): ObservedTotal[] {
  const groups = new Map<string, Counted[]>();
  for (const line of observations.filter(isCounted)) {
    const key = `${line.mergedFrom ?? ""} ${unitOf(line)}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].flatMap((lines) => {
    const [first] = lines;
    if (!first || lines.length < 2) return [];
    return [{ unit: unitOf(first), mergedFrom: first.mergedFrom, lines: lines.length, low: lowest(lines), best: summed(lines, (line) => line.countBest), high: highest(lines) }];
  });
}

const summed = (lines: readonly Counted[], figureOf: (line: Counted) => number | null): number | null =>
  lines.reduce<number | null>((sum, line) => {
    const figure = figureOf(line);
    return sum === null || figure === null ? null : sum + figure;
  }, 0);

/** Where a line gives one figure only, that is its lowest and its highest; a lowest figure alone has no upper end. */
const lowest = (lines: readonly Counted[]): number | null => summed(lines, (line) => line.countLow ?? line.countBest);
const highest = (lines: readonly Counted[]): number | null => summed(lines, (line) => line.countHigh ?? line.countBest);

/** Whether counted lines were left apart because they don't share one unit. */
export const hasSeveralUnits = (observations: readonly Counted[]): boolean => new Set(observations.filter(isCounted).map(unitOf)).size > 1;

/** `Mortar, 82 mm`; nothing where no weapon is named. */
export function weaponInWords({ weapon, weaponCalibreMm }: Pick<ObservationView, "weapon" | "weaponCalibreMm">): string {
  if (weapon === null) return "";
  return weaponCalibreMm === null ? weaponLabel(weapon) : `${weaponLabel(weapon)}, ${weaponCalibreMm} mm`;
}

/** How far off and which way the observed was from the observer; nothing where neither is known. */
export function distanceInWords({ bearing16, distanceKmLow, distanceKmHigh }: Pick<ObservationView, "bearing16" | "distanceKmLow" | "distanceKmHigh">): string {
  const bearing = bearing16 === null ? "" : bearingLabel(bearing16).toLowerCase();
  return [kilometres(distanceKmLow, distanceKmHigh), bearing].filter((part) => part !== "").join(" ");
}

function kilometres(near: number | null, far: number | null): string {
  if (near === null) return far === null ? "" : `up to ${far} km`;
  if (far === null) return `${near} km or more`;
  return near === far ? `${near} km` : `${near} to ${far} km`;
}
