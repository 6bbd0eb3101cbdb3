import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { ComplianceState } from "@/lib/codelists/compliance-state";
import type { Overlay } from "@/lib/codelists/overlay";
import type { Timeliness } from "@/lib/codelists/timeliness";
import type { DeadlineReading } from "./deadlines";
import type { Reason } from "./reason";
import type { BoardFact } from "./record";

/** What the engine says of one duty on one day, and why. */
export type Assessment = {
  readonly state: ComplianceState;
  /** Null where the duty has no date. */
  readonly timeliness: Timeliness | null;
  readonly overlays: readonly Overlay[];
  /** Never empty; the deciding reason comes first. */
  readonly because: readonly Reason[];
  readonly claimsWaiting: number;
  readonly nextDate: CalendarDate | null;
  readonly deadlineReadings: readonly DeadlineReading[];
};

/** The part of an assessment that the rule of a kind decides. */
export type Verdict = {
  readonly state: ComplianceState;
  readonly because: readonly Reason[];
  readonly overlays?: readonly Overlay[];
  readonly timeliness?: Timeliness | null;
  readonly nextDate?: CalendarDate | null;
  readonly deadlineReadings?: readonly DeadlineReading[];
  /** The records that decided: where one of them is denied, the state is marked contested. */
  readonly decidedBy?: readonly BoardFact[];
};
