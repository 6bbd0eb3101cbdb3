import { historyCsv } from "@/lib/compliance/history/pipeline";
import { getBoardHistory } from "@/lib/compliance/history/queries";
import { chosenRuleSet } from "@/lib/compliance/rules/queries";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { ok } from "@/lib/kernel/result";
import { streamRoute } from "@/lib/server/stream-route";
import { exportBoardHistory } from "../../_operations/board";
import { isAgreementWithoutBoard, noSuchBoard } from "../_parts/agreement";

export const GET = streamRoute(exportBoardHistory, async ({ query, now }) => {
  const { agreement, asOf = utcDayOf(now), knownAt = now } = query;
  const rules = await chosenRuleSet(query.rules);
  if (!rules.ok) return rules;
  const history = await getBoardHistory({ agreement, asOf, knownAt, rules: rules.value });
  if (isAgreementWithoutBoard(agreement, history.rows)) return noSuchBoard(agreement);
  const parts = historyCsv(history);
  const text = new ReadableStream<string>({
    pull(controller) {
      const next = parts.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });
  return ok({ text, contentType: "text/csv; charset=utf-8", filename: `truce-ledger-board-months-${asOf}.csv` });
});
