import { addDays, type CalendarDate, daysBetween } from "@/lib/kernel/calendar-date";
import { type Elapsed, elapsedDays, elapsedSince, truceStart, type TruceStart } from "./elapsed";
import { type Observation, survivalCurve, type SurvivalCurve } from "./survival";
import type { Account, Truce, Voice } from "./truce";

/** The two things that are timed. */
export type Timed = "REPORTED" | "VERIFIED";

export type TimedAccount = Account & { readonly elapsed: Elapsed };

/** What a curve takes of a truce, or why it takes nothing. */
export type Standing =
  | { readonly kind: "EVENT"; readonly elapsed: Elapsed; readonly account: TimedAccount }
  | { readonly kind: "CENSORED"; readonly elapsed: Elapsed; readonly until: CalendarDate }
  | { readonly kind: "EXCLUDED"; readonly reason: string };

export type ComparedTruce = Truce & {
  readonly start: TruceStart;
  /** First reports, one per side that reported, the earliest first. They are never joined. */
  readonly reports: readonly TimedAccount[];
  readonly verified: TimedAccount | null;
  readonly end: TimedAccount | null;
  readonly held: TimedAccount | null;
  /** The last day on which something on record speaks of it. */
  readonly followedUntil: CalendarDate;
  readonly reported: Standing;
  readonly verification: Standing;
};

export type Comparison = {
  readonly truces: readonly ComparedTruce[];
  /** Sides that reported a violation of some truce: the choices of "reported by". */
  readonly reporters: readonly Voice[];
  readonly curves: Readonly<Record<Timed, SurvivalCurve>>;
};

/** By whom and by when a truce's violations are asked for. */
export type Question = { readonly asOf: CalendarDate; readonly by: string | undefined };

const notFollowed = "No report of a violation and no word that it held is on record. That nobody is known to have looked is not calm, so no length of time is counted.";

/** Accounts in the order of the least that is counted; the same time is ordered by who speaks. */
const inTime = (a: TimedAccount, b: TimedAccount): number => a.elapsed.counted - b.elapsed.counted || a.elapsed.low - b.elapsed.low || namesOf(a).localeCompare(namesOf(b), "en");
const namesOf = (account: Account): string => account.allegedBy.map((voice) => voice.code).join();

/** The first account of each side that reported: speakers of one side are one reporter, and two sides stay two rows. */
function firstBySide(accounts: readonly TimedAccount[]): TimedAccount[] {
  const ordered = accounts.toSorted(inTime);
  const sides = [...new Set(ordered.flatMap((account) => account.allegedBy.map((voice) => voice.side)))];
  const firsts = sides.flatMap((side) => {
    const first = ordered.find((account) => account.allegedBy.some((voice) => voice.side === side));
    if (!first) return [];
    // Where each accuses the other, a side denies what the other says and not its own word.
    return [{ ...first, allegedBy: first.allegedBy.filter((voice) => voice.side === side), deniedBy: first.deniedBy.filter((voice) => voice.side !== side) }];
  });
  return firsts.sort(inTime);
}

/**
 * The truces that were signed by a day, each with its first reports, its first verified violation, its end, and how it counts
 * for either curve. What came after the day is left out, so an earlier day never knows what a later one brought.
 */
export function compareTruces(truces: readonly Truce[], question: Question): Comparison {
  const compared = truces.filter((truce) => truce.signedOn <= question.asOf && truceStart(truce).on <= question.asOf).map((truce) => compareOne(truce, question));
  const voices = compared.flatMap((truce) => truce.reports.flatMap((report) => report.allegedBy));
  const reporters = voices.filter((voice, index) => voices.findIndex((other) => other.side === voice.side) === index).sort((a, b) => a.side.localeCompare(b.side, "en"));
  const curve = (standing: (truce: ComparedTruce) => Standing): SurvivalCurve => survivalCurve(compared.flatMap((truce) => observationOf(standing(truce))));
  return { truces: compared, reporters, curves: { REPORTED: curve((truce) => truce.reported), VERIFIED: curve((truce) => truce.verification) } };
}

function compareOne(truce: Truce, { asOf, by }: Question): ComparedTruce {
  const start = truceStart(truce);
  const accounts = truce.accounts.filter((account) => account.occurredOn <= asOf).map((account) => ({ ...account, elapsed: elapsedSince(start, account) }));
  const first = (...kinds: string[]): TimedAccount | null => accounts.filter((account) => kinds.includes(account.kind)).sort(inTime)[0] ?? null;
  const reports = firstBySide(accounts.filter((account) => account.kind === "FIRST_REPORTED"));
  const [verified, end, held] = [first("FIRST_VERIFIED"), first("ENDED", "REPLACED"), accounts.filter((account) => account.kind === "HELD").sort(inTime).at(-1) ?? null];
  const followedUntil = lastDay(truce, { accounts, end, asOf });
  const isFollowed = reports.length > 0 || verified !== null || held !== null || truce.hasRecords;
  const standing = (account: TimedAccount | null | undefined): Standing => {
    if (!isFollowed) return { kind: "EXCLUDED", reason: notFollowed };
    if (account) return { kind: "EVENT", elapsed: account.elapsed, account };
    return { kind: "CENSORED", elapsed: elapsedDays(start, followedUntil), until: followedUntil };
  };
  const chosen = by === undefined ? reports[0] : reports.find((report) => report.allegedBy.some((voice) => voice.side === by));
  return { ...truce, accounts, start, reports, verified, end, held, followedUntil, reported: standing(chosen), verification: standing(verified) };
}

/** The end where there is one; the day shown where records are followed; else the last day of which anything on record speaks. */
function lastDay(truce: Truce, { accounts, end, asOf }: { accounts: readonly Account[]; end: Account | null; asOf: CalendarDate }): CalendarDate {
  if (end) return end.occurredOn;
  if (truce.hasRecords) return asOf;
  const days = [truceStart(truce).on, ...accounts.map((account) => account.occurredOn), ...(truce.statusOn === null ? [] : [truce.statusOn])].filter((day) => day <= asOf);
  // The status may carry a later day than the one shown: until then it was followed at least.
  return truce.statusOn !== null && truce.statusOn > asOf ? asOf : (days.sort().at(-1) ?? truceStart(truce).on);
}

function observationOf(standing: Standing): Observation[] {
  if (standing.kind === "EXCLUDED") return [];
  return [{ minutes: standing.elapsed.counted, isEvent: standing.kind === "EVENT" }];
}

/** The newest truce whose records are followed, and the truces of its conflict in the days before it: read side by side. */
export function truceRun(truces: readonly ComparedTruce[], days = 60): ComparedTruce[] {
  const anchor = truces.filter((truce) => truce.hasRecords).toSorted((a, b) => b.signedOn.localeCompare(a.signedOn))[0];
  if (!anchor) return [];
  const from = addDays(anchor.signedOn, -days);
  return truces.filter((truce) => truce.conflict === anchor.conflict && truce.signedOn >= from && truce.signedOn <= anchor.signedOn).toSorted((a, b) => daysBetween(b.signedOn, a.signedOn));
}

export const truceSorts = ["inForce", "signed", "reported", "verified", "end"] as const;
export type TruceSort = (typeof truceSorts)[number];

const timeOf = (standing: Standing): number | null => (standing.kind === "EVENT" ? standing.elapsed.counted : null);
const keyOf: Record<TruceSort, (truce: ComparedTruce) => number | string | null> = {
  inForce: (truce) => truce.inForceAt ?? truce.start.on,
  signed: (truce) => truce.signedOn,
  reported: (truce) => timeOf(truce.reported),
  verified: (truce) => timeOf(truce.verification),
  end: (truce) => truce.end?.elapsed.counted ?? null,
};

/** The truces in the order of a column; what has no value in it comes last in either direction. */
export function sortedTruces(truces: readonly ComparedTruce[], { sort, isDescending }: { sort: TruceSort; isDescending: boolean }): ComparedTruce[] {
  const value = keyOf[sort];
  return truces.toSorted((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === null || right === null) return left === right ? a.code.localeCompare(b.code, "en") : left === null ? 1 : -1;
    const order = left < right ? -1 : left > right ? 1 : a.code.localeCompare(b.code, "en");
    return isDescending ? -order : order;
  });
}
