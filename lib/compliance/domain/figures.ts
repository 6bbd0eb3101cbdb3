import type { Figure } from "./record";

const numberOrNull = (value: unknown): number | null => (typeof value === "number" && Number.isFinite(value) ? value : null);

/** Figures from stored JSON; an entry without a name or a unit can't be compared with anything and is left out. */
export function figuresOf(json: unknown): Figure[] {
  if (!Array.isArray(json)) return [];
  return json.flatMap((entry: unknown) => {
    if (!(entry instanceof Object)) return [];
    const { what, unit, low, best, high, reportedBy, note } = entry as Record<string, unknown>;
    if (typeof what !== "string" || typeof unit !== "string") return [];
    const reporter = typeof reportedBy === "string" ? reportedBy : "not named";
    return [{ what, unit, low: numberOrNull(low), best: numberOrNull(best), high: numberOrNull(high), reportedBy: reporter, note: typeof note === "string" ? note : null }];
  });
}
