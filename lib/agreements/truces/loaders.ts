import { requireActor } from "@/lib/auth/session";
import { boardDatesOf, type SearchParams } from "@/lib/compliance/schema";
import { type CalendarDate, utcDayOf } from "@/lib/kernel/calendar-date";
import { compareTruces, type ComparedTruce, type Comparison, sortedTruces, truceRun } from "./domain/comparison";
import { listTruces } from "./queries";
import { truceRequest, type TruceRequest } from "./schema";

export type TrucePage = {
  readonly request: TruceRequest;
  readonly today: CalendarDate;
  readonly byError: string | undefined;
  readonly comparison: Comparison;
  /** In the order of the table. */
  readonly rows: readonly ComparedTruce[];
  /** The truce on the board and those of the weeks before it. */
  readonly run: readonly ComparedTruce[];
};

/** The truces on record on the day of the address. A reporter of whom no report is on record is answered beside the field. */
export async function loadTruces(searchParams: SearchParams): Promise<TrucePage> {
  await requireActor();
  const today = utcDayOf(new Date());
  const asked = truceRequest(searchParams, today);
  const { asOf, knownAt } = boardDatesOf(asked);
  const truces = await listTruces({ knownAt, asOf });
  const all = compareTruces(truces, { asOf, by: undefined });
  const isKnown = asked.by === undefined || all.reporters.some((voice) => voice.side === asked.by);
  const request = isKnown ? asked : { ...asked, by: undefined };
  const comparison = request.by === undefined ? all : compareTruces(truces, { asOf, by: request.by });
  const byError = isKnown ? undefined : `No report of “${asked.by ?? ""}” is on record by this day. The earliest by anyone is shown.`;
  return { request, today, byError, comparison, rows: sortedTruces(comparison.truces, request), run: truceRun(comparison.truces) };
}
