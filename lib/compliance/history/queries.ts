import { listBoardSubjects } from "../inputs/queries";
import { currentRuleSet } from "../rules/queries";
import type { BoardDates } from "../schema";
import { type BoardHistory, historyOf } from "./domain";

export type BoardHistoryEdition = BoardHistory & { readonly asOf: string; readonly knownAt: string | null; readonly ruleVersion: string };

/** Every duty of an agreement (or of all) month by month up to a day, by what was known at one moment. */
export async function getBoardHistory({ agreement, asOf, knownAt }: BoardDates & { agreement: string | undefined }): Promise<BoardHistoryEdition> {
  const [subjects, rules] = await Promise.all([listBoardSubjects({ agreement, knownAt }), currentRuleSet()]);
  return { asOf, knownAt: knownAt?.toISOString() ?? null, ruleVersion: rules.version, ...historyOf(subjects, { asOf, settings: rules.settings }) };
}
