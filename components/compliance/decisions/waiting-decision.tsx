import { DateText } from "@/components/ui/date-text";
import { Notice } from "@/components/ui/notice";
import type { StatusDecision } from "@/lib/compliance/decisions/domain/decision";
import type { Deciders } from "@/lib/compliance/decisions/domain/desk";
import { StateBadge } from "../state-badge";
import { decisionInWords } from "./decision-words";
import { SecondWordForm } from "./second-word-form";

type WaitingDecisionProps = { decision: StatusDecision; code: string; deciders: Deciders | undefined };

/** A decision without effect yet: who took it, why, and the second reviewer's form. */
export function WaitingDecision({ decision, code, deciders }: WaitingDecisionProps) {
  const { decidedState, decidedAt, asOf, reason } = decision;
  return (
    <section aria-label="Waits for a second reviewer" className="mt-4 border-t border-line pt-3 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-semibold">Waits for a second reviewer:</span> {decidedState !== null && <StateBadge state={decidedState} />}
      </p>
      <p className="mt-1 text-ink-soft">
        {deciders?.decidedBy ?? "A reviewer"} {decisionInWords(decision)} for <DateText value={asOf} />, on <DateText value={decidedAt} />. It has no effect until it is confirmed.
      </p>
      <p className="mt-1 max-w-prose break-words">“{reason}”</p>
      {deciders?.mayGiveSecondWord === true ? <SecondWordForm key={decision.id} code={code} id={decision.id} /> : deciders?.isOwn === true && <Notice className="mt-3">You took this decision: another reviewer confirms or rejects it.</Notice>}
    </section>
  );
}
