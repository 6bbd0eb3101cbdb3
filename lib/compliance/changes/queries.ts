import { type BoardChange, boardChanges } from "../domain/board-changes";
import type { RuleSet } from "../domain/settings";
import { getBoard } from "../queries";
import type { BoardDates } from "../schema";

export type BoardComparison = { readonly compared: number; readonly changes: readonly BoardChange[] };

/** The duties of an agreement (or of all) that stand differently at two moments, and among how many; by the rules in force where none are given. */
export async function compareBoards({ agreement, before, after }: { agreement: string | undefined; before: BoardDates; after: BoardDates }, rules?: RuleSet): Promise<BoardComparison> {
  const [earlier, later] = await Promise.all([getBoard({ agreement, ...before, rules }), getBoard({ agreement, ...after, rules })]);
  return { compared: later.items.length, changes: boardChanges(earlier.items, later.items) };
}
