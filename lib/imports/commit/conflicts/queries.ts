import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { referenceOf } from "@/lib/incidents/domain/record";

const shown = 10;

/** One commit at a time: what one writes, the next one sees. */
export async function holdCommits(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('import_commit', 0))`;
}

type Row = { record: number; id: number };

/** What has changed on file since the rows were held against it, in sentences that name it; empty where nothing has. */
export async function changesOnFile(tx: Tx, importId: number): Promise<string[]> {
  const [taken, twins, stale, registered] = [
    await tx.$queryRaw<Row[]>(Prisma.sql`SELECT r.record, i.id FROM import_row r JOIN incident i ON i.external_id = r.external_id WHERE r.import_id = ${importId} AND r.effect = 'CREATE' ORDER BY r.record LIMIT ${shown}`),
    await tx.$queryRaw<Row[]>(Prisma.sql`
      SELECT r.record, i.id FROM import_row r JOIN import_record k ON k.digest = r.digest AND NOT k.is_named JOIN incident i ON i.id = k.incident_id AND i.workflow <> 'UNDONE'
       WHERE r.import_id = ${importId} AND r.effect = 'CREATE' AND r.external_id IS NULL ORDER BY r.record LIMIT ${shown}`),
    await tx.$queryRaw<Row[]>(Prisma.sql`SELECT r.record, i.id FROM import_row r JOIN incident i ON i.id = r.target_id WHERE r.import_id = ${importId} AND r.effect = 'UPDATE' AND i.version <> r.target_version ORDER BY r.record LIMIT ${shown}`),
    await tx.$queryRaw<{ url: string }[]>(Prisma.sql`SELECT n.url FROM import_source n JOIN source s ON canonical_url(s.url) = canonical_url(n.url) WHERE n.import_id = ${importId} AND s.id <> n.source_id ORDER BY n.source_id LIMIT ${shown}`),
  ];
  return [
    ...taken.map(({ record, id }) => `Record ${record}: ${referenceOf(id)} has its external id by now.`),
    ...twins.map(({ record, id }) => `Record ${record}: ${referenceOf(id)} was made of the same content by now.`),
    ...stale.map(({ record, id }) => `Record ${record}: ${referenceOf(id)} was changed meanwhile.`),
    ...registered.map(({ url }) => `${url} was registered as a source meanwhile.`),
  ];
}
