import { type BoardChange, boardChanges } from "../domain/board-changes";
import { getBoard } from "../queries";
import type { BoardDates } from "../schema";

export type BoardComparison = { readonly compared: number; readonly changes: readonly BoardChange[] };

/** The duties of an agreement (or of all) that stand differently at two moments, and among how many. */
export async function compareBoards({ agreement, before, after }: { agreement: string | undefined; before: BoardDates; after: BoardDates }): Promise<BoardComparison> {
  const [earlier, later] = await Promise.all([getBoard({ agreement, ...before }), getBoard({ agreement, ...after })]);
  return { compared: later.items.length, changes: boardChanges(earlier.items, later.items) };
}
