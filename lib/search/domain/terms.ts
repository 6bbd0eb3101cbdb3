import { searchFolded } from "./folded";

/** Something that must be there, or must not: one word, or several next to each other, as they sound. */
export type Term = { words: string[]; isExcluded: boolean };

const mostTerms = 12;
const piece = /(-?)"([^"]*)"?|(-?)(\S+)/gu;

/**
 * What was typed, as terms: words, "words together" in quotation marks, and -words that must not be there. A word that sounds like
 * several (Nagorno-Karabakh) is these next to each other. After twelve terms the rest is left out of account.
 */
export function termsOf(typed: string): Term[] {
  const terms = [...typed.matchAll(piece)].map(([, quotedMinus, quoted, minus, word]): Term => {
    const words = searchFolded(quoted ?? word ?? "").split(" ").filter((part) => part !== "");
    return { words, isExcluded: (quotedMinus ?? minus) === "-" };
  });
  return terms.filter(({ words }) => words.length > 0).slice(0, mostTerms);
}

/** The runs of one to three plain words that may be the name of a place: what is looked up among the forms of names. */
export function namesToLookUp(terms: readonly Term[]): string[] {
  const runs = terms.flatMap((_, first) => [1, 2, 3].map((length) => runText(terms, first, length)));
  return [...new Set(runs.filter((run) => run !== undefined))];
}

/** The words of a run that begins with the term at `first`; undefined where the run is not all there or holds an exclusion. */
export function runText(terms: readonly Term[], first: number, length: number): string | undefined {
  const run = terms.slice(first, first + length);
  return run.length === length && run.every((term) => !term.isExcluded) ? run.flatMap((term) => term.words).join(" ") : undefined;
}
