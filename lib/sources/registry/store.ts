import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import type { GradingInput, NewSource } from "./schema";

/** Inserts a source under a key made from its number; the address decides whether there is one already. */
export async function insertReadSource(tx: Tx, input: NewSource, now: Date): Promise<{ id: number; key: string }> {
  const [row] = await tx.$queryRaw<{ id: number }[]>(Prisma.sql`SELECT nextval(pg_get_serial_sequence('source', 'id'))::int AS id`);
  if (!row) throw new Error("no number for a source");
  const key = `src_${row.id}`;
  await tx.source.create({ data: { ...input, id: row.id, key, basis: "excerpt", createdAt: now }, select: { id: true } });
  return { id: row.id, key };
}

/** A source whose page has the same canonical address. */
export async function findByAddress(tx: Tx, url: string): Promise<{ id: number } | undefined> {
  const [row] = await tx.$queryRaw<{ id: number }[]>(Prisma.sql`SELECT id FROM source WHERE canonical_url(url) = canonical_url(${url}) ORDER BY id LIMIT 1`);
  return row;
}

export type HeldSource = { id: number; key: string; derivation: string; rootId: number | null; withdrawnAt: Date | null };

/** The source, held against others' changes until the transaction ends. */
export async function lockSource(tx: Tx, id: number): Promise<HeldSource | undefined> {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM source WHERE id = ${id} FOR UPDATE`);
  return (await tx.source.findUnique({ where: { id }, select: { id: true, key: true, derivation: true, rootId: true, withdrawnAt: true } })) ?? undefined;
}

export async function insertGrading(tx: Tx, { id, ...grading }: GradingInput, by: { userId: number; now: Date }): Promise<void> {
  await tx.sourceGrading.create({ data: { ...grading, sourceId: id, gradedById: by.userId, gradedAt: by.now }, select: { id: true } });
  // The letter in lists is the general one.
  if (grading.topic === "GENERAL") await tx.source.update({ where: { id }, data: { reliability: grading.reliability }, select: { id: true } });
}

/** Sources that rest on these ones by any number of steps, themselves included. */
export async function restingOn(tx: Tx, id: number): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>(Prisma.sql`
    WITH RECURSIVE resting(id) AS (SELECT ${id}::int UNION SELECT s.id FROM source s JOIN resting r ON s.root_id = r.id) SELECT id FROM resting ORDER BY id`);
  return rows.map((row) => row.id);
}

export async function writeDerivation(tx: Tx, id: number, to: { derivation: string; rootId: number | null }): Promise<void> {
  await tx.source.update({ where: { id }, data: to, select: { id: true } });
}

export async function writeWithdrawal(tx: Tx, id: number, { reason, now }: { reason: string; now: Date }): Promise<void> {
  await tx.source.update({ where: { id }, data: { withdrawnAt: now, withdrawnReason: reason }, select: { id: true } });
}

/** Records of which a claim was read in one of these sources, in the order of their numbers. */
export async function incidentsReadIn(tx: Tx, sourceIds: readonly number[]): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>(Prisma.sql`SELECT DISTINCT incident_id AS id FROM claim WHERE source_id = ANY(${[...sourceIds]}::int[]) ORDER BY 1`);
  return rows.map((row) => row.id);
}

export async function insertNotice(tx: Tx, notice: { incidentId: number; reason: string; raisedAt: Date }): Promise<void> {
  await tx.reviewNotice.create({ data: notice, select: { id: true } });
}
