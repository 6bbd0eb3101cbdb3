import { requireActor } from "@/lib/auth/session";
import type { Command } from "@/lib/incidents/domain/workflow";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { verificationCeiling, type Ceiling } from "@/lib/incidents/domain/verification";
import { staffNames } from "@/lib/incidents/names/queries";
import { isOwnWork, offeredCommands, redact, scopeOf } from "@/lib/incidents/policy";
import type { Tally } from "@/lib/incidents/approvals/queries";
import { listOpenNotices, type NoticeView } from "@/lib/sources/registry/queries";
import { listReviewQueue } from "./queries";
import type { QueueReason } from "./queue/domain";

export type QueueItem = {
  incident: IncidentView;
  allowed: Command[];
  /** The reader wrote or last edited it, and so can't decide on it. */
  isOwnWork: boolean;
  /** The reader has decided on this content already: it waits for another. */
  hasDecided: boolean;
  approvals: Tally;
  ceiling: Ceiling;
  /** Why it waits, and since when: an instant in UTC. */
  reasons: readonly QueueReason[];
  since: string | null;
  author: string | null;
  claimedBy: string | null;
};

/** What waits for a reviewer, with what the reader may do about each. */
export async function loadReviewQueue(): Promise<{ items: QueueItem[]; total: number; isReviewer: boolean; notices: readonly NoticeView[] }> {
  const actor = await requireActor();
  const scope = scopeOf(actor);
  const { records, total } = await listReviewQueue(scope);
  const names = scope.seesStaff ? await staffNames(records.flatMap(({ record }) => [record.facts.authorId, record.claimedById])) : new Map<number, string>();
  const nameOf = (id: number | null): string | null => (id === null ? null : (names.get(id) ?? null));
  const items = records.map(({ record, tally, decisions, reasons, since }) => ({
    incident: redact(scope, record),
    allowed: offeredCommands(actor, record.facts, decisions.map((decision) => decision.by)),
    isOwnWork: isOwnWork(actor, record.facts),
    approvals: tally,
    ceiling: verificationCeiling(record.ledger),
    hasDecided: decisions.some((decision) => decision.by === actor.userId),
    reasons,
    since,
    author: nameOf(record.facts.authorId),
    claimedBy: nameOf(record.claimedById),
  }));
  return { items, total, isReviewer: actor.role === "REVIEWER", notices: scope.seesStaff ? await listOpenNotices(scope) : [] };
}
