import type { Tx } from "@/lib/db/transaction";
import { calendarDate, toStoredDay } from "@/lib/kernel/calendar-date";
import type { OutcomeInput } from "./schema";

const instantOrNull = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** Inserts what became of a truce, each account as a row with its sources. */
export async function insertOutcomes(tx: Tx, agreementId: number, { outcomes, sourceId }: { outcomes: readonly OutcomeInput[]; sourceId: (key: string) => number }): Promise<void> {
  for (const { sources, occurredOn, occurredAt, earliestAt, latestAt, ...fields } of outcomes) {
    const dates = { occurredOn: toStoredDay(calendarDate(occurredOn)), occurredAt: instantOrNull(occurredAt), earliestAt: instantOrNull(earliestAt), latestAt: instantOrNull(latestAt) };
    const { id } = await tx.truceOutcome.create({ data: { ...fields, ...dates, agreementId }, select: { id: true } });
    await tx.truceOutcomeSource.createMany({ data: [...new Set(sources)].map((key) => ({ outcomeId: id, sourceId: sourceId(key) })) });
  }
}
