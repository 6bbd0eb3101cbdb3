import { db } from "@/lib/db/client";
import type { SourceFacts } from "./domain";

/** Names of the basemap's units: a short list, read once for a whole export. */
export async function unitNames(): Promise<Map<string, string>> {
  const rows = await db().unit.findMany({ select: { code: true, name: true } });
  return new Map(rows.map((row) => [row.code, row.name]));
}

/** What a row says of its source, for the sources of one batch. */
export async function sourceFacts(ids: readonly number[]): Promise<Map<number, SourceFacts>> {
  const rows = await db().source.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, url: true, publisher: true, publishedOn: true, reliability: true } });
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}
