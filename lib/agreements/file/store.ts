import type { Tx } from "@/lib/db/transaction";
import { calendarDate, toStoredDay } from "@/lib/kernel/calendar-date";
import type { DeadlineInput, ObligationInput } from "../schema";

/** Imports wait for one another: the second of two sees what the first has kept, and is compared with it. Held until the transaction ends. */
export async function queueForImport(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('agreement-import'))`;
}

/** The duties with these codes, with the agreement that each belongs to. */
export async function ownersOfObligations(tx: Tx, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.obligation.findMany({ where: { code: { in: [...codes] } }, select: { code: true, agreement: { select: { code: true } } } });
  return new Map(rows.map((row) => [row.code, row.agreement.code]));
}

/** Which of these codes an agreement has. */
export async function agreementsOnRecord(tx: Tx, codes: readonly string[]): Promise<Set<string>> {
  return new Set((await tx.agreement.findMany({ where: { code: { in: [...codes] } }, select: { code: true } })).map((row) => row.code));
}

/** The discrepancies with these codes as a file has them. */
export async function findDiscrepancies(tx: Tx, codes: readonly string[]) {
  const rows = await tx.discrepancy.findMany({
    where: { code: { in: [...codes] } },
    select: {
      code: true, topic: true, seedText: true, publicText: true, effect: true,
      obligations: { select: { obligation: { select: { code: true } } } },
      agreements: { select: { agreement: { select: { code: true } } } },
      sources: { select: { source: { select: { key: true } } } },
    },
  });
  return rows.map(({ obligations, agreements, sources, ...row }) => ({ ...row, obligations: obligations.map((entry) => entry.obligation.code), agreements: agreements.map((entry) => entry.agreement.code), sources: sources.map((entry) => entry.source.key) }));
}

export type KnownParts = { agreementId: number; obligations: Map<string, number>; textVersions: Map<string, number>; nextPosition: number };

/** The ids of an agreement on record, of its duties and of its text versions, and the place of the next duty; undefined where there is none. */
export async function findKnownParts(tx: Tx, code: string): Promise<KnownParts | undefined> {
  const row = await tx.agreement.findUnique({
    where: { code },
    select: { id: true, obligations: { select: { id: true, code: true, position: true } }, textVersions: { select: { id: true, key: true } } },
  });
  if (!row) return undefined;
  return {
    agreementId: row.id,
    obligations: new Map(row.obligations.map((duty) => [duty.code, duty.id])),
    textVersions: new Map(row.textVersions.map((version) => [version.key, version.id])),
    nextPosition: Math.max(-1, ...row.obligations.map((duty) => duty.position)) + 1,
  };
}

/** Marks a due date as superseded by the amendment that now stands beside it. Answers how many rows it was. */
export async function supersedeDeadline(tx: Tx, obligationId: number, deadline: DeadlineInput): Promise<number> {
  const row = { ...deadline, dueOn: toStoredDay(calendarDate(deadline.dueOn)), setOn: toStoredDay(calendarDate(deadline.setOn)), standing: "OPERATIVE" };
  return (await tx.deadline.updateMany({ where: { ...row, obligationId }, data: { standing: "SUPERSEDED" } })).count;
}

/** Gives the last day of an observer who was on record as still there. Answers how many rows it was. */
export async function closeCoverage(tx: Tx, obligationId: number, { fromOn, toOn, source, ...fields }: ObligationInput["coverage"][number]): Promise<number> {
  const open = { ...fields, obligationId, fromOn: toStoredDay(calendarDate(fromOn)), toOn: null, source: source === null ? null : { key: source } };
  return (await tx.coverage.updateMany({ where: open, data: { toOn: toOn === null ? null : toStoredDay(calendarDate(toOn)) } })).count;
}

