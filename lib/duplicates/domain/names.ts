import anyAscii from "any-ascii";

/** Spellings of one sound that differ between the romanisations of Armenian, Azerbaijani and Russian names. */
const sameSounds: readonly (readonly [RegExp, string])[] = [
  [/sh/g, "s"],
  [/ch/g, "c"],
  [/kh/g, "h"],
  [/gh/g, "g"],
  [/zh/g, "j"],
  [/ow/g, "u"],
  [/['’`ʻ]/g, ""],
  [/(.)\1+/g, "$1"],
];

/** A text as it sounds, in small Latin letters: Şuşa, Shusha and Шуша are one. For comparing only, never shown. */
export function folded(text: string): string {
  const latin = anyAscii(text.normalize("NFC")).toLowerCase();
  return sameSounds.reduce((word, [sound, letter]) => word.replace(sound, letter), latin).replaceAll(/[^a-z0-9]+/g, " ").trim();
}

const pairsOf = (word: string): string[] => Array.from({ length: Math.max(0, word.length - 1) }, (_none, index) => word.slice(index, index + 2));

/** Dice's coefficient over letter pairs, 0 to 1: how alike two folded texts are (L. R. Dice, Ecology 26, 1945). */
export function likeness(a: string, b: string): number {
  if (a === b) return a === "" ? 0 : 1;
  const rest = pairsOf(b);
  const total = pairsOf(a).length + rest.length;
  if (total === 0) return 0;
  let shared = 0;
  for (const pair of pairsOf(a)) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared++;
  }
  return (2 * shared) / total;
}

/** How alike two places are by any form of their names; 0 where either has none. */
export const namesAlike = (a: readonly string[], b: readonly string[]): number =>
  Math.max(0, ...a.flatMap((one) => b.map((other) => likeness(folded(one), folded(other)))));

/** Share of the longer words of two titles that they have in common, 0 to 1. */
export function wordsShared(a: string, b: string): number {
  const wordsOf = (text: string): Set<string> => new Set(folded(text).split(" ").filter((word) => word.length > 3));
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const all = new Set([...first, ...second]);
  return all.size === 0 ? 0 : [...first].filter((word) => second.has(word)).length / all.size;
}
