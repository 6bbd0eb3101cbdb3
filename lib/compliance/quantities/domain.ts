import { countsOnBoard } from "@/lib/codelists/verification";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { AssessmentContext, ObligationInput } from "../domain/obligation";
import { type Comparison, countedQuantity, countsFor } from "../domain/quantity-ceiling";
import { type BoardFact, decidingFacts, type Figure, lastDayOf, type RecordId, referenceOf, waitingFacts } from "../domain/record";

/** One reported figure beside the limit that it is compared with. */
export type QuantityPoint = Omit<Figure, "note"> & {
  readonly note: string | null;
  /** The last day of the record: a count is dated by it, as in the rules. */
  readonly on: CalendarDate;
  readonly limit: number;
  /** Counts several ceilings together; `limit` is then their sum, and categories may differ. */
  readonly isCombined: boolean;
  readonly comparison: Comparison;
  readonly verification: string;
  /** A claim that waits decides nothing and is drawn hollow. */
  readonly standing: "COUNTED" | "WAITING";
  readonly recordId: RecordId;
  readonly reference: string;
  readonly label: string;
};

/**
 * Every figure reported for a quantity ceiling up to `context.asOf`, oldest first, by the same matching as the rules: counted
 * records (V3 and above) and claims that wait beside them. Empty for other kinds of duty.
 */
export function quantityPoints(input: ObligationInput, records: readonly BoardFact[], context: AssessmentContext): QuantityPoint[] {
  if (input.kind !== "QUANTITY_CEILING") return [];
  const facts = [...decidingFacts(records, context.asOf), ...waitingFacts(records, input.kind, context.asOf)];
  return countsFor(input, facts, context).map(({ fact, figure, limit, isCombined, comparison }) => ({
    ...figure,
    note: figure.note ?? null,
    on: lastDayOf(fact),
    limit,
    isCombined,
    comparison,
    verification: fact.verification,
    standing: countsOnBoard(fact.verification) ? "COUNTED" : "WAITING",
    recordId: fact.id,
    reference: referenceOf(fact.id),
    label: fact.label,
  }));
}

export type Quantity = { readonly what: string; readonly value: number | null; readonly unit: string | null };

/** The figures of the text, the one that a ceiling is measured by with the series of what was reported; the others with none. */
export function withReported<Q extends Quantity>(quantities: readonly Q[], points: readonly QuantityPoint[]): (Q & { readonly reported: readonly QuantityPoint[] })[] {
  const counted = countedQuantity(quantities);
  return quantities.map((quantity) => ({ ...quantity, reported: quantity === counted ? points : [] }));
}
