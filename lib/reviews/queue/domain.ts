import type { Verification } from "@/lib/codelists/verification";
import { verificationRank } from "@/lib/codelists/verification";
import type { WorkflowState } from "@/lib/codelists/workflow";
import { isLethal, type CasualtyView, type ClaimView } from "@/lib/incidents/domain/record";

/** What decides why a record waits for reviewers, and since when. Instants are UTC, as ISO text. */
export type QueueFacts = {
  readonly workflow: WorkflowState;
  readonly verification: Verification;
  readonly claims: readonly Pick<ClaimView, "stance">[];
  readonly casualties: readonly Pick<CasualtyView, "outcome" | "low" | "best" | "high">[];
  readonly corrects: string | null;
  readonly submittedAt: string | null;
  /** Reviewers approved or asked for changes of an earlier content. */
  readonly earlier: { readonly wasApproved: boolean; readonly hadChangesRequested: boolean };
  /** When each reviewer asked for the retraction of the published record. */
  readonly retractionAskedAt: readonly string[];
  /** What reviewers were told of and none has seen yet: a level that came down. */
  readonly notices: readonly { readonly raisedAt: string }[];
  readonly requests: readonly { readonly reference: string; readonly filedAt: string; readonly dueOn: string }[];
};

export const queueReasonCodes = ["SUBMITTED", "RESUBMITTED", "REOPENED", "CORRECTION", "ON_HOLD", "TO_PUBLISH", "RETRACTION", "LEVEL_LOWERED", "REQUEST", "LETHAL", "FOUND_BY", "HIGH_LEVEL"] as const;
export type QueueReasonCode = (typeof queueReasonCodes)[number];
export type QueueReason = { readonly code: QueueReasonCode; /** What it is about, where there is more to say: a record's or a request's reference. */ readonly about: string | null };

/** Why a record waits, the cause first and then what makes it weigh: every reason that holds, in the order of the list. */
export function reasonsToWait(facts: QueueFacts): QueueReason[] {
  const reasons = [...causes(facts), ...weights(facts)];
  return reasons.toSorted((a, b) => queueReasonCodes.indexOf(a.code) - queueReasonCodes.indexOf(b.code));
}

const plain = (code: QueueReasonCode, holds: boolean): QueueReason[] => (holds ? [{ code, about: null }] : []);

function causes({ workflow, corrects, earlier, retractionAskedAt, notices, requests }: QueueFacts): QueueReason[] {
  const isRead = workflow === "SUBMITTED" || workflow === "IN_REVIEW";
  return [
    ...(isRead ? [{ code: submittedAs(earlier), about: null }] : []),
    ...(corrects === null || workflow === "PUBLISHED" ? [] : [{ code: "CORRECTION" as const, about: corrects }]),
    ...plain("ON_HOLD", workflow === "ON_HOLD"),
    ...plain("TO_PUBLISH", workflow === "APPROVED"),
    ...plain("RETRACTION", workflow === "PUBLISHED" && retractionAskedAt.length > 0),
    ...plain("LEVEL_LOWERED", notices.length > 0),
    ...requests.map(({ reference }) => ({ code: "REQUEST" as const, about: reference })),
  ];
}

/** An edit after an approval weighs more than one that reviewers asked for. */
const submittedAs = ({ wasApproved, hadChangesRequested }: QueueFacts["earlier"]): QueueReasonCode => (wasApproved ? "REOPENED" : hadChangesRequested ? "RESUBMITTED" : "SUBMITTED");

/** What takes two reviewers (contract, section 2). */
const weights = ({ verification, claims, casualties }: QueueFacts): QueueReason[] => [
  ...plain("LETHAL", isLethal(casualties)),
  ...plain("FOUND_BY", claims.some((claim) => claim.stance === "FOUND_BY")),
  ...plain("HIGH_LEVEL", verificationRank(verification) >= 4),
];

/** Since when it waits: the oldest cause that is still open; undefined where nothing tells. */
export function waitingSince({ workflow, submittedAt, retractionAskedAt, notices, requests }: QueueFacts): string | undefined {
  const ofPublic = [...retractionAskedAt, ...requests.map((request) => request.filedAt), ...notices.map((notice) => notice.raisedAt)];
  const open = workflow === "PUBLISHED" ? ofPublic : [...(submittedAt === null ? [] : [submittedAt]), ...ofPublic];
  return open.toSorted()[0];
}
