import type { Assessment } from "../domain/assessment";
import type { BoardSubject } from "../domain/board";
import { speakingDecision, type StatusDecision } from "../decisions/domain/decision";
import { standing } from "../decisions/domain/standing";
import type { RuleSet } from "../domain/settings";
import { type StripMonth, stripOf } from "../domain/strip";
import type { StripMark } from "../domain/strip-marks";
import type { DecisionCommand } from "@/lib/codelists/decision-command";
import type { CalendarDate } from "@/lib/kernel/calendar-date";

/** A column of the grid: a month, and the day of it that the states are of. */
export type HistoryMonth = { readonly month: string; readonly on: CalendarDate };

/** What stands on a month's last day: what the rules propose with the decision that speaks for that day laid over it. */
export type HistoryCell = StripMonth & { readonly decision: DecisionCommand | null };

export type HistoryRow = {
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  /** One for each column; undefined in months before the strip of this duty begins. */
  readonly cells: readonly (HistoryCell | undefined)[];
  readonly runs: readonly StateRun[];
  /** Every date worth a mark, those outside the months shown included. */
  readonly marks: readonly StripMark[];
};

export type BoardHistory = { readonly months: readonly HistoryMonth[]; readonly rows: readonly HistoryRow[] };

/** Months in a row on whose last days a duty stood the same. */
export type StateRun = Pick<HistoryCell, "state" | "timeliness" | "overlays" | "decision"> & { readonly from: CalendarDate; readonly to: CalendarDate; readonly months: number };

const standingKey = ({ state, timeliness, overlays, decision }: HistoryCell): string => [state, timeliness ?? "", decision ?? "", ...overlays].join("|");

/** The months of a duty, joined where state, timeliness, marks and decision stay the same; their numbers of months add up. */
export function runsOf(months: readonly HistoryCell[]): StateRun[] {
  const runs: (StateRun & { readonly key: string })[] = [];
  for (const month of months) {
    const key = standingKey(month);
    const last = runs.at(-1);
    const { state, timeliness, overlays, decision, on } = month;
    if (last?.key === key) runs[runs.length - 1] = { ...last, to: on, months: last.months + 1 };
    else runs.push({ key, state, timeliness, overlays, decision, from: on, to: on, months: 1 });
  }
  return runs.map(({ key: _key, ...run }) => run);
}

/** Up to which day, by which rules, and what reviewers had decided for each duty by when. */
export type HistoryQuestion = {
  readonly asOf: CalendarDate;
  readonly rules: RuleSet;
  readonly decisions: ReadonlyMap<string, readonly StatusDecision[]>;
  readonly knownAt: Date | undefined;
};

/** What stands on the day of a month. Which inputs changed since a decision is told on the board of that day, not here. */
function cellOf(month: StripMonth, decisions: readonly StatusDecision[], { rules, knownAt }: HistoryQuestion): HistoryCell {
  const speaking = speakingDecision(decisions, { asOf: month.on, knownAt });
  if (!speaking) return { ...month, decision: null };
  // Standing reads the state, the timeliness and the marks of an answer; reasons are the business of the board.
  const proposed: Assessment = { ...month, because: [], claimsWaiting: 0, nextDate: null, deadlineReadings: [] };
  const { state, timeliness, overlays, decision } = standing(proposed, speaking, { ruleVersion: rules.version, inputsDigest: speaking.inputsDigest });
  return { ...month, state, timeliness, overlays, decision: decision?.command ?? null };
}

/** The state of every duty of a board month by month up to `asOf`, each cell as it stands on the board of its own day. */
export function historyOf(subjects: readonly BoardSubject[], question: HistoryQuestion): BoardHistory {
  const moment = { asOf: question.asOf, settings: question.rules.settings };
  const drawn = subjects.map((subject) => {
    const strip = stripOf(subject, subjects, moment);
    const decisions = question.decisions.get(subject.input.code) ?? [];
    return { subject, marks: strip.marks, stood: strip.months.map((month) => cellOf(month, decisions, question)) };
  });
  const longest = drawn.map(({ stood }) => stood).reduce<readonly HistoryCell[]>((most, months) => (months.length > most.length ? months : most), []);
  const months = longest.map(({ month, on }) => ({ month, on }));
  const rows = drawn.map(({ subject: { input }, marks, stood }) => {
    const byMonth = new Map(stood.map((cell) => [cell.month, cell]));
    return { code: input.code, title: input.title, kind: input.kind, cells: months.map(({ month }) => byMonth.get(month)), runs: runsOf(stood), marks };
  });
  return { months, rows };
}
