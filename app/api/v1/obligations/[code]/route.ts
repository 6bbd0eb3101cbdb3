import { findObligation } from "@/lib/compliance/queries";
import { chosenRuleSet } from "@/lib/compliance/rules/queries";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { notFound } from "@/lib/kernel/refusal";
import { ok, refuse } from "@/lib/kernel/result";
import { jsonRoute } from "@/lib/server/json-route";
import { getObligation } from "../../_operations/board";

export const GET = jsonRoute(getObligation, async ({ params, query, now }) => {
  const { asOf = utcDayOf(now), knownAt = now } = query;
  const rules = await chosenRuleSet(query.rules);
  if (!rules.ok) return rules;
  const obligation = await findObligation(params.code, { asOf, knownAt, rules: rules.value });
  return obligation ? ok({ body: obligation }) : refuse(notFound);
});
