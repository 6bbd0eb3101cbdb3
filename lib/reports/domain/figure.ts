import { verificationRank } from "@/lib/codelists/verification";
import type { Brand } from "@/lib/kernel/brand";
import type { CalendarDate } from "@/lib/kernel/calendar-date";

/**
 * How well what a figure counts is known: the lowest and highest verification of the records behind it, or where there is none, why.
 * NO_RECORD: nothing on record. REGISTER: the register of observers, which is not verified. TEXT: a figure of the agreement's own text.
 * WITHHELD: what is counted is withheld, and its level with it.
 */
export type FigureLevel = { readonly lowest: string; readonly highest: string } | "NO_RECORD" | "REGISTER" | "TEXT" | "WITHHELD";

type FigureFields = {
  readonly value: number;
  readonly unit: string;
  /** Sources that it rests on; relays of one source count once. */
  readonly sources: number;
  readonly asOf: CalendarDate;
  readonly level: FigureLevel;
};

/** A number as a report may show it: never without its unit, its sources, its day and its level. */
export type Figure = Brand<FigureFields, "Figure">;

/** Makes a figure. Throws where it would be one that nobody can weigh: no unit, or a count below nothing. */
export function figure(fields: FigureFields): Figure {
  if (fields.unit.trim() === "") throw new RangeError("a figure has a unit");
  if (!Number.isFinite(fields.value) || fields.value < 0) throw new RangeError(`no count: ${fields.value}`);
  if (!Number.isInteger(fields.sources) || fields.sources < 0) throw new RangeError(`no number of sources: ${fields.sources}`);
  return fields as Figure;
}

/** Whether a value of a report is a figure. */
export const isFigure = (value: unknown): value is Figure =>
  typeof value === "object" && value !== null && "value" in value && typeof value.value === "number" && "unit" in value && "sources" in value && "asOf" in value && "level" in value;

const rungs = ["V0_UNASSESSED", "V1_CLAIM", "V2_REPORTED", "V3_CORROBORATED", "V4_VERIFIED", "V5_INVESTIGATED"];

/** The span of levels of these records. Refuted and unverifiable ones stand below the ladder. */
export function levelOf(verifications: readonly string[]): FigureLevel {
  const sorted = [...new Set(verifications)].sort((a, b) => verificationRank(a) - verificationRank(b) || (a < b ? -1 : 1));
  const [lowest] = sorted;
  const highest = sorted.at(-1);
  return lowest === undefined || highest === undefined ? "NO_RECORD" : { lowest, highest };
}

const short = (code: string): string => (rungs.includes(code) ? code.slice(0, 2) : code.split("_")[0] ?? code);

/** A level as it stands beside its figure. */
export function levelInWords(level: FigureLevel): string {
  if (level === "NO_RECORD") return "nothing on record";
  if (level === "REGISTER") return "register of observers";
  if (level === "TEXT") return "text of the agreement";
  if (level === "WITHHELD") return "level withheld";
  return level.lowest === level.highest ? `level ${short(level.lowest)}` : `levels ${short(level.lowest)} to ${short(level.highest)}`;
}

const grouped = (value: number): string => {
  const [whole = "", part] = String(value).split(".");
  const spaced = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ",");
  return part === undefined ? spaced : `${spaced}.${part}`;
};

const singular: Readonly<Record<string, string>> = { records: "record", people: "person", claims: "claim", days: "day", sources: "source" };

/** A unit is kept in the plural; of one thing its first word is not. */
const unitInWords = ({ value, unit }: Figure): string => (value === 1 ? unit.replace(/^\w+/, (word) => singular[word] ?? word) : unit);

/** The number with its unit. */
export const amountInWords = (given: Figure): string => `${grouped(given.value)} ${unitInWords(given)}`;
/** What stands beside a number wherever it is shown. */
export const basisInWords = ({ sources, asOf, level }: Figure): string => `${sources === 1 ? "1 source" : `${grouped(sources)} sources`} · as of ${asOf} · ${levelInWords(level)}`;
/** The whole of a figure in one line. */
export const figureInWords = (given: Figure): string => `${amountInWords(given)} (${basisInWords(given)})`;
