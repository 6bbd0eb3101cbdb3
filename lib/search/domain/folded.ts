import anyAscii from "any-ascii";

/** Spellings of one sound that differ between the romanisations of Armenian, Azerbaijani and Russian names, in the order in which they are replaced. */
const sameSounds = [["sh", "s"], ["ch", "c"], ["kh", "h"], ["gh", "g"], ["zh", "j"], ["ow", "u"]] as const;

/** Letters beyond ASCII whose Latin form the database knows too: Latin, Cyrillic, Armenian, Georgian. What else there is counts as a space. */
const knownLetter = /(?=\p{L})[\u00C0-\u017F\u018F\u01C4-\u01FF\u0259\u0400-\u045F\u0490-\u04FF\u0531-\u0556\u0561-\u0587\u10D0-\u10FA]/gu;
const marks = /[\u0300-\u036F]/gu;

const latinOf = (letter: string): string => anyAscii(letter).toLowerCase().replaceAll(/[^a-z0-9]/g, "");

/**
 * A text as it sounds, in small Latin letters and digits with single spaces between: Şuşa, Shusha and Шуша are one. For finding
 * only, never shown. The database's `search_folded` gives the same; a test holds the two together.
 */
export function searchFolded(text: string): string {
  const latin = text.normalize("NFC").replaceAll(marks, "").replaceAll(knownLetter, latinOf).toLowerCase();
  return sameSounds.reduce((word, [sound, letter]) => word.replaceAll(sound, letter), latin).replaceAll(/[^a-z0-9]+/g, " ").trim();
}
