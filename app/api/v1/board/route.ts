import { getBoard as readBoard } from "@/lib/compliance/queries";
import { chosenRuleSet } from "@/lib/compliance/rules/queries";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { ok } from "@/lib/kernel/result";
import { jsonRoute } from "@/lib/server/json-route";
import { getBoard } from "../_operations/board";
import { isAgreementWithoutBoard, noSuchBoard } from "./_parts/agreement";

export const GET = jsonRoute(getBoard, async ({ query, now }) => {
  const { agreement, asOf = utcDayOf(now), knownAt } = query;
  const rules = await chosenRuleSet(query.rules);
  if (!rules.ok) return rules;
  // Without a date of knowledge it is what is known now, which is stored; the answer names the moment all the same.
  const board = await readBoard({ agreement, asOf, knownAt, rules: rules.value });
  if (isAgreementWithoutBoard(agreement, board.items)) return noSuchBoard(agreement);
  return ok({ body: { ...board, knownAt: board.knownAt ?? now.toISOString() } });
});
