import type { Condition, ConditionInterval } from "../domain/condition-intervals";

export type ConditionTotal = { readonly condition: Condition; readonly days: number; readonly intervals: number };

const order: readonly Condition[] = ["CLOSED", "RESTRICTED", "OPEN", "UNKNOWN"];

/** Days in each condition, worst first and the unknown last; together they are all days of the intervals. A condition never met has none. */
export const conditionTotals = (intervals: readonly Pick<ConditionInterval, "condition" | "days">[]): ConditionTotal[] =>
  order.flatMap((condition) => {
    const own = intervals.filter((interval) => interval.condition === condition);
    return own.length === 0 ? [] : [{ condition, days: own.reduce((sum, { days }) => sum + days, 0), intervals: own.length }];
  });
