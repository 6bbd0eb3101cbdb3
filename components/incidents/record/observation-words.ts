import { bearingLabel } from "@/lib/codelists/bearing";
import { observationKindLabel } from "@/lib/codelists/observation";
import { weaponLabel } from "@/lib/codelists/weapon";
import { type ObservationView, referenceOf } from "@/lib/incidents/domain/record";
import { hasSeveralUnits, observedTotals } from "@/lib/incidents/observations/domain";

type Figures = readonly [low: number | null, best: number | null, high: number | null];

const figure = (value: number | null): string => value?.toLocaleString("en-GB") ?? "?";

/** Lowest, best and highest; one figure where there is one only. */
export function rangeInWords([low, best, high]: Figures): string {
  if (low === null && best === null && high === null) return "not counted";
  if (best !== null && (low ?? best) === best && (high ?? best) === best) return figure(best);
  return [low, best, high].map(figure).join(" / ");
}

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

/** The totals in sentences, each in its unit, and why there is none over all. */
export function totalsInWords(observations: readonly ObservationView[]): string[] {
  const totals = observedTotals(observations).map(({ unit, mergedFrom, lines, low, best, high }) => {
    const whose = mergedFrom === null ? "" : ` from ${referenceOf(mergedFrom)}`;
    const sum = low === null && best === null && high === null ? "none, since no figure is given in all of them" : rangeInWords([low, best, high]);
    return `Total of ${lines} lines${whose} counted in “${observationKindLabel(unit).toLowerCase()}”: ${sum}.`;
  });
  return hasSeveralUnits(observations) ? [...totals, "Counts in different units are not added up."] : totals;
}
