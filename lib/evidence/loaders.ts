import { notFound } from "next/navigation";
import { requireActor } from "@/lib/auth/session";
import { stanceLabel } from "@/lib/codelists/stance";
import type { StoredRecord } from "@/lib/incidents/record/queries";
import { readsAllEvidence, scopeOf } from "@/lib/incidents/policy";
import { findStoredRecord } from "@/lib/incidents/queries";
import type { Actor } from "@/lib/kernel/actor";
import { closedReason, isOpenForEvidence, type CustodyEntry, type EvidenceView } from "./domain/item";
import { whyNotFindMismatch } from "./mismatch/policy";
import { mayAttachNow, mayHandle, mayWithdrawIn, whyNotWorkOn } from "./policy";
import { listCustody, listEvidence } from "./queries";
import { evidenceLimitBytes } from "./storage/service";

/** What the reader may do with an item; `protect` is all that a decided record leaves of `describe`. */
export type EvidenceCommand = "describe" | "protect" | "withdraw" | "findMismatch" | "undoMismatch";
export type EvidenceEntry = EvidenceView & { custody: CustodyEntry[]; allowed: EvidenceCommand[] };
export type ClaimChoice = { position: number; label: string };

export type RecordEvidenceView = {
  incidentId: number;
  items: EvidenceEntry[];
  claims: ClaimChoice[];
  mayAttach: boolean;
  /** Why evidence can't be added by somebody who otherwise could. */
  closed: string | null;
  /** Whoever adds evidence can't decide on the record afterwards; said to those who might want to decide. */
  losesDecision: boolean;
  /** Some evidence, if there is any, may be hidden from the reader. */
  mayBeHidden: boolean;
  limitBytes: number;
};

/** A record's evidence with what the reader may do with it; not found where the record may not be known. */
export async function loadEvidence(incidentId: number): Promise<RecordEvidenceView> {
  const actor = await requireActor();
  const scope = scopeOf(actor);
  const record = await findStoredRecord(scope, incidentId);
  if (!record) notFound();
  const [items, custody] = await Promise.all([listEvidence(scope, record), listCustody(scope, record)]);
  const worksOn = whyNotWorkOn(actor, record.facts) === undefined;
  return {
    incidentId,
    items: items.map((item) => ({ ...item, custody: custody.get(item.id) ?? [], allowed: allowedFor(actor, record, item) })),
    claims: record.ledger.map((line, position) => ({ position, label: `${stanceLabel(line.stance)} ${line.speakerName}` })),
    mayAttach: mayAttachNow(actor, record.facts),
    closed: worksOn && !isOpenForEvidence(record.facts.workflow) ? closedReason(record.facts.workflow) : null,
    losesDecision: actor.role === "REVIEWER" && actor.userId !== record.facts.authorId && actor.userId !== record.facts.lastEditorId,
    mayBeHidden: !readsAllEvidence(scope, record),
    limitBytes: evidenceLimitBytes(),
  };
}

function allowedFor(actor: Actor, record: StoredRecord, item: EvidenceView): EvidenceCommand[] {
  const judged: EvidenceCommand[] = item.withdrawn !== null || whyNotFindMismatch(actor, record.facts) !== undefined ? [] : [item.mismatch === null ? "findMismatch" : "undoMismatch"];
  const marks = { sensitivity: item.sensitivity, teamId: record.evidenceTeams.get(item.id) ?? record.teamId };
  if (item.withdrawn !== null || !mayHandle(actor, record.facts, marks)) return judged;
  const { workflow } = record.facts;
  return [isOpenForEvidence(workflow) ? "describe" : "protect", ...(mayWithdrawIn(actor, workflow) ? (["withdraw"] as const) : []), ...judged];
}
