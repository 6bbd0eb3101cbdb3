import { canonicalJson } from "@/lib/kernel/canonical-json";
import type { AssessmentContext, CoverageInput, ObligationInput } from "../../domain/obligation";
import { type BoardFact, decidingFacts } from "../../domain/record";
import { isPlain, type Unread } from "../../domain/unread";

/**
 * Everything the engine read of a duty on a day, as one text: the same inputs give the same text whatever the order in which
 * they arrived, and a change of any of them gives another. The day itself is left out, and with it what lies after it, so that
 * time alone changes nothing: the text differs only where the inputs do. Claims that wait decide nothing and are not in it.
 */
export function inputsText(obligation: ObligationInput, records: readonly BoardFact[], context: AssessmentContext): string {
  const { asOf, settings, coverage, dependencies, unread, ...others } = context;
  const deciding = decidingFacts(records, asOf);
  return canonicalJson({
    obligation: { ...obligation, deadlines: asSet(obligation.deadlines.filter((deadline) => deadline.setOn <= asOf)), interpretations: asSet(obligation.interpretations) },
    records: unread ? deciding.filter((fact) => !isPlain(fact)) : deciding,
    ...(unread && { plain: fingerprintOf(unread) }),
    coverage: asSet(coverage.filter((interval) => interval.fromOn <= asOf).map((interval) => untilDay(interval, asOf))),
    dependencies: asSet(dependencies),
    others,
    settings,
  });
}

/** Where there are very many plain records, one text stands for all of them. */
function fingerprintOf({ fingerprint }: Unread): string {
  if (fingerprint === undefined) throw new RangeError("the records were read without their fingerprint");
  return fingerprint;
}

/** An interval that ends only later was open on the day. */
const untilDay = (interval: CoverageInput, asOf: string): CoverageInput => ({ ...interval, toOn: interval.toOn !== null && interval.toOn >= asOf ? null : interval.toOn });

/** Rows whose order says nothing, in the order of their own text. */
const asSet = (rows: readonly object[]): object[] => [...rows].sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
