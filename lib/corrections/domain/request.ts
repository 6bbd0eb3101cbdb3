import type { CorrectionAim, CorrectionKind, CorrectionOutcome } from "@/lib/codelists/correction";
import { addDays, type CalendarDate, daysBetween, utcDayOf } from "@/lib/kernel/calendar-date";

/** Days within which a request is decided. A promise of this product, shown with every request; no law sets it. */
export const decisionDays = 30;

/** The last day of the promise, counted from the day of filing in UTC. */
export const dueOn = (filedAt: Date): CalendarDate => addDays(utcDayOf(filedAt), decisionDays);

/** The number that people quote. */
export const requestReferenceOf = (id: number): string => `CR-${String(id).padStart(6, "0")}`;

export type CorrectionRequestView = {
  readonly id: number;
  readonly reference: string;
  readonly incident: { readonly id: number; readonly reference: string; readonly title: string };
  readonly aim: CorrectionAim;
  readonly kind: CorrectionKind;
  readonly onBehalfOf: string | null;
  /** Null where it could endanger somebody and the reader is not among those who handle it. */
  readonly says: string | null;
  readonly evidenceUrl: string | null;
  readonly filedAt: string;
  /** Who filed it; null for readers who are shown no names. */
  readonly filedBy: string | null;
  readonly dueOn: CalendarDate;
  readonly outcome: CorrectionOutcome | null;
  readonly decisionReason: string | null;
  readonly decidedAt: string | null;
  readonly isOwn: boolean;
  readonly mayDecide: boolean;
};

/** Where the clock stands, in words. */
export function clockInWords({ dueOn: due, outcome, decidedAt }: Pick<CorrectionRequestView, "dueOn" | "outcome" | "decidedAt">, today: CalendarDate): string {
  if (outcome !== null) return decidedAt === null ? "Decided" : `Decided on ${decidedAt.slice(0, 10)}`;
  const left = daysBetween(today, due);
  if (left < 0) return `${-left === 1 ? "1 day" : `${-left} days`} overdue`;
  return left === 0 ? "Due today" : `${left === 1 ? "1 day" : `${left} days`} left`;
}
