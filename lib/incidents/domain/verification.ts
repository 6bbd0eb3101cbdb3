import type { Verification } from "@/lib/codelists/verification";
import { verificationRank } from "@/lib/codelists/verification";
import { isIndependentRecord, rootOf, standingAffirmations, type LedgerLine } from "./ledger";

export type Ceiling = { level: Verification; reason: string };

/** The highest level that the claims and their sources carry, and the rule that says so. It never depends on the order of the lines. */
export function verificationCeiling(ledger: readonly LedgerLine[]): Ceiling {
  const lines = standingAffirmations(ledger);
  const roots = new Set(lines.map(rootOf));
  const independent = lines.filter((line) => isIndependentRecord(line, ledger));
  if (lines.length === 0) return { level: "V0_UNASSESSED", reason: "No standing claim says that it happened." };
  if (independent.some(isPublishedFinding)) return { level: "V5_INVESTIGATED", reason: "A court, monitor or international body published a finding." };
  if (independent.some((record) => lines.some((line) => rootOf(line) !== rootOf(record))))
    return { level: "V4_VERIFIED", reason: "An independent record and another root agree." };
  if (independent.length > 0) return { level: "V3_CORROBORATED", reason: "A body that is not one of the accused sides recorded it." };
  if (lines.some((line) => line.stance === "ADMITTED_BY")) return { level: "V3_CORROBORATED", reason: "The accused side admits it." };
  if (roots.size > 1) return { level: "V3_CORROBORATED", reason: "Two roots that are independent of each other say so." };
  if (lines.some((line) => line.sourceKind === "NEWS_OWN_REPORTING")) return { level: "V2_REPORTED", reason: "An outlet reported it on its own." };
  return { level: "V1_CLAIM", reason: "One root says so." };
}

const isPublishedFinding = (line: LedgerLine): boolean =>
  line.stance === "FOUND_BY" && line.sourceKind !== null && (line.speakerKind === "COURT" || line.speakerKind === "MONITOR" || line.speakerKind === "INTERNATIONAL");

/** Whether a reviewer may give `level`: not above the ceiling. Refuted and unverifiable are no rungs, and always open. */
export const isWithinCeiling = (level: Verification, ceiling: Ceiling): boolean => verificationRank(level) <= verificationRank(ceiling.level);

/** The level that an approval stands for where the reviewer names none. V4 and V5 are only ever given by name. */
export const defaultLevel = (ceiling: Ceiling): Verification => (verificationRank(ceiling.level) > 3 ? "V3_CORROBORATED" : ceiling.level);
