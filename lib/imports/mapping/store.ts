import { createHash } from "node:crypto";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import type { ImportChoices } from "../domain/plan";
import { headersText } from "./domain";

export const headersKey = (headers: readonly string[]): string => createHash("sha256").update(headersText(headers)).digest("hex");

type NewMapping = { sourceName: string; headers: readonly string[]; choices: ImportChoices; createdById: number; now: Date };

/** Adds the next version of a source's mapping; returns it. Savers of one source wait for each other. */
export async function insertMapping(tx: Tx, { sourceName, headers, choices, createdById, now }: NewMapping): Promise<{ id: number; version: number }> {
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended('import_mapping ' || ${sourceName}::text, 0))`);
  const last = await tx.importMapping.findFirst({ where: { sourceName }, orderBy: { version: "desc" }, select: { version: true } });
  const version = (last?.version ?? 0) + 1;
  const { id } = await tx.importMapping.create({ data: { sourceName, version, headersKey: headersKey(headers), choices, createdById, createdAt: now }, select: { id: true } });
  return { id, version };
}
