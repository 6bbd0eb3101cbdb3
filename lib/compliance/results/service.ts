import type { CalendarDate } from "@/lib/kernel/calendar-date";
import { answerKey, answersFrom, computeAnswers, listDutyIds, listStoredDays, listStoredTexts, listUnanswered, readInputs } from "./queries";
import { currentRuleSet } from "../rules/queries";
import { type AnswerKey, dropOtherRules, foldRevisions, type NewAnswer, pruneAnswers, storeAnswers } from "./store";

/** Days that stay in the store: those that were computed last. A board of 60 duties on as many days is some 20 MB. */
export const daysKept = 400;

const keyOn = async (asOf: CalendarDate) => {
  const rules = await currentRuleSet();
  return { rules, key: await answerKey(asOf, rules) };
};

/**
 * Brings the stored answers of a day up to date for these duties and those that rest on them; for all where none are named. Only
 * what is missing or no longer valid is computed, so a second run does nothing. Gives the ids of the duties that were computed.
 */
export async function recomputeBoard(asOf: CalendarDate, obligationIds?: readonly number[]): Promise<number[]> {
  const { rules, key } = await keyOn(asOf);
  const ids = await listUnanswered(key, obligationIds);
  if (ids.length > 0) await computeAnswers(ids, { asOf, rules });
  return ids;
}

/** What a day's end leaves to do: the answers of the new day, and tables of their proper size. */
export async function refreshBoard(today: CalendarDate): Promise<void> {
  await recomputeBoard(today);
  await foldRevisions();
  await pruneBoard();
}

/** Drops the stored answers of days that nobody asked for in a long while. Gives how many days went. */
export const pruneBoard = (): Promise<number> => pruneAnswers(daysKept);

export type Rebuilt = { readonly ruleVersion: string; readonly days: number; readonly answers: number; readonly differed: number };
export type RebuildOptions = { readonly today: CalendarDate; readonly report?: (done: number, of: number) => void };

/**
 * Computes every stored answer anew, and today's, from the records alone. `differed` counts the valid answers that were not what
 * the records say: other than 0 is a defect, which is repaired by the same run.
 */
export async function rebuildBoard({ today, report = () => undefined }: RebuildOptions): Promise<Rebuilt> {
  const { rules, key } = await keyOn(today);
  await dropOtherRules(rules.version);
  const days = [...new Set([today, ...(await listStoredDays(rules.version))])];
  const dutyIds = await listDutyIds();
  const counts = { answers: 0, differed: 0 };
  for (const [index, asOf] of days.entries()) {
    const moment = { asOf, settings: rules.settings };
    const answers = answersFrom(await readInputs(dutyIds, moment), moment);
    counts.answers += answers.length;
    counts.differed += await countDiffering({ ...key, asOf }, answers);
    await storeAnswers({ ...key, asOf }, answers);
    report(index + 1, days.length);
  }
  return { ruleVersion: rules.version, days: days.length, ...counts };
}

async function countDiffering(key: AnswerKey, answers: readonly NewAnswer[]): Promise<number> {
  const stored = await listStoredTexts(key);
  return answers.filter(({ obligationId, revision, result }) => {
    const row = stored.get(obligationId);
    return row?.revision === revision && row.text !== JSON.stringify(result);
  }).length;
}
