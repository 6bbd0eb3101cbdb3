import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { Notice } from "@/components/ui/notice";
import type { DecisionDesk } from "@/lib/compliance/decisions/domain/desk";
import type { ObligationView } from "@/lib/compliance/domain/obligation-detail";
import { StateBadge } from "../state-badge";
import { DecisionForm } from "./decision-form";
import { decisionInWords, driftInWords } from "./decision-words";
import { WaitingDecision } from "./waiting-decision";

/** What the rules propose, what reviewers decided over it, what has drifted since, and what the reader can do. */
export function DecisionCard({ obligation, desk }: { obligation: ObligationView; desk: DecisionDesk }) {
  const { proposedState, state, decision } = obligation;
  const drift = decision === null ? "" : driftInWords(decision.drift);
  return (
    <Card title="Proposed and decided" lead="The rules propose; reviewers accept, change or defer, and both are kept." id="decision">
      <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[9rem_minmax(0,1fr)]">
        <dt className="text-ink-soft">Rules propose</dt>
        <dd>
          <StateBadge state={proposedState} />
        </dd>
        <dt className="text-ink-soft">Stands</dt>
        <dd>
          <StateBadge state={state} />
        </dd>
        <dt className="text-ink-soft">Decision</dt>
        <dd className="min-w-0">{decision === null ? "Nobody has decided: the proposal stands." : <Decided decision={decision} />}</dd>
        {drift !== "" && (
          <>
            <dt className="text-ink-soft">Drift since</dt>
            <dd>{drift}.</dd>
          </>
        )}
      </dl>
      {state !== proposedState && <p className="mt-3 text-sm text-ink-soft">What the rules propose is what the months below show; the reasons above begin with the decision.</p>}
      {desk.waiting && <WaitingDecision decision={desk.waiting} code={obligation.code} deciders={desk.deciders.get(desk.waiting.id)} />}
      {desk.isReviewer && !desk.waiting && <Desk obligation={obligation} desk={desk} />}
    </Card>
  );
}

function Decided({ decision }: { decision: NonNullable<ObligationView["decision"]> }) {
  return (
    <>
      <p>
        Reviewers {decisionInWords(decision)} for <DateText value={decision.asOf} />, in force since <DateText value={decision.decidedAt} />, by rules {decision.ruleVersion}.
      </p>
      <p className="mt-1 max-w-prose break-words text-ink-soft">“{decision.reason}”</p>
    </>
  );
}

function Desk({ obligation, desk }: { obligation: ObligationView; desk: DecisionDesk }) {
  const { code, asOf, ruleVersion, inputsDigest, proposedState } = obligation;
  const { obstacle, doesAcceptTakeTwo, choices, follows } = desk;
  if (obstacle !== undefined) return <Notice className="mt-4">{obstacle}</Notice>;
  return (
    <details className="mt-4 border-t border-line pt-3 print:hidden" open={obligation.decision !== null && obligation.decision.drift.length > 0}>
      <summary className="text-sm font-semibold">
        Decide for <DateText value={asOf} />
      </summary>
      {/* A decision that was taken begins the form anew. */}
      <DecisionForm key={follows ?? 0} seen={{ code, asOf, ruleVersion, inputsDigest, follows }} proposedState={proposedState} doesAcceptTakeTwo={doesAcceptTakeTwo} choices={choices} />
    </details>
  );
}
