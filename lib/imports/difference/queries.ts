import { scopeOf } from "@/lib/incidents/policy";
import { findIncident } from "@/lib/incidents/queries";
import { entryInputOf } from "@/lib/incidents/schema";
import { changesBetween, type Changes } from "@/lib/incidents/history/domain/changes";
import { stateOf, type Json } from "@/lib/incidents/history/domain/json";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { namesOfMentions, type RecordNames } from "@/lib/incidents/names/queries";
import type { Actor } from "@/lib/kernel/actor";
import { underMarksOf } from "../commit/rewriting/domain";
import { findRow } from "../queries";
import type { RowView } from "../rows/domain";
import { filledSnapshot } from "../staging/domain";

/** What a row would change on the record that bears its external id. */
export type Difference = { reference: string; changes: Changes; names: RecordNames };

/** The row, and how it differs from the record on file as the actor may read that; undefined where there is no such row. */
export async function findDifference(actor: Actor, importId: number, record: number): Promise<{ row: RowView; difference: Difference | null } | undefined> {
  const found = await findRow(importId, record);
  if (!found) return undefined;
  const { content, ...row } = found;
  const before = row.targetId === null ? undefined : await findIncident(scopeOf(actor), row.targetId);
  if (!before || before.redacted || content === null) return { row, difference: null };
  const after = JSON.parse(filledSnapshot(content, { id: before.id, reference: before.reference, at: before.createdAt, workflow: before.workflow })) as IncidentView;
  const changes = changesBetween(stateOfEntry(before), stateOfEntry(underMarksOf(before, after)));
  return { row, difference: { reference: before.reference, changes, names: await namesOfMentions(mentionsIn([before, after])) } };
}

/** Only what an entry says: levels, flags and states are the product's own and are not compared. */
const stateOfEntry = (view: IncidentView) => stateOf(JSON.parse(JSON.stringify(entryInputOf(view))) as { [key: string]: Json });

const mentionsIn = (views: readonly IncidentView[]) => ({
  speakers: views.flatMap((view) => view.claims.flatMap((claim) => [claim.speaker, claim.against].filter((code) => code !== null))),
  units: views.flatMap((view) => view.place.unit ?? []),
  obligations: views.flatMap((view) => view.obligations.map((link) => link.code)),
  sources: views.flatMap((view) => [...view.sources, ...[...view.claims, ...view.casualties].flatMap((line) => line.source ?? [])]),
});
