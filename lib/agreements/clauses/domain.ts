import { diffArrays } from "diff";
import { type CalendarDate, daysBetween } from "@/lib/kernel/calendar-date";
import type { Assessment } from "@/lib/compliance/domain/assessment";
import type { DeadlineView } from "@/lib/compliance/domain/obligation-view";
import type { AgreementView, ClauseTextView, DiscrepancyView, ObligationText, TextVersionView } from "../domain/view";

/** A stretch of text that both versions share, or that only one of them has. */
export type DiffPart = { readonly kind: "SAME" | "REMOVED" | "ADDED"; readonly text: string };

// Words by the rules of Unicode, so that Armenian, Azerbaijani and Russian wordings are cut as well as English ones.
const words = new Intl.Segmenter("en", { granularity: "word" });
const tokensOf = (text: string): string[] => Array.from(words.segment(text), (entry) => entry.segment);

/**
 * The word differences between two wordings: what `other` left out of `base`, and what it put in. The parts that are not added,
 * joined, are `base`; those that are not removed are `other`. Words are compared as they are written.
 */
export function wordDiff(base: string, other: string): DiffPart[] {
  const parts = diffArrays(tokensOf(base), tokensOf(other)).map(({ value, added, removed }): DiffPart => ({ kind: added ? "ADDED" : removed ? "REMOVED" : "SAME", text: value.join("") }));
  return gathered(parts);
}

/** A space that stands alone between two changes belongs to them: "by the" is one change, not two. Of a run of changes, what was left out comes first. */
function gathered(parts: readonly DiffPart[]): DiffPart[] {
  const isBridge = (part: DiffPart, index: number): boolean => part.kind === "SAME" && part.text.trim() === "" && index > 0 && index < parts.length - 1;
  const cut = parts.flatMap((part, index): DiffPart[] => (isBridge(part, index) ? [{ kind: "REMOVED", text: part.text }, { kind: "ADDED", text: part.text }] : [part]));
  const out: DiffPart[] = [];
  let run: DiffPart[] = [];
  for (const part of [...cut, undefined]) {
    if (part !== undefined && part.kind !== "SAME") {
      run.push(part);
      continue;
    }
    out.push(...joined(run, "REMOVED"), ...joined(run, "ADDED"), ...(part === undefined ? [] : [part]));
    run = [];
  }
  return out;
}

function joined(run: readonly DiffPart[], kind: DiffPart["kind"]): DiffPart[] {
  const text = run.filter((part) => part.kind === kind).map((part) => part.text).join("");
  return text === "" ? [] : [{ kind, text }];
}

export type DiffCounts = { readonly removed: number; readonly added: number };

/** How many words only one of the wordings has. */
export function countedChanges(parts: readonly DiffPart[]): DiffCounts {
  const count = (kind: DiffPart["kind"]): number =>
    parts.filter((part) => part.kind === kind).reduce((sum, part) => sum + Array.from(words.segment(part.text)).filter((entry) => entry.isWordLike).length, 0);
  return { removed: count("REMOVED"), added: count("ADDED") };
}

/** A published wording and what it holds of one clause; null where that point was not read. */
export type Wording = Omit<TextVersionView, "clauses"> & { readonly held: ClauseTextView | null };

/** Every published wording with what it holds of a clause, in the order of the agreement. */
export const wordingsOf = (versions: readonly TextVersionView[], number: number): Wording[] =>
  versions.map(({ clauses, ...version }) => ({ ...version, held: clauses.find((text) => text.number === number) ?? null }));

export type Chosen = { readonly base: Wording | undefined; readonly other: Wording | undefined; readonly unknown: readonly string[] };

/**
 * The two wordings to compare: those that the address names, else the first that is held and the first after it that says
 * something else. A key that names no held wording is answered by name.
 */
export function chosenWordings(wordings: readonly Wording[], asked: { base: string | undefined; other: string | undefined }): Chosen {
  const held = wordings.filter((wording) => wording.held !== null);
  const named = (key: string | undefined) => (key === undefined ? undefined : held.find((wording) => wording.key === key));
  const base = named(asked.base) ?? held.find((wording) => wording.key !== asked.other) ?? held[0];
  const differing = held.find((wording) => wording.held?.text !== base?.held?.text);
  const other = named(asked.other) ?? differing ?? held.find((wording) => wording !== base);
  return { base, other, unknown: [asked.base, asked.other].filter((key) => key !== undefined && named(key) === undefined) as string[] };
}

/** Days by which something was done after the last day in time; null where it was in time or was not done. */
export function daysLate(reading: { outcome: string; lastDayInTime: CalendarDate }, doneOn: CalendarDate | null): number | null {
  const late = doneOn === null ? 0 : daysBetween(reading.lastDayInTime, doneOn);
  return reading.outcome === "LATE" && late > 0 ? late : null;
}

type CompletingRecord = { standing: string; relation: string; effect: string; occurredStart: CalendarDate; occurredEnd: CalendarDate | null };

/** The day of the first counted record that a duty was done, as the board counts it: by its last day. */
export function doneOn(records: readonly CompletingRecord[]): CalendarDate | null {
  const days = records.filter(({ standing, relation, effect }) => standing === "COUNTED" && relation === "FULFILMENT" && effect === "DONE").map((record) => record.occurredEnd ?? record.occurredStart);
  return days.sort()[0] ?? null;
}

/** A duty of a clause with its state on a day; `deadlines` holds every date of it with the outcome under each reading. */
export type DutyOfClause = {
  readonly text: ObligationText;
  readonly state: Pick<Assessment, "state" | "timeliness" | "overlays" | "because" | "claimsWaiting"> | null;
  readonly deadlines: readonly DeadlineView[];
  readonly doneOn: CalendarDate | null;
};

/** A clause with everything that is read from it and said about it. */
export type ClauseView = {
  readonly agreement: Pick<AgreementView, "code" | "title" | "isDemonstration">;
  readonly clause: { readonly number: number; readonly title: string };
  readonly previous: number | null;
  readonly next: number | null;
  readonly wordings: readonly Wording[];
  readonly duties: readonly DutyOfClause[];
  readonly discrepancies: ClauseDiscrepancies;
};

export type ClauseDiscrepancies = { readonly own: readonly DiscrepancyView[]; readonly general: readonly DiscrepancyView[] };

/** The differences between accounts that touch a clause's duties, and those that touch the agreement and no duty. */
export function discrepanciesOf(discrepancies: readonly DiscrepancyView[], duties: readonly string[]): ClauseDiscrepancies {
  return {
    own: discrepancies.filter((row) => row.obligations.some((code) => duties.includes(code))),
    general: discrepancies.filter((row) => row.obligations.length === 0),
  };
}
