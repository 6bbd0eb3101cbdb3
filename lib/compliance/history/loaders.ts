import { requireActor } from "@/lib/auth/session";
import { type BoardFrame, loadBoardFrame } from "../loaders";
import { boardDatesOf, type SearchParams } from "../schema";
import { type BoardHistoryEdition, getBoardHistory } from "./queries";

export type HistoryPage = BoardFrame & { readonly history: BoardHistoryEdition };

/** The grid of duties and months up to the day of the address. */
export async function loadBoardHistory(searchParams: SearchParams): Promise<HistoryPage> {
  await requireActor();
  const frame = await loadBoardFrame(searchParams);
  const history = await getBoardHistory({ agreement: frame.agreement?.code, ...boardDatesOf(frame.request), rules: frame.rules.rules });
  return { ...frame, history };
}
