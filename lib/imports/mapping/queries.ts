import { db } from "@/lib/db/client";
import type { ImportChoices } from "../domain/plan";
import type { SavedMapping } from "./domain";
import { headersKey } from "./store";

/** The latest mapping that somebody saved for these headers, of whatever source; undefined where there is none. */
export async function findSavedMapping(headers: readonly string[]): Promise<SavedMapping | undefined> {
  if (headers.length === 0) return undefined;
  const row = await db().importMapping.findFirst({ where: { headersKey: headersKey(headers) }, orderBy: { id: "desc" }, select: { sourceName: true, version: true, choices: true } });
  return row ? { ...row, choices: row.choices as ImportChoices } : undefined;
}

/** Names of sources that mappings were saved for, the latest first. */
export async function listMappedSources(): Promise<string[]> {
  const rows = await db().importMapping.groupBy({ by: ["sourceName"], orderBy: { _max: { id: "desc" } }, take: 200 });
  return rows.map((row) => row.sourceName);
}
