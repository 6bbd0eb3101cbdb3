/** What the form offers to choose from. Labels are ready to show. */
export type PlaceChoice = { readonly id: number; readonly label: string; readonly forms: readonly string[]; readonly unit: string | null; readonly lat: number; readonly lon: number };
export type SourceChoice = { readonly id: number; readonly label: string };
export type CodeChoice = { readonly code: string; readonly label: string };

export type IncidentFormChoices = {
  readonly places: readonly PlaceChoice[];
  readonly units: readonly CodeChoice[];
  readonly speakers: readonly CodeChoice[];
  readonly obligations: readonly CodeChoice[];
  readonly sources: readonly SourceChoice[];
};

const folded = (text: string): string => text.trim().toLocaleLowerCase("en").normalize("NFKD").replaceAll(/\p{Mark}/gu, "");

/** The place that a typed name means: by any one form of its name or by the label that shows both; undefined where none or several fit. */
export function placeNamed(places: readonly PlaceChoice[], text: string): PlaceChoice | undefined {
  const sought = folded(text);
  if (sought === "") return undefined;
  const labelled = places.filter((place) => folded(place.label) === sought);
  const found = labelled.length > 0 ? labelled : places.filter((place) => place.forms.some((form) => folded(form) === sought));
  return found.length === 1 ? found[0] : undefined;
}
