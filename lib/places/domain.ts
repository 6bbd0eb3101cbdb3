export type PlaceNameForm = { readonly lang: string; readonly script: string; readonly usage: string; readonly form: string };

const alphabetical = new Intl.Collator("en");

/**
 * The Latin forms of both usages, each once, in alphabetical order: the order carries no meaning and is the same on
 * every page, whoever is accused there.
 */
export function placeForms(names: readonly PlaceNameForm[]): string[] {
  const forms = names.filter((name) => name.lang === "en" && (name.usage === "AZERBAIJANI" || name.usage === "ARMENIAN")).map((name) => name.form);
  return [...new Set(forms)].sort(alphabetical.compare);
}

/** The forms in one line: `Kalbajar / Karvachar`. A place whose two usages agree has one. */
export const placeLabel = (names: readonly PlaceNameForm[]): string => placeForms(names).join(" / ");
