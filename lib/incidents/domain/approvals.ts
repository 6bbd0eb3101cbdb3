import { verificationRank, type Verification } from "@/lib/codelists/verification";
import type { LedgerLine } from "./ledger";
import { isLethal, type CasualtyView } from "./record";

type Weighed = { ledger: readonly Pick<LedgerLine, "stance">[]; casualties: readonly Pick<CasualtyView, "outcome" | "low" | "best" | "high">[] };

/** How many reviewers must approve: two for deaths, for a finding by a mandated body, and for V4 and above. */
export function approvalsNeeded({ ledger, casualties }: Weighed, verification: Verification): 1 | 2 {
  const isAttributed = ledger.some((line) => line.stance === "FOUND_BY");
  return isLethal(casualties) || isAttributed || verificationRank(verification) >= 4 ? 2 : 1;
}

type Person = { readonly id: number };
type Hands = { readonly authorId: number; readonly lastEditorId: number };

/** The reviewers who may still decide: neither the author nor the last editor, nor whoever has decided on this content already. */
export const whoMayDecide = <P extends Person>(reviewers: readonly P[], { authorId, lastEditorId }: Hands, decidedBy: readonly number[]): P[] =>
  reviewers.filter(({ id }) => id !== authorId && id !== lastEditorId && !decidedBy.includes(id));

/** A retraction always takes two. */
export const retractionsNeeded = 2;
