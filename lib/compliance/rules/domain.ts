import type { FieldError } from "@/lib/kernel/refusal";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { RuleSet, Settings } from "../domain/settings";

/** A recorded version of the rules: its thresholds, why they were set, and since when they are in force. */
export type RuleSetView = RuleSet & {
  readonly reason: string;
  /** The instant (UTC) from which it is in force, until the next one is recorded. */
  readonly recordedAt: string;
  readonly isCurrent: boolean;
};

type Bound = { readonly least: number; readonly most: number; readonly unit: string };

/**
 * Within what each threshold may be set. A share below a tenth would let silence pass for calm, and a window or an age beyond
 * a year is no longer about the day of the board. The migration holds the same bounds.
 */
export const settingBounds: Record<keyof Settings, Bound> = {
  windowDays: { least: 1, most: 365, unit: "whole days" },
  coverageShareNeeded: { least: 0.1, most: 1, unit: "a share with at most two decimals" },
  figureMaxAgeDays: { least: 1, most: 365, unit: "whole days" },
};

/** The thresholds in the order in which they are told. */
export const settingNames = Object.keys(settingBounds) as (keyof Settings)[];

const isOnStep = (name: keyof Settings, value: number): boolean => (name === "coverageShareNeeded" ? Math.abs(value * 100 - Math.round(value * 100)) < 1e-9 : Number.isInteger(value));

/** Why a value can't be a threshold, naming the value and what would do; undefined where it can. */
export function settingError(name: keyof Settings, value: number): string | undefined {
  const { least, most, unit } = settingBounds[name];
  if (value >= least && value <= most && isOnStep(name, value)) return undefined;
  return `${name} can't be ${value}: it takes ${unit} between ${least} and ${most}.`;
}

/** What is wrong with a set of thresholds: each error names its field and the value. */
export const settingErrors = (settings: Settings): FieldError[] =>
  settingNames.flatMap((name) => {
    const message = settingError(name, settings[name]);
    return message === undefined ? [] : [{ path: name, code: "out_of_range", message }];
  });

const versionShape = /^(\d{4}-(?:0[1-9]|1[0-2]))-([1-9]\d{0,3})$/;

/** Whether a text has the shape of a version's name: year, month, number within the month. */
export const isVersionName = (text: string): boolean => versionShape.test(text);

/** The name of the next version: the month of `on` and the number after the highest of that month, so that no name comes twice. */
export function nextVersion(taken: readonly string[], on: CalendarDate): string {
  const month = on.slice(0, 7);
  const numbers = taken.map((version) => versionShape.exec(version)).flatMap((match) => (match?.[1] === month ? [Number(match[2])] : []));
  return `${month}-${Math.max(0, ...numbers) + 1}`;
}

/** What is said of rules that are asked for and don't exist: the name, and the names that do. */
export const unknownVersion = (version: string, known: readonly string[]): string =>
  version.trim() === "" ? `A version of the rules has to be named: one of ${known.join(", ")}.` : `There are no rules “${version.slice(0, 40)}”; there are ${known.join(", ")}.`;
