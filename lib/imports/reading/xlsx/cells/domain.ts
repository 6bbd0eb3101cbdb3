import { dayOfSerial } from "../../../domain/day";

export type Epoch = "1900" | "1904";
/** How a number is shown: as it is, as a day, a time, or both. */
export type NumberKind = "number" | "day" | "time" | "both";

/** Formats that every workbook has without saying so (ECMA-376, part 1, 18.8.30). */
const builtIn: Record<number, NumberKind> = { 14: "day", 15: "day", 16: "day", 17: "day", 18: "time", 19: "time", 20: "time", 21: "time", 22: "both", 45: "time", 46: "time", 47: "time" };
for (const id of [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]) builtIn[id] = "day";
for (const id of [32, 33, 34, 35]) builtIn[id] = "time";

/** What a number format shows. Texts, colours and conditions within it are no part of a date. */
export function kindOfFormat(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return builtIn[id] ?? "number";
  const bare = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  if (/general/i.test(bare)) return "number";
  const hasDay = /[yd]/i.test(bare) || /m{3,}/i.test(bare);
  const hasTime = /[hs]/i.test(bare);
  if (hasDay) return hasTime ? "both" : "day";
  return hasTime ? "time" : "number";
}

const secondsOfDay = 86_400;
const two = (part: number): string => String(part).padStart(2, "0");
const clockOf = (seconds: number): string => `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;

/** Last day that spreadsheets count: 31 December 9999. */
const lastSerial = 2_958_465;

/** A long number is a name, not a quantity: its digits are kept. */
const plainNumber = (written: string): string => (/^\d{16,}$/.test(written) ? written : String(Number(written)));

/** The day of a number, where the spreadsheet's calendar has it. Day 60 of the calendar of 1900 is a leap day that never was; before it, days are one lower. */
function dayOf(serial: number, epoch: Epoch): string | undefined {
  if (serial < 1 || serial > lastSerial) return undefined;
  if (epoch === "1904" || serial > 60) return dayOfSerial(serial, epoch);
  return serial === 60 ? undefined : dayOfSerial(serial + 1, epoch);
}

/** A spreadsheet's number as a plain day or time. What lies outside of its calendar stays a number. */
export function textOfNumber(written: string, kind: NumberKind, epoch: Epoch): string {
  const number = Number(written);
  if (!Number.isFinite(number)) return written;
  if (kind === "number") return plainNumber(written);
  const seconds = Math.round(number * secondsOfDay);
  const [serial, ofDay] = [Math.floor(seconds / secondsOfDay), seconds % secondsOfDay];
  if (kind === "time" && serial === 0) return clockOf(ofDay);
  const day = dayOf(serial, epoch);
  if (day === undefined) return plainNumber(written);
  return ofDay === 0 ? day : `${day}T${clockOf(ofDay)}`;
}

/** The place of a column from a cell's reference, counted from 0: `C7` is 2. Undefined where it names none. */
export function columnOfReference(reference: string | undefined): number | undefined {
  const [, letters] = /^([A-Z]{1,3})\d*$/.exec(reference ?? "") ?? [];
  if (letters === undefined) return undefined;
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
}
