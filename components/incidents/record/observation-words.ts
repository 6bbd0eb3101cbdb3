import { observationKindLabel } from "@/lib/codelists/observation";
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

/** The totals in sentences, each in its unit, and why there is none over all. */
export function totalsInWords(observations: readonly ObservationView[]): string[] {
  const totals = observedTotals(observations).map(({ unit, mergedFrom, lines, low, best, high }) => {
    const whose = mergedFrom === null ? "" : ` from ${referenceOf(mergedFrom)}`;
    const sum = low === null && best === null && high === null ? "none, since no figure is given in all of them" : rangeInWords([low, best, high]);
    return `Total of ${lines} lines${whose} counted in “${observationKindLabel(unit).toLowerCase()}”: ${sum}.`;
  });
  return hasSeveralUnits(observations) ? [...totals, "Counts in different units are not added up."] : totals;
}
