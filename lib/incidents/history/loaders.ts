import { notFound } from "next/navigation";
import { requireActor } from "@/lib/auth/session";
import { isRowId } from "@/lib/kernel/row-id";
import type { IncidentView } from "../domain/record";
import { namesOfMentions, type RecordNames } from "../names/queries";
import { redact, scopeOf, type IncidentScope } from "../policy";
import { findStoredRecord } from "../queries";
import { mentionsIn } from "./domain/mentions";
import { comparisonQuery } from "./schema";
import { compareVersions, listVersions, type Comparison, type VersionStep } from "./versions/queries";

export type HistorySearch = { from?: string | string[]; to?: string | string[] };

export type IncidentHistoryPage = {
  incident: Pick<IncidentView, "id" | "reference" | "title">;
  /** Oldest first. */
  versions: VersionStep[];
  /** What the address asks for: two versions, nothing, or what can't be shown. */
  comparison: Comparison | "none" | "unknown";
  names: RecordNames;
};

/** The record's versions with their changes, and two of them side by side where the address says which. Not found where the reader may not know of the record. */
export async function loadIncidentHistory(id: number, search: HistorySearch): Promise<IncidentHistoryPage> {
  const scope = scopeOf(await requireActor());
  const record = isRowId(id) ? await findStoredRecord(scope, id) : undefined;
  const versions = record && (await listVersions(scope, id));
  if (!record || !versions) notFound();
  const comparison = await comparisonOf(scope, id, search);
  const shown = [...versions.map(({ changes }) => changes), ...(typeof comparison === "string" ? [] : [comparison.changes])];
  const mentions = mentionsIn(shown);
  const found = versions.flatMap(({ review }) => review?.findings.map(({ code }) => code) ?? []);
  const names = await namesOfMentions({ ...mentions, obligations: [...mentions.obligations, ...found] });
  const { reference, title } = redact(scope, record);
  return { incident: { id, reference, title }, versions, comparison, names };
}

async function comparisonOf(scope: IncidentScope, id: number, search: HistorySearch): Promise<IncidentHistoryPage["comparison"]> {
  if (search.from === undefined && search.to === undefined) return "none";
  const pair = comparisonQuery.safeParse(search);
  return pair.success ? ((await compareVersions(scope, id, pair.data)) ?? "unknown") : "unknown";
}
