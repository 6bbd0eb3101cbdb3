// Decisions on the duties of the board's world, taken as a reviewer's page sends them.
import type { ComplianceState } from "@/lib/codelists/compliance-state";
import type { DecisionInput } from "@/lib/compliance/decisions/schema";
import { findObligation } from "@/lib/compliance/queries";
import type { ObligationView } from "@/lib/compliance/domain/obligation-detail";
import { calendarDate } from "@/lib/kernel/calendar-date";

/** A duty as its page shows it. */
export async function seenOn(code: string, asOf: string, knownAt?: Date): Promise<ObligationView> {
  const view = await findObligation(code, { asOf: calendarDate(asOf), knownAt });
  if (!view) throw new Error(`no duty ${code}`);
  return view;
}

/** A decision on what the page shows: accepting unless told otherwise. */
export const onSeen = ({ code, asOf, ruleVersion, inputsDigest, statusDecisions }: ObligationView, over: Partial<DecisionInput> = {}): DecisionInput & { code: string } => ({
  code, asOf, ruleVersion, inputsDigest, follows: statusDecisions[0]?.id ?? null, command: "ACCEPT", reason: "As the records say.", ...over,
});

export const changeTo = (state: ComplianceState, reason = "What the records do not show was seen by others."): Partial<DecisionInput> => ({ command: "CHANGE", state, reason });
