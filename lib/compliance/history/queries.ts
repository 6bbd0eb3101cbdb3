import { firstRuleSet } from "../domain/settings";
import { listBoardSubjects } from "../inputs/queries";
import type { BoardDates } from "../schema";
import { type BoardHistory, historyOf } from "./domain";

export type BoardHistoryEdition = BoardHistory & { readonly asOf: string; readonly knownAt: string | null; readonly ruleVersion: string };

/** Every duty of an agreement (or of all) month by month up to a day, by what was known at one moment. */
export async function getBoardHistory({ agreement, asOf, knownAt }: BoardDates & { agreement: string | undefined }): Promise<BoardHistoryEdition> {
  const subjects = await listBoardSubjects({ agreement, knownAt });
  return { asOf, knownAt: knownAt?.toISOString() ?? null, ruleVersion: firstRuleSet.version, ...historyOf(subjects, { asOf, settings: firstRuleSet.settings }) };
}
