import { appendAudit } from "@/lib/audit/store";
import type { Confidence } from "@/lib/codelists/source-basis";
import type { WorkflowState } from "@/lib/codelists/workflow";
import { transaction, type Tx } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { conflict, forbidden, invalid, notFound } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { isSystemActor } from "@/lib/kernel/system-actor";
import { futureDays } from "./domain/dates";
import { differingFields } from "./domain/difference";
import { derivedFlags } from "./domain/flags";
import { stateAfterEdit } from "./domain/workflow";
import { mayEditIncident, mayLogIncident, maySee, scopeOf } from "./policy";
import type { StoredRecord } from "./record/queries";
import { resolveReferences } from "./references/store";
import { entryInputOf, ownLines, type IncidentInput } from "./schema";
import { deriveFlags, insertIncident, insertVersion, lockIncident, readRecord, replaceContent, type Content, type Origin } from "./store";

type Written = { id: number; version: number };

/** Logs an incident as a draft of the actor's team. Refused for future days and for names that nothing bears. */
export async function logIncident(actor: Actor, input: IncidentInput, now: Date): Promise<Result<Written>> {
  if (!mayLogIncident(actor)) return refuse(forbidden(`Your role, ${actor.role}, does not log incidents.`));
  return transaction((tx) => logDraft(tx, { input, actor, origin: { authorId: actor.userId, teamId: actor.teamId, now } }));
}

/** Logs a row of the reference data: as any other, and marked as demonstration data with what it rests on. The product itself only. */
export async function logReferenceIncident(
  actor: Actor,
  { input, confidence, note }: { input: IncidentInput; confidence: Confidence; note: string | null },
  now: Date,
): Promise<Result<Written>> {
  if (!isSystemActor(actor) || !mayLogIncident(actor)) return refuse(forbidden("Reference data is loaded by the product itself only."));
  return transaction((tx) => logDraft(tx, { input, actor, origin: { authorId: actor.userId, teamId: actor.teamId, now, demonstration: { confidence, note } } }));
}

/** Inserts a draft with its snapshot and audit entry inside the caller's transaction. */
export async function logDraft(tx: Tx, { input, actor, origin }: { input: IncidentInput; actor: Actor; origin: Origin }): Promise<Result<Written>> {
  const content = await contentOf(tx, input, { now: origin.now, hasMismatch: false });
  if (!content.ok) return content;
  const id = await insertIncident(tx, content.value, origin);
  if (id === undefined) return refuse(externalIdTaken(input));
  await keep(tx, { id, actor, now: origin.now, event: "incident.logged", changed: [] });
  return ok({ id, version: 1 });
}

/** Replaces a record's content. A record under review or approved goes back to the queue; a published one is corrected instead. */
export async function editIncident(
  actor: Actor,
  { id, expectedVersion, input }: { id: number; expectedVersion: number; input: IncidentInput },
  now: Date,
): Promise<Result<Written>> {
  return transaction(async (tx) => {
    const record = await lockIncident(tx, id);
    const workflow = stateOfEdit(actor, record, expectedVersion);
    if (!workflow.ok) return workflow;
    const content = await contentOf(tx, input, { now, hasMismatch: isMismatched(record) });
    if (!content.ok) return content;
    const changed = record ? changedFields(entryInputOf(record.view), content.value) : [];
    if (changed.length === 0) return ok({ id, version: expectedVersion });
    const outcome = await replaceContent(tx, content.value, { id, expectedVersion, editorId: actor.userId, workflow: workflow.value, now });
    if (outcome === "external-id-taken") return refuse(externalIdTaken(input));
    if (outcome === "stale") return refuse(stale(expectedVersion));
    if (record && hasMergedLines(record.view)) await deriveFlags(tx, id);
    return ok({ id, version: await keep(tx, { id, actor, now, event: "incident.edited", changed }) });
  });
}

/** Whether a finding stands that a file of the record shows something else than the claims say. */
const isMismatched = (record: StoredRecord | undefined): boolean => record?.view.evidence.some((item) => item.differs) ?? false;

const hasMergedLines = ({ claims, casualties }: StoredRecord["view"]): boolean => [...claims, ...casualties].some((line) => line.mergedFrom !== null);

/** Where the edit leaves the record, or why there is no edit. */
function stateOfEdit(actor: Actor, record: StoredRecord | undefined, expectedVersion: number): Result<WorkflowState> {
  const scope = scopeOf(actor);
  if (!record || !maySee(scope, record.facts)) return refuse(notFound);
  if (!mayEditIncident(actor, record.facts)) return refuse(forbidden("You can't edit this record."));
  if (record.version !== expectedVersion) return refuse(stale(record.version));
  const workflow = stateAfterEdit(record.facts.workflow);
  return workflow === undefined ? refuse(conflict(closedReason(record.facts.workflow))) : ok(workflow);
}

/** The refusal of a change that was made to an older version than the one that stands. */
export const stale = (currentVersion: number) => conflict("Somebody changed this record after you opened it; load it again and repeat your change.", currentVersion);

const externalIdTaken = (input: IncidentInput) => invalid("externalId", "taken", `Another record has the external id “${input.externalId ?? ""}”.`);

const closedReason = (workflow: string): string =>
  workflow === "PUBLISHED" ? "A published record is not edited; open its correction instead." : "This record is closed and can't be edited.";

async function contentOf(tx: Tx, given: IncidentInput, { now, hasMismatch }: { now: Date; hasMismatch: boolean }): Promise<Result<Content>> {
  const input = { ...given, ...ownLines(given) };
  const resolved = await resolveReferences(tx, input);
  const errors = [...futureDays(input, now), ...resolved.errors];
  if (errors.length > 0) return refuse({ kind: "invalid", errors });
  return ok({ input, resolved, flags: derivedFlags(resolved.ledger, input.casualties, { ...resolved.account, hasMismatch }) });
}

/** Which parts of the content differ. Another spelling of the same place is no change, nor is a zone that is left out. */
function changedFields(before: IncidentInput, { input, resolved }: Content): string[] {
  const place = { ...input.place, name: resolved.placeName, unit: resolved.unitCode };
  const shown = (name: string | null): string | null => (name === null ? null : (resolved.linePlaces.get(name)?.label ?? name));
  const claims = input.claims.map((claim) => ({ ...claim, eventPlace: shown(claim.eventPlace) }));
  const observations = input.observations.map((row) => ({ ...row, observerPlace: shown(row.observerPlace) }));
  const given = { ...input, place, claims, observations, occurred: { ...input.occurred, zone: input.occurred.zone ?? before.occurred.zone } };
  return differingFields(before, given);
}

type Kept = { id: number; actor: Actor; now: Date; event: "incident.logged" | "incident.edited"; changed: string[] };

/** The snapshot and the audit entry of a change, beside the change itself. */
async function keep(tx: Tx, { id, actor, now, event, changed }: Kept): Promise<number> {
  const record = await readRecord(tx, id);
  if (!record) throw new Error(`incident ${id} is gone inside its own transaction`);
  await insertVersion(tx, { record, event, actorId: actor.userId, now });
  await appendAudit(tx, { actorId: actor.userId, subject: { type: "incident", id: String(id) }, at: now, event, data: { version: record.version, changed } });
  return record.version;
}
