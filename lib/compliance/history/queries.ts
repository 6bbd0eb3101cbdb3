import { listStatusDecisions } from "../decisions/queries";
import { listBoardSubjects } from "../inputs/queries";
import type { BoardQuestion } from "../queries";
import { currentRuleSet } from "../rules/queries";
import { type BoardHistory, historyOf } from "./domain";

export type BoardHistoryEdition = BoardHistory & { readonly asOf: string; readonly knownAt: string | null; readonly ruleVersion: string };

/** Every duty of an agreement (or of all) month by month up to a day, by what was known and decided at one moment, by the rules named or those in force. */
export async function getBoardHistory({ agreement, asOf, knownAt, rules }: BoardQuestion & { agreement: string | undefined }): Promise<BoardHistoryEdition> {
  const judging = rules ?? (await currentRuleSet());
  const [subjects, decisions] = await Promise.all([listBoardSubjects(agreement, { knownAt, asOf, windowDays: judging.settings.windowDays, monthly: "ALL" }), listStatusDecisions({ agreement, knownAt })]);
  return { asOf, knownAt: knownAt?.toISOString() ?? null, ruleVersion: judging.version, ...historyOf(subjects, { asOf, rules: judging, decisions, knownAt }) };
}
