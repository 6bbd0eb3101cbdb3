import { requireActor } from "@/lib/auth/session";
import type { Command } from "@/lib/incidents/domain/workflow";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { verificationCeiling, type Ceiling } from "@/lib/incidents/domain/verification";
import { staffNames } from "@/lib/incidents/names/queries";
import { allowedCommands, isOwnWork, redact, scopeOf } from "@/lib/incidents/policy";
import type { Tally } from "@/lib/incidents/approvals/queries";
import { listOpenNotices, type NoticeView } from "@/lib/sources/registry/queries";
import { listReviewQueue } from "./queries";

export type QueueItem = {
  incident: IncidentView;
  allowed: Command[];
  /** The reader wrote or last edited it, and so can't decide on it. */
  isOwnWork: boolean;
  approvals: Tally;
  ceiling: Ceiling;
  submittedAt: string | null;
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
  const items = records.map(({ record, tally }) => ({
    incident: redact(scope, record),
    allowed: allowedCommands(actor, record.facts),
    isOwnWork: isOwnWork(actor, record.facts),
    approvals: tally,
    ceiling: verificationCeiling(record.ledger),
    submittedAt: record.submittedAt?.toISOString() ?? null,
    author: nameOf(record.facts.authorId),
    claimedBy: nameOf(record.claimedById),
  }));
  return { items, total, isReviewer: actor.role === "REVIEWER", notices: scope.seesStaff ? await listOpenNotices(scope) : [] };
}
