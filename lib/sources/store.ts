import type { Tx } from "@/lib/db/transaction";
import type { SourceInput, SpeakerInput } from "./schema";

/** Inserts a source under its key; undefined where the key is taken. */
export async function insertSource(tx: Tx, input: SourceInput, now: Date): Promise<{ id: number } | undefined> {
  const [row] = await tx.source.createManyAndReturn({ data: [{ ...input, createdAt: now }], skipDuplicates: true, select: { id: true } });
  return row;
}

/** Inserts a speaker under its code; false where the code is taken. */
export async function insertSpeaker(tx: Tx, input: SpeakerInput): Promise<boolean> {
  const { count } = await tx.speaker.createMany({ data: [input], skipDuplicates: true });
  return count === 1;
}

/** Ids of the sources with these keys. */
export async function sourceIdsByKey(tx: Tx, keys: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.source.findMany({ where: { key: { in: [...new Set(keys)] } }, select: { id: true, key: true } });
  return new Map(rows.map((row) => [row.key, row.id]));
}

export const findSources = (tx: Tx, keys: readonly string[]) =>
  tx.source.findMany({
    where: { key: { in: [...new Set(keys)] } },
    select: { key: true, publisher: true, title: true, publishedOn: true, url: true, basis: true, kind: true, alignment: true, reliability: true, derivation: true },
  });

export const findSpeakers = (tx: Tx, codes: readonly string[]) =>
  tx.speaker.findMany({ where: { code: { in: [...new Set(codes)] } }, select: { code: true, name: true, side: true, rootGroup: true, kind: true, isParty: true } });
