import { countsOnBoard, verificationRank, type Verification } from "@/lib/codelists/verification";
import type { LedgerLine } from "@/lib/incidents/domain/ledger";
import { approvalsNeeded } from "@/lib/incidents/domain/approvals";
import type { CasualtyView, ObligationLink } from "@/lib/incidents/domain/record";
import { entryRelationOf, isFinding } from "@/lib/incidents/domain/relation";
import { defaultLevel, isWithinCeiling, verificationCeiling } from "@/lib/incidents/domain/verification";
import { invalid, type Refusal } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";

/** An approval as it was recorded, or is about to be. */
export type Approval = { reviewerId: number; verification: Verification; findings: ObligationLink[] };

/** What an approval is given for. */
export type Reviewed = { ledger: readonly LedgerLine[]; casualties: readonly Pick<CasualtyView, "outcome" | "low" | "best" | "high">[]; obligations: readonly ObligationLink[] };

type GivenFinding = { code: string; relation: ObligationLink["relation"]; effect?: ObligationLink["effect"] | undefined };
export type GivenApproval = { verification?: Verification | undefined; findings?: readonly GivenFinding[] | undefined; reason?: string | undefined };

export type ApprovalDecision = { verification: Verification; findings: ObligationLink[]; given: number; needed: number };

/**
 * What one more approval makes of a record. The level is one that every approver supports, never above what the claims and
 * sources carry; approvals that find different things for an obligation don't add up.
 */
export function decideApproval(reviewed: Reviewed, earlier: readonly Approval[], mine: GivenApproval): Result<ApprovalDecision> {
  const level = decideLevel(reviewed, earlier, mine);
  if (!level.ok) return level;
  const verification = level.value;
  const given = mine.findings ?? [];
  const refusal = refusalOfFindings(reviewed.obligations, given, { earlier, verification });
  if (refusal) return refuse(refusal);
  const findings = reviewed.obligations.map((link) => found(link, given, { earlier, verification }));
  return ok({ verification, findings, given: earlier.length + 1, needed: approvalsNeeded(reviewed, verification) });
}

function decideLevel(reviewed: Reviewed, earlier: readonly Approval[], mine: GivenApproval): Result<Verification> {
  const ceiling = verificationCeiling(reviewed.ledger);
  const before = earlier.map((approval) => approval.verification);
  const asked = mine.verification ?? lowest(before) ?? defaultLevel(ceiling);
  if (!isWithinCeiling(asked, ceiling))
    return refuse(invalid("verification", "above_ceiling", `${asked} is more than the record carries: ${ceiling.level} at most. ${ceiling.reason}`));
  if (verificationRank(asked) < 0 && !mine.reason) return refuse(invalid("reason", "required", `Say why the record is ${asked}.`));
  const levels = [...before, asked];
  if (levels.some((level) => verificationRank(level) < 0) && new Set(levels).size > 1)
    return refuse(invalid("verification", "approvals_differ", `Another reviewer approved at ${before.join(", ")}; approve at the same level, or request changes.`));
  return ok(lowest(levels) ?? asked);
}

/** The lowest rung; refuted and unverifiable are no rungs and come here only among their like. */
function lowest(levels: readonly Verification[]): Verification | undefined {
  return levels.toSorted((a, b) => verificationRank(a) - verificationRank(b))[0];
}

type Context = { earlier: readonly Approval[]; verification: Verification };

function refusalOfFindings(links: readonly ObligationLink[], given: readonly GivenFinding[], { earlier, verification }: Context): Refusal | undefined {
  for (const [index, finding] of given.entries()) {
    const path = `findings.${index}`;
    if (!links.some((link) => link.code === finding.code))
      return invalid(`${path}.code`, "not_linked", `The record names no obligation ${finding.code}; request changes to have it added.`);
    if (given.findIndex((other) => other.code === finding.code) !== index) return invalid(`${path}.code`, "repeated", `There are two findings for ${finding.code}; give one.`);
    if (isFinding(finding.relation) && !countsOnBoard(verification))
      return invalid(`${path}.relation`, "not_carried", `A finding of ${finding.relation} needs V3_CORROBORATED or more; at ${verification} the relation stays what the entry says.`);
    const other = earlier.flatMap((approval) => approval.findings).find((link) => link.code === finding.code);
    if (other && (other.relation !== finding.relation || other.effect !== (finding.effect ?? "NONE")))
      return invalid(`${path}.relation`, "approvals_differ", `Another reviewer found ${other.relation} for ${finding.code}; find the same, or request changes.`);
  }
  return undefined;
}

/** What stands for one obligation: my finding, else the earlier reviewer's, else what the level makes of the entry. */
function found(link: ObligationLink, given: readonly GivenFinding[], { earlier, verification }: Context): ObligationLink {
  const mine = given.find((finding) => finding.code === link.code);
  if (mine) return { code: link.code, relation: mine.relation, effect: mine.effect ?? "NONE" };
  const before = earlier.flatMap((approval) => approval.findings).find((other) => other.code === link.code);
  // A level that came down carries no finding any more, whoever made it.
  if (!countsOnBoard(verification)) return { code: link.code, relation: entryRelationOf((before ?? link).relation), effect: (before ?? link).effect };
  if (before) return before;
  // Approving a corroborated record that names a possible breach is the finding that it was one.
  return link.relation === "POSSIBLE_BREACH" ? { code: link.code, relation: "BREACH", effect: link.effect } : link;
}
