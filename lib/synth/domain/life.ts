import type { ObligationEffect } from "@/lib/codelists/obligation-effect";
import type { ObligationRelation } from "@/lib/codelists/obligation-relation";
import { countsOnBoard, type Verification } from "@/lib/codelists/verification";
import type { WorkflowState } from "@/lib/codelists/workflow";
import { approvalsNeeded, retractionsNeeded } from "@/lib/incidents/domain/approvals";
import type { LedgerLine } from "@/lib/incidents/domain/ledger";
import type { CasualtyView, ObligationLink } from "@/lib/incidents/domain/record";
import { defaultLevel, verificationCeiling } from "@/lib/incidents/domain/verification";
import type { Random } from "./random";
import type { SynthWorld } from "./world";

export type MadeReview = { reviewerId: number; decision: "APPROVE" | "REQUEST_CHANGES" | "REJECT" | "RETRACT"; verification: Verification | null; reason: string | null; findings: ObligationLink[] };
export type MadeLife = {
  workflow: WorkflowState;
  /** What the audit calls the step that led there; undefined for a draft, which took none. */
  event: string | undefined;
  verification: Verification;
  relation: ObligationRelation;
  effect: ObligationEffect;
  reviewers: readonly number[];
  reviews: (links: ObligationLink[]) => MadeReview[];
};

const states: readonly (readonly [WorkflowState, number])[] = [
  ["PUBLISHED", 770], ["DRAFT", 70], ["SUBMITTED", 60], ["IN_REVIEW", 30], ["APPROVED", 20], ["CHANGES_REQUESTED", 15], ["REJECTED", 15], ["ON_HOLD", 10], ["RETRACTED", 10],
];

const eventOf: Partial<Record<WorkflowState, string>> = {
  SUBMITTED: "incident.submitted", IN_REVIEW: "incident.claimed", APPROVED: "incident.approved", PUBLISHED: "incident.published", CHANGES_REQUESTED: "incident.changesRequested",
  REJECTED: "incident.rejected", ON_HOLD: "incident.held", RETRACTED: "incident.retracted",
};

const approved: readonly WorkflowState[] = ["APPROVED", "PUBLISHED", "RETRACTED"];
const loadReason = "Load data, decided by nobody.";

type Weighed = { ledger: readonly LedgerLine[]; casualties: readonly CasualtyView[]; authorId: number };

/**
 * How far a record has come and who decided on it. The level is never above what the ledger carries; as many reviewers as the rules
 * ask for have approved, none of them its author; a finding stands on reviewed records at V3 and above only.
 */
export function madeLife(random: Random, world: SynthWorld, { ledger, casualties, authorId }: Weighed): MadeLife {
  const workflow = random.weighted(states);
  const isApproved = approved.includes(workflow);
  const verification: Verification = isApproved ? defaultLevel(verificationCeiling(ledger)) : "V0_UNASSESSED";
  const isFinding = isApproved && countsOnBoard(verification) && random.chance(0.5);
  const others = world.reviewers.filter((id) => id !== authorId);
  const from = random.below(others.length);
  const reviewers = others.map((_, index) => others[(from + index) % others.length] ?? authorId);
  const needed = approvalsNeeded({ ledger, casualties }, verification);
  const reviews = (links: ObligationLink[]): MadeReview[] => {
    const review = (decision: MadeReview["decision"], verification_: Verification | null, findings: ObligationLink[] = []) => (reviewerId: number) => ({ reviewerId, decision, verification: verification_, reason: decision === "APPROVE" ? null : loadReason, findings });
    if (workflow === "CHANGES_REQUESTED") return reviewers.slice(0, 1).map(review("REQUEST_CHANGES", null));
    if (workflow === "REJECTED") return reviewers.slice(0, 1).map(review("REJECT", null));
    const approvals = isApproved ? reviewers.slice(0, needed).map(review("APPROVE", verification, links)) : [];
    return workflow === "RETRACTED" ? [...approvals, ...reviewers.slice(0, retractionsNeeded).map(review("RETRACT", null))] : approvals;
  };
  return { workflow, event: eventOf[workflow], verification, relation: isFinding ? "BREACH" : "POSSIBLE_BREACH", effect: "NONE", reviewers, reviews };
}
