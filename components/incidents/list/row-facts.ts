import type { Stance } from "@/lib/codelists/stance";
import type { IncidentView } from "@/lib/incidents/domain/record";
import type { IncidentRowFacts } from "./incident-row";

type Labels = { readonly speakers: ReadonlyMap<string, string>; readonly units: ReadonlyMap<string, string> };

const alphabetical = new Intl.Collator("en");

/** Names of those who take one of the stances, each once, in alphabetical order: the order of entry says nothing. */
function speakersWith(view: IncidentView, stances: readonly Stance[], names: ReadonlyMap<string, string>): string[] {
  const codes = view.claims.filter((claim) => stances.includes(claim.stance)).map((claim) => claim.speaker);
  return [...new Set(codes.map((code) => names.get(code) ?? code))].sort(alphabetical.compare);
}

/** What a line of the list shows of a record. */
export function rowFactsOf(view: IncidentView, labels: Labels): IncidentRowFacts {
  const { name, unit, precision, lat } = view.place;
  return {
    ...view,
    place: { name: view.withheld.includes("place") ? "Place withheld" : name, unitName: unit === null ? null : (labels.units.get(unit) ?? unit), precision, lat, isArea: view.withheld.includes("place") },
    allegedBy: speakersWith(view, ["ALLEGED_BY"], labels.speakers),
    foundBy: speakersWith(view, ["FOUND_BY"], labels.speakers),
    deniedBy: speakersWith(view, ["DENIED_BY"], labels.speakers),
    counteredBy: speakersWith(view, ["COUNTER_ALLEGED_BY"], labels.speakers),
  };
}
