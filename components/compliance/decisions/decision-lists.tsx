import type { ReactNode } from "react";
import { DateText } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import type { StatusDecision } from "@/lib/compliance/decisions/domain/decision";
import type { Deciders } from "@/lib/compliance/decisions/domain/desk";
import type { Stood } from "@/lib/compliance/decisions/domain/standing";
import { calendarDate, type CalendarDate, daysBetween } from "@/lib/kernel/calendar-date";
import { obligationHref } from "../board-address";
import { StateBadge } from "../state-badge";
import { decisionInWords, driftInWords } from "./decision-words";

type Item = Pick<Stood, "state" | "proposedState" | "decision" | "because"> & { readonly code: string; readonly title: string };

const daysSince = (since: string, today: CalendarDate): number => Math.max(0, daysBetween(calendarDate(since.slice(0, 10)), today));

/** How long something has waited, in whole days. */
function waitingInWords(since: string, today: CalendarDate): string {
  const days = daysSince(since, today);
  return days === 0 ? "Waiting since today" : days === 1 ? "Waiting since yesterday" : `Waiting for ${days} days`;
}

/** How long ago something was decided, in whole days. */
function decidedInWords(on: string, today: CalendarDate): string {
  const days = daysSince(on, today);
  return days === 0 ? "Decided today" : days === 1 ? "Decided yesterday" : `Decided ${days} days ago`;
}

/** A part of the page: a heading with its count, a sentence, and its rows. Nothing where there are none. */
export function DecisionSection({ id, title, lead, children }: { id: string; title: string; lead: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <section aria-labelledby={id} className="mb-6">
      <h2 id={id} className="text-base font-semibold">
        {title} ({children.length})
      </h2>
      <p className="mb-2 max-w-prose text-sm text-ink-soft">{lead}</p>
      <ul className="divide-y divide-line rounded-md border border-line bg-surface">{children}</ul>
    </section>
  );
}

function Row({ item, on, aside, children }: { item: Item; on: string; aside: ReactNode; children: ReactNode }) {
  return (
    <li className="grid gap-x-5 gap-y-1.5 px-4 py-3 text-sm md:grid-cols-[9rem_minmax(0,1fr)_12rem]">
      <p className="text-ink">
        {aside}
        <span className="block font-mono text-xs text-ink-soft">{item.code}</span>
      </p>
      <div className="min-w-0">
        <h3 className="font-semibold">
          <TextLink href={`${obligationHref(item.code, { asOf: on, knownOn: undefined })}#decision`}>{item.title}</TextLink>
        </h3>
        {children}
      </div>
      <p className="flex flex-wrap content-start items-start gap-1.5">
        <span className="text-ink-soft">Proposed</span> <StateBadge state={item.proposedState} />
      </p>
    </li>
  );
}

/** A decision that waits for a second reviewer: since when, by whom, what and why. */
export function WaitingRow({ item, decision, deciders, today }: { item: Item; decision: StatusDecision; deciders: Deciders; today: CalendarDate }) {
  return (
    <Row item={item} on={decision.asOf} aside={waitingInWords(decision.decidedAt, today)}>
      <p className="mt-0.5">
        {deciders.isOwn ? "You" : (deciders.decidedBy ?? "A reviewer")} {decisionInWords(decision)} for <DateText value={decision.asOf} />
        {deciders.isOwn ? ": another reviewer confirms it." : "."}
      </p>
      <p className="mt-0.5 max-w-prose break-words text-ink-soft">“{decision.reason}”</p>
    </Row>
  );
}

/** A duty whose decision was deferred, or is not about what the rules propose now. */
export function DriftedRow({ item, today }: { item: Item; today: CalendarDate }) {
  const { decision } = item;
  if (decision === null) return null;
  const drift = driftInWords(decision.drift);
  return (
    <Row item={item} on={today} aside={decidedInWords(decision.decidedAt, today)}>
      <p className="mt-0.5">
        Reviewers {decisionInWords(decision)} for <DateText value={decision.asOf} />
        {drift !== "" && `. ${drift}`}.
      </p>
      <p className="mt-0.5 max-w-prose break-words text-ink-soft">“{decision.reason}”</p>
    </Row>
  );
}

/** A duty on which nobody has decided, with the reason of the proposal. */
export function UndecidedRow({ item, today }: { item: Item; today: CalendarDate }) {
  return (
    <Row item={item} on={today} aside="Never decided">
      <p className="mt-0.5 text-ink-soft">{item.because[0]?.text}</p>
    </Row>
  );
}
