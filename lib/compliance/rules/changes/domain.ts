import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { Assessment } from "../../domain/assessment";
import { assessAll, type BoardSubject } from "../../domain/board";
import { type BoardChange, boardChanges } from "../../domain/board-changes";
import type { Settings } from "../../domain/settings";
import { earliestStart } from "../../domain/start-day";
import { monthEnds } from "../../domain/strip";

export type TwoRules = { readonly before: Settings; readonly after: Settings };

type Answer = Pick<Assessment, "state" | "timeliness" | "overlays">;

/** Days in a row on which a duty stands differently under two sets of rules, and in the same way. */
export type RuleChangeRun = { readonly from: CalendarDate; readonly to: CalendarDate; readonly days: number; readonly before: Answer; readonly after: Answer };
export type RuleChangeHistory = { readonly code: string; readonly title: string; readonly runs: readonly RuleChangeRun[] };

/** What two sets of rules say differently. */
export type RuleComparison = {
  /** How many duties were compared. */
  readonly compared: number;
  readonly changes: readonly BoardChange[];
  /** On how many days the history was read. */
  readonly daysRead: number;
  readonly history: readonly RuleChangeHistory[];
};

/** The days that a history is read on: the end of each month since the first duty began, and `asOf` itself. None where nothing had begun. */
export function historyDays(subjects: readonly BoardSubject[], asOf: CalendarDate): CalendarDate[] {
  const first = earliestStart(subjects.map((subject) => subject.input));
  return first === undefined ? [] : monthEnds(first, asOf);
}

/** The duties that stand differently on one day because other rules judge: what the engine proposes, without decisions. */
export function changesByRules(subjects: readonly BoardSubject[], asOf: CalendarDate, { before, after }: TwoRules): BoardChange[] {
  const itemsUnder = (settings: Settings) => {
    const assessments = assessAll(subjects, { asOf, settings });
    return subjects.flatMap(({ input: { code, title } }) => {
      const assessment = assessments.get(code);
      return assessment ? [{ ...assessment, code, title }] : [];
    });
  };
  return boardChanges(itemsUnder(before), itemsUnder(after));
}

/** Which duty stands differently on which of the days because other rules judge; in the order of the board, days that are alike put together. */
export function historyByRules(subjects: readonly BoardSubject[], days: readonly CalendarDate[], rules: TwoRules): RuleChangeHistory[] {
  const byDay = days.map((on) => new Map(changesByRules(subjects, on, rules).map((change) => [change.code, change])));
  return subjects.flatMap(({ input: { code, title } }) => {
    const runs = runsOf(days, byDay.map((changes) => changes.get(code)));
    return runs.length === 0 ? [] : [{ code, title, runs }];
  });
}

const answerOf = ({ state, timeliness, overlays }: Answer): Answer => ({ state, timeliness, overlays });
const keyOf = ({ before, after }: { before: Answer; after: Answer }): string => JSON.stringify([answerOf(before), answerOf(after)]);

function runsOf(days: readonly CalendarDate[], changes: readonly (BoardChange | undefined)[]): RuleChangeRun[] {
  const runs: RuleChangeRun[] = [];
  changes.forEach((change, index) => {
    const on = days[index];
    if (!change || on === undefined) return;
    const last = runs.at(-1);
    const isContinued = last !== undefined && last.to === days[index - 1] && keyOf(last) === keyOf(change);
    if (isContinued) runs[runs.length - 1] = { ...last, to: on, days: last.days + 1 };
    else runs.push({ from: on, to: on, days: 1, before: answerOf(change.before), after: answerOf(change.after) });
  });
  return runs;
}
