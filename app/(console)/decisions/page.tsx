import type { Metadata } from "next";
import { DecisionSection, DriftedRow, UndecidedRow, WaitingRow } from "@/components/compliance/decisions/decision-lists";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { loadDecisions } from "@/lib/compliance/decisions/loaders";

export const metadata: Metadata = { title: "Decisions" };

export default async function DecisionsPage() {
  const { today, isReviewer, ruleVersion, total, waiting, drifted, deferred, undecided } = await loadDecisions();
  const open = waiting.length + drifted.length + deferred.length + undecided.length;
  return (
    <>
      <PageHeader
        title="Decisions"
        lead={
          <>
            What waits for reviewers among {total} duties on <DateText value={today} />, by rules {ruleVersion}. The rules propose; reviewers accept, change or defer.
          </>
        }
      />
      {!isReviewer && <Notice className="mb-4">You can follow what waits. Decisions are taken by reviewers.</Notice>}
      {open === 0 && (
        <EmptyState title={total === 0 ? "No duties yet" : "Nothing waits for a decision"} action={<LinkButton href="/board">Go to the board</LinkButton>}>
          {total === 0 ? "An agreement with its duties has to be loaded first." : "Every duty is decided, and what the rules propose is what its reviewers saw."}
        </EmptyState>
      )}
      <DecisionSection id="waiting" title="Waiting for a second reviewer" lead="A state that gets worse, or “collapsed”, has no effect until another reviewer confirms it.">
        {waiting.map(({ item, decision, deciders }) => (
          <WaitingRow key={decision.id} item={item} decision={decision} deciders={deciders} today={today} />
        ))}
      </DecisionSection>
      <DecisionSection id="drifted" title="Drifted since the decision" lead="What the rules propose is no longer what the reviewers saw: another state, other records, or other rules.">
        {drifted.map((item) => (
          <DriftedRow key={item.code} item={item} today={today} />
        ))}
      </DecisionSection>
      <DecisionSection id="deferred" title="Deferred" lead="The proposal stands under the mark “under review”.">
        {deferred.map((item) => (
          <DriftedRow key={item.code} item={item} today={today} />
        ))}
      </DecisionSection>
      <DecisionSection id="undecided" title="Never decided" lead="The proposal stands. It becomes more than a proposal when a reviewer has looked at it.">
        {undecided.map((item) => (
          <UndecidedRow key={item.code} item={item} today={today} />
        ))}
      </DecisionSection>
    </>
  );
}
