import { calendarDate } from "@/lib/kernel/calendar-date";
import { coveragePicture, type CoveragePicture, type CoverageRow } from "../coverage/domain";
import type { Assessment } from "../domain/assessment";
import type { BoardSubject } from "../domain/board";
import { type ConditionInterval, conditionIntervals } from "../domain/condition-intervals";
import type { AssessmentContext } from "../domain/obligation";
import type { Strip } from "../domain/strip";
import { type Quantity, quantityPoints, type QuantityPoint, withReported } from "../quantities/domain";
import { type Timeline, timelineOf } from "../timeline/domain";

export type ReportedQuantity<Q extends Quantity> = Q & { readonly reported: readonly QuantityPoint[] };

/** What the pictures of a duty's page are drawn from, beside its strip. */
export type ObligationPictures<Q extends Quantity> = {
  readonly timeline: Timeline;
  readonly quantities: readonly ReportedQuantity<Q>[];
  /** Undefined before the duty began. */
  readonly coverageOverTime: CoveragePicture | undefined;
  /** How the object of a standing duty stood, day by day; empty for other kinds. */
  readonly conditions: readonly ConditionInterval[];
};

type Drawn<Q extends Quantity> = {
  readonly subject: BoardSubject;
  readonly context: AssessmentContext;
  readonly assessment: Pick<Assessment, "because">;
  readonly strip: Strip;
  readonly detail: { readonly quantities: readonly Q[]; readonly coverage: readonly CoverageRow[] };
};

/** Timeline, reported figures, conditions and coverage of one duty on the day of `context`; nothing later is told. */
export function picturesOf<Q extends Quantity>({ subject, context, assessment, strip, detail }: Drawn<Q>): ObligationPictures<Q> {
  const first = strip.months[0];
  // The axis of the strip: from the duty's first day (where a condition starts it, from the strip's first month) to the day shown.
  const from = subject.input.startsOn ?? (first && calendarDate(`${first.month}-01`));
  return {
    timeline: timelineOf(subject, context, assessment.because),
    quantities: withReported(detail.quantities, quantityPoints(subject.input, subject.records, context)),
    conditions: subject.input.kind === "STANDING_POSITIVE" ? conditionIntervals(subject, context) : [],
    coverageOverTime: from && coveragePicture(detail.coverage, { from, to: context.asOf }),
  };
}
