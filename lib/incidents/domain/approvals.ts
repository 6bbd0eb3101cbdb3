import { verificationRank, type Verification } from "@/lib/codelists/verification";
import type { LedgerLine } from "./ledger";
import { isLethal, type CasualtyView } from "./record";

type Weighed = { ledger: readonly Pick<LedgerLine, "stance">[]; casualties: readonly Pick<CasualtyView, "outcome" | "low" | "best" | "high">[] };

/** How many reviewers must approve: two for deaths, for a finding by a mandated body, and for V4 and above. */
export function approvalsNeeded({ ledger, casualties }: Weighed, verification: Verification): 1 | 2 {
  const isAttributed = ledger.some((line) => line.stance === "FOUND_BY");
  return isLethal(casualties) || isAttributed || verificationRank(verification) >= 4 ? 2 : 1;
}

/** A retraction always takes two. */
export const retractionsNeeded = 2;
