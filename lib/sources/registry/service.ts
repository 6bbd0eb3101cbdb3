import type { AuditEvent } from "@/lib/audit/domain";
import { appendAudit } from "@/lib/audit/store";
import { verificationRank } from "@/lib/codelists/verification";
import { publishToBoard } from "@/lib/compliance/service";
import { transaction, type Tx } from "@/lib/db/transaction";
import { verificationCeiling } from "@/lib/incidents/domain/verification";
import { advanceIncident, holdIncident } from "@/lib/incidents/state/service";
import type { Actor } from "@/lib/kernel/actor";
import { conflict, forbidden, invalid, notFound, type Refusal } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { mayKeepSources, mayWithdrawSource } from "./policy";
import type { DerivationInput, GradingInput, NewSource, WithdrawalInput } from "./schema";
import { findByAddress, type HeldSource, incidentsReadIn, insertGrading, insertNotice, insertReadSource, lockSource, restingOn, writeDerivation, writeWithdrawal } from "./store";

type Kept = { id: number };
const closedTo = (actor: Actor): Refusal => forbidden(`Your role, ${actor.role}, does not keep the register of sources.`);

type SourceEvent = Extract<AuditEvent, { event: `source.${string}` }>;
const note = (tx: Tx, source: { id: number }, entry: SourceEvent & { actor: Actor; now: Date }): Promise<void> => {
  const { actor, now, ...event } = entry;
  return appendAudit(tx, { ...event, actorId: actor.userId, at: now, subject: { type: "source", id: String(source.id) } });
};

/** Registers a source that somebody read. A page that is on the register already is refused by name, so that one page stays one source. */
export async function registerReadSource(actor: Actor, input: NewSource, now: Date): Promise<Result<Kept>> {
  if (!mayKeepSources(actor)) return refuse(closedTo(actor));
  return transaction(async (tx) => {
    const same = input.url === null ? undefined : await findByAddress(tx, input.url);
    if (same) return refuse(invalid("url", "registered", `This page is source no. ${same.id} already; use that one.`));
    const source = await insertReadSource(tx, input, now);
    await note(tx, source, { actor, now, event: "source.registered", data: { key: source.key } });
    return ok({ id: source.id });
  });
}

/** Grades a source on a topic. Earlier grades stay readable; grades change no level, since letters and levels are never calculated with each other. */
export async function gradeSource(actor: Actor, input: GradingInput, now: Date): Promise<Result<Kept>> {
  if (!mayKeepSources(actor)) return refuse(closedTo(actor));
  return transaction(async (tx) => {
    const source = await lockSource(tx, input.id);
    if (!source) return refuse(notFound);
    await insertGrading(tx, input, { userId: actor.userId, now });
    await note(tx, source, { actor, now, event: "source.graded", data: { key: source.key, topic: input.topic, reliability: input.reliability, reason: input.reason } });
    return ok({ id: source.id });
  });
}

/** Says what a source rests on. Corroboration then counts its root once; records that lose a root come down in level and reviewers are told. */
export async function deriveSource(actor: Actor, { id, derivation, root, reason }: DerivationInput, now: Date): Promise<Result<Kept>> {
  if (!mayKeepSources(actor)) return refuse(closedTo(actor));
  return transaction(async (tx) => {
    const source = await lockSource(tx, id);
    if (!source) return refuse(notFound);
    if (root !== null) {
      if (!(await lockSource(tx, root))) return refuse(invalid("root", "unknown_source", `There is no source number ${root}.`));
      if ((await restingOn(tx, id)).includes(root)) return refuse(invalid("root", "circular_derivation", `Source no. ${root} rests on this one, directly or through others: they would rest on each other.`));
    }
    await writeDerivation(tx, id, { derivation, rootId: root });
    await note(tx, source, { actor, now, event: "source.derived", data: { key: source.key, derivation, root, reason } });
    await lowerLevels(tx, { actor, now, source, why: `source no. ${id} rests on another: ${reason}` });
    return ok({ id });
  });
}

/** Records that a source was withdrawn by whoever published it. What was read in it, or in what relays it, counts no more from now on. */
export async function withdrawSource(actor: Actor, { id, reason }: WithdrawalInput, now: Date): Promise<Result<Kept>> {
  if (!mayWithdrawSource(actor)) return refuse(forbidden("A withdrawal can lower published levels: a reviewer records it."));
  return transaction(async (tx) => {
    const source = await lockSource(tx, id);
    if (!source) return refuse(notFound);
    if (source.withdrawnAt !== null) return refuse(conflict("This source is withdrawn already."));
    await writeWithdrawal(tx, id, { reason, now });
    await note(tx, source, { actor, now, event: "source.withdrawn", data: { key: source.key, reason } });
    await lowerLevels(tx, { actor, now, source, why: `source no. ${id} was withdrawn: ${reason}` });
    return ok({ id });
  });
}

/** Brings down every level that the remaining roots no longer carry, on the record and on the board, and tells the reviewers. Nothing is ever raised here. */
async function lowerLevels(tx: Tx, { actor, now, source, why }: { actor: Actor; now: Date; source: HeldSource; why: string }): Promise<void> {
  for (const id of await incidentsReadIn(tx, await restingOn(tx, source.id))) {
    const record = await holdIncident(tx, id);
    if (!record) continue;
    const { workflow } = record.facts;
    const { verification } = record.view;
    const ceiling = verificationCeiling(record.ledger);
    if (verificationRank(verification) <= verificationRank(ceiling.level)) continue;
    await advanceIncident(tx, { record, actor, now, change: { workflow, verification: ceiling.level }, event: "incident.levelLowered", detail: { reason: why, verification: ceiling.level } });
    await insertNotice(tx, { incidentId: id, reason: `The level came down from ${verification} to ${ceiling.level}: ${why}`, raisedAt: now });
    if (workflow === "PUBLISHED") await publishToBoard(tx, id, now);
  }
}
