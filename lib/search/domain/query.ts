import { runText, type Term } from "./terms";

/** One thing to be found, in any of these wordings; each wording is words next to each other. */
export type Wanted = { wordings: string[][]; isExcluded: boolean };

/** Other forms of the same place, by a form as it sounds. */
export type OtherForms = ReadonlyMap<string, readonly string[]>;

/**
 * What is to be found: each term, or run of terms that is a place's name, in every form of that name that is on file. The longest
 * run that is a name is taken first.
 */
export function wantedOf(terms: readonly Term[], forms: OtherForms): Wanted[] {
  const wanted: Wanted[] = [];
  for (let at = 0; at < terms.length; ) {
    const [term] = terms.slice(at, at + 1);
    if (!term) break;
    const length = [3, 2, 1].find((size) => forms.has(runText(terms, at, size) ?? "\u0000")) ?? 1;
    const own = length === 1 ? term.words : terms.slice(at, at + length).flatMap(({ words }) => words);
    const others = term.isExcluded ? (forms.get(own.join(" ")) ?? []) : (forms.get(runText(terms, at, length) ?? "") ?? []);
    const wordings = [...new Set([own.join(" "), ...others])].map((form) => form.split(" "));
    wanted.push({ wordings, isExcluded: term.isExcluded });
    at += length;
  }
  return wanted;
}

/** Where in a record a word may stand for a reader: A title, B name of the place, C narrative. */
export type Weights = "" | "A" | "AB" | "AC" | "ABC" | "B" | "C" | "BC";

/** A word is begun by what was typed from this length on: `Farru` finds Farrukh. */
const shortestBeginning = 3;

/**
 * The text of a `tsquery` (PostgreSQL 15, 8.11.2) over the folded words. Words hold small letters and digits only, so nothing in
 * them is read as an operator. Undefined where there is nothing to be found, such as exclusions alone.
 */
export function tsqueryOf(wanted: readonly Wanted[], weights: Weights = ""): string | undefined {
  if (!wanted.some(({ isExcluded }) => !isExcluded)) return undefined;
  return wanted.map(({ wordings, isExcluded }) => `${isExcluded ? "!" : ""}(${wordings.map((words) => phraseOf(words, weights)).join(" | ")})`).join(" & ");
}

const phraseOf = (words: readonly string[], weights: Weights): string => `(${words.map((word) => lexemeOf(word, weights)).join(" <-> ")})`;
const lexemeOf = (word: string, weights: Weights): string => {
  const marks = `${word.length >= shortestBeginning ? "*" : ""}${weights}`;
  return marks === "" ? word : `${word}:${marks}`;
};

/** The one word that is wanted in no other wording; undefined for names of places, words together and exclusions. */
const onlyWord = ({ wordings, isExcluded }: Wanted): string | undefined => (!isExcluded && wordings.length === 1 && wordings[0]?.length === 1 ? wordings[0][0] : undefined);

/** The words that `loosened` can replace. */
export const loosenable = (wanted: readonly Wanted[]): string[] => wanted.flatMap((thing) => onlyWord(thing) ?? []);

/** The same, with each single word also in the words that look like it. */
export const loosened = (wanted: readonly Wanted[], near: ReadonlyMap<string, readonly string[]>): Wanted[] =>
  wanted.map((thing) => {
    const word = onlyWord(thing);
    const others = word === undefined ? [] : (near.get(word) ?? []);
    return word === undefined || others.length === 0 ? thing : { ...thing, wordings: [...new Set([word, ...others])].map((one) => [one]) };
  });
