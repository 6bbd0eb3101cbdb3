import { getBoard as readBoard } from "@/lib/compliance/queries";
import { chosenRuleSet } from "@/lib/compliance/rules/queries";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { invalid } from "@/lib/kernel/refusal";
import { ok, refuse } from "@/lib/kernel/result";
import { jsonRoute } from "@/lib/server/json-route";
import { getBoard } from "../_operations/board";

export const GET = jsonRoute(getBoard, async ({ query, now }) => {
  const { agreement, asOf = utcDayOf(now), knownAt = now } = query;
  const rules = await chosenRuleSet(query.rules);
  if (!rules.ok) return rules;
  const board = await readBoard({ agreement, asOf, knownAt, rules: rules.value });
  // An agreement without obligations has no board; so a code that nobody knows is told from an empty answer.
  if (agreement !== undefined && board.items.length === 0) return refuse(invalid("agreement", "unknown_code", `"${agreement}" is no agreement with obligations; /agreements lists them.`));
  return ok({ body: board });
});
