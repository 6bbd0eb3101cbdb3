import { searchFolded } from "./folded";
import type { Wanted } from "./query";

/** A stretch of text, and whether it is what was searched for. */
export type Stretch = { text: string; isFound: boolean };

const words = /[\p{L}\p{N}\p{M}'’ʻ]+/gu;

/** The beginnings of words that are marked: every word of every wording that is wanted. */
export const beginningsOf = (wanted: readonly Wanted[]): string[] => [
  ...new Set(wanted.filter(({ isExcluded }) => !isExcluded).flatMap(({ wordings }) => wordings.flat())),
];

/** The text in stretches, its own letters untouched; a word is found where it sounds like one that was wanted or begins so. */
export function highlighted(text: string, beginnings: readonly string[]): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const match of text.matchAll(words)) {
    if (!isFound(match[0], beginnings)) continue;
    if (match.index > at) stretches.push({ text: text.slice(at, match.index), isFound: false });
    stretches.push({ text: match[0], isFound: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), isFound: false });
  return stretches;
}

function isFound(word: string, beginnings: readonly string[]): boolean {
  const sounds = searchFolded(word).split(" ");
  return sounds.some((sound) => beginnings.some((beginning) => (beginning.length < 3 ? sound === beginning : sound.startsWith(beginning))));
}

/**
 * The part of a text around the first word that was found, cut at spaces to about `length` letters, with … where it was cut.
 * Undefined where nothing in it was found.
 */
export function snippetOf(text: string, beginnings: readonly string[], length = 200): Stretch[] | undefined {
  const first = [...text.matchAll(words)].find((match) => isFound(match[0], beginnings));
  if (!first) return undefined;
  const from = first.index <= length / 3 ? 0 : text.lastIndexOf(" ", first.index - length / 3) + 1;
  const end = from + length >= text.length ? text.length : Math.max(text.lastIndexOf(" ", from + length), first.index + first[0].length);
  return highlighted(`${from > 0 ? "… " : ""}${text.slice(from, end).trim()}${end < text.length ? " …" : ""}`, beginnings);
}

/** Whether the text holds everything that is wanted and nothing that is excluded, as words that begin so. For short lists; records are found by the database. */
export function isHeldBy(text: string, wanted: readonly Wanted[]): boolean {
  const sound = ` ${searchFolded(text)}`;
  return wanted.every(({ wordings, isExcluded }) => wordings.some((words) => sound.includes(` ${words.join(" ")}`)) !== isExcluded);
}
