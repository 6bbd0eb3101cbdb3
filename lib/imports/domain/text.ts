import { unguardFormula } from "@/lib/kernel/formula-text";
import { finding, plainly, saying, type Finding, type Reading } from "./reason";

/** A cell as it was written: without blanks around it, and without the apostrophe that an export of ours puts before a formula. */
export const cellText = (raw: string): string => (raw === "" ? raw : unguardFormula(raw).trim());

const nullTokens = new Set(["null", "(null)", "n/a", "na", "none", "nil", "-", "--", "–", "—", ".", "..", "#n/a", "#n/d", "\\n", "?"]);

/** Whether a word stands for an empty cell. Not for text that people read. */
export const isNullToken = (text: string): boolean => text.length <= 6 && nullTokens.has(text.toLowerCase());

/** Marks that nobody sees: zero width, and those that turn the direction of writing. ZWJ and ZWNJ are letters' business and stay. */
const invisible = /[\u200B\u200E\u200F\u2060\uFEFF\u202A-\u202E\u2066-\u2069\u00AD]/g;
const suspicious = /[\uFFFD\u200B\u200E\u200F\u2060\uFEFF\u202A-\u202E\u2066-\u2069\u00AD\uD800-\uDFFF]/;

/** A text without marks that nobody sees, for comparing names and codes. */
export const withoutInvisible = (text: string): string => (suspicious.test(text) ? text.replaceAll(invisible, "").trim() : text);

/** What a spreadsheet shows in place of a result. */
const spreadsheetErrors = new Set(["#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#N/A"]);

/**
 * A text that people read, kept letter by letter. Refused where PostgreSQL can't keep it or where it is longer than a record allows;
 * held where letters were lost before it came here; warned of where it holds marks that nobody sees.
 */
export function readText(text: string, max: number): Reading<string> {
  if (spreadsheetErrors.has(text)) return saying(text, finding("spreadsheet_error", "A formula of the spreadsheet failed here; the text that it stands for is not in the file."));
  if (text.length <= max && !suspicious.test(text) && !text.includes("\u0000")) return plainly(text);
  const found: Finding[] = [];
  if (text.length > max) found.push(finding("text_too_long", `The text has ${text.length} characters; at most ${max} are kept.`));
  if (text.includes("\u0000")) found.push(finding("nul_character", "The text holds a NUL character, which can't be kept."));
  if (!text.isWellFormed()) found.push(finding("broken_text", "The text holds half of a surrogate pair, which can't be kept."));
  if (text.includes("\uFFFD")) found.push(finding("replacement_character", "The text holds �, the sign for letters that were lost on the way. Look into the original."));
  if (text.search(invisible) >= 0) found.push(finding("invisible_characters", "The text holds marks that can't be seen (zero width, or turning the direction of writing); they are kept."));
  return { value: text, found };
}

/** A name without regard to case, blanks, marks that can't be seen, and how letters are composed. */
export const sameName = (text: string): string => withoutInvisible(text).normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ").trim();
