import { listBoardSubjects } from "../../inputs/queries";
import type { BoardDates } from "../../schema";
import { changesByRules, historyByRules, historyDays, type RuleComparison, type TwoRules } from "./domain";

/** What two sets of rules say differently of an agreement's duties (or of all), on one day and on the end of each month before it. */
export async function compareRules({ agreement, asOf, knownAt, ...rules }: BoardDates & TwoRules & { agreement: string | undefined }): Promise<RuleComparison> {
  const subjects = await listBoardSubjects(agreement, { knownAt, asOf, windowDays: Math.max(rules.before.windowDays, rules.after.windowDays), monthly: "ALL" });
  const days = historyDays(subjects, asOf);
  return { compared: subjects.length, changes: changesByRules(subjects, asOf, rules), daysRead: days.length, history: historyByRules(subjects, days, rules) };
}
