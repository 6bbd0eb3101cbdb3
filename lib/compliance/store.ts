import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { calendarDate, toStoredDay } from "@/lib/kernel/calendar-date";
import type { MilestoneRecord } from "./schema";

export type NewBoardRecord = Omit<Prisma.BoardRecordCreateManyInput, "id">;

/** Closes the board's current rows of an incident and gives their duties. A row known only later than `at` is closed at its own beginning: it was never known. */
export async function closeBoardRecords(tx: Tx, incidentId: number, at: Date): Promise<number[]> {
  const rows = await tx.$queryRaw<{ obligationId: number }[]>`
    UPDATE board_record SET superseded_at = greatest(known_at, ${at}::timestamptz) WHERE incident_id = ${incidentId} AND superseded_at IS NULL RETURNING obligation_id AS "obligationId"`;
  return rows.map((row) => row.obligationId);
}

export async function insertBoardRecords(tx: Tx, rows: readonly NewBoardRecord[]): Promise<void> {
  if (rows.length > 0) await tx.boardRecord.createMany({ data: [...rows] });
}

/** What the board needs of an incident, read inside the transaction that publishes it. */
export const findPublishable = (tx: Tx, incidentId: number) =>
  tx.incident.findUnique({
    where: { id: incidentId },
    select: {
      id: true,
      type: true,
      title: true,
      workflow: true,
      verification: true,
      sensitivity: true,
      protectedFields: true,
      teamId: true,
      flags: true,
      occurredStart: true,
      occurredEnd: true,
      claims: { select: { stance: true, speakerRow: { select: { side: true } } } },
      casualties: { where: { outcome: "KILLED" }, select: { low: true, best: true, high: true } },
      obligations: { select: { relation: true, effect: true, obligationId: true, obligation: { select: { beneficiarySides: true, agreement: { select: { obligations: { select: { obligorSides: true } } } } } } } },
    },
  });

export type Publishable = NonNullable<Awaited<ReturnType<typeof findPublishable>>>;

/** Ids of the obligations with these codes. */
export async function obligationIdsByCode(tx: Tx, codes: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.obligation.findMany({ where: { code: { in: [...new Set(codes)] } }, select: { id: true, code: true } });
  return new Map(rows.map((row) => [row.code, row.id]));
}

/** Inserts a milestone under its key; undefined where the key is taken. */
export async function insertMilestone(tx: Tx, input: MilestoneRecord, sourceIds: readonly number[]): Promise<{ id: number } | undefined> {
  const { figures, obligations: _obligations, sourceKeys: _sourceKeys, knownAt: _knownAt, ...fields } = input;
  const [row] = await tx.milestone.createManyAndReturn({
    data: [
      {
        ...fields,
        occurredStart: toStoredDay(calendarDate(input.occurredStart)),
        occurredEnd: input.occurredEnd === null ? null : toStoredDay(calendarDate(input.occurredEnd)),
        occurredAt: input.occurredAt === null ? null : new Date(input.occurredAt),
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!row) return undefined;
  await tx.milestoneFigure.createMany({ data: figures.map((figure) => ({ ...figure, milestoneId: row.id })) });
  await tx.milestoneSource.createMany({ data: [...new Set(sourceIds)].map((sourceId) => ({ sourceId, milestoneId: row.id })) });
  return row;
}

export async function insertMilestoneObligations(tx: Tx, milestoneId: number, rows: readonly { obligationId: number; relation: string; effect: string }[]): Promise<void> {
  await tx.milestoneObligation.createMany({ data: rows.map((row) => ({ ...row, milestoneId })) });
}
