import { decisionCommandLabel } from "@/lib/codelists/decision-command";
import { complianceStateLabel } from "@/lib/codelists/compliance-state";
import { verificationLabel } from "@/lib/codelists/verification";
import type { StatusDecision } from "@/lib/compliance/decisions/domain/decision";
import type { BoardChange } from "@/lib/compliance/domain/board-changes";
import { type IncidentView, referenceOf } from "@/lib/incidents/domain/record";
import type { CalendarDate } from "@/lib/kernel/calendar-date";

export const changeKinds = ["CORRECTED", "RETRACTED", "MERGED", "LEVEL_CHANGED", "CHANGED", "DECIDED", "STANDS_DIFFERENTLY", "ADDED"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Something that is not any more as the report has it, with the reason and where to read on. */
export type ChangeSince = { readonly kind: ChangeKind; readonly subject: string; readonly href: string; readonly text: string; readonly on: string | null; readonly replacement: { readonly text: string; readonly href: string } | null };

export const changeKindLabels: Readonly<Record<ChangeKind, string>> = {
  CORRECTED: "Corrected",
  RETRACTED: "Retracted",
  MERGED: "Merged",
  LEVEL_CHANGED: "Level changed",
  CHANGED: "Changed",
  DECIDED: "Decided anew",
  STANDS_DIFFERENTLY: "Stands differently",
  ADDED: "Published since",
};

const noticeKinds: Readonly<Record<string, ChangeKind>> = { CORRECTED: "CORRECTED", RETRACTED: "RETRACTED", MERGED_INTO: "MERGED" };

type Moved = { readonly view: IncidentView; readonly was: { readonly verification: string } };

/** What became of a record of the report. */
export function recordChange({ view, was }: Moved): ChangeSince {
  const named = { subject: `${view.reference} ${view.title}`, href: `/incidents/${view.id}`, on: view.updatedAt.slice(0, 10) };
  const kind = noticeKinds[view.workflow];
  if (kind) {
    const by = view.notice?.replacedBy ?? null;
    return { ...named, kind, text: view.notice?.reason ?? "No reason was recorded.", replacement: by === null ? null : { text: referenceOf(by), href: `/incidents/${by}` } };
  }
  if (view.verification !== was.verification) return { ...named, kind: "LEVEL_CHANGED", text: `Its level was ${verificationLabel(was.verification)}; it is ${verificationLabel(view.verification)} now.`, replacement: null };
  return { ...named, kind: "CHANGED", text: "Something beside its published content changed; its history tells what.", replacement: null };
}

/** A record of the period that the report could not know of. */
export const addedRecord = ({ id, reference, title, updatedAt, verification }: IncidentView): ChangeSince => ({
  kind: "ADDED", subject: `${reference} ${title}`, href: `/incidents/${id}`, on: updatedAt.slice(0, 10), text: `Published after the report's knowledge ended, at ${verificationLabel(verification)}.`, replacement: null,
});

/** Decisions of reviewers that came into force after the report's knowledge ended and speak for its day. */
export function decisionsSince(decisions: ReadonlyMap<string, readonly StatusDecision[]>, { asOf, knownAt }: { asOf: CalendarDate; knownAt: string }): ChangeSince[] {
  return [...decisions].flatMap(([code, all]) =>
    all
      .filter((decision) => decision.inForceAt !== null && decision.inForceAt > knownAt && decision.asOf <= asOf)
      .map((decision): ChangeSince => {
        const state = decision.decidedState === null ? "" : `, ${complianceStateLabel(decision.decidedState)}`;
        return { kind: "DECIDED", subject: code, href: `/obligations/${code}?asOf=${asOf}`, on: decision.inForceAt?.slice(0, 10) ?? null, text: `${decisionCommandLabel(decision.command)}${state}, for ${decision.asOf}: “${decision.reason}”`, replacement: null };
      }),
  );
}

/** Duties that stand differently on the report's own day by all that is known now. */
export const standingChange = ({ code, title, before, after }: BoardChange, asOf: CalendarDate): ChangeSince => ({
  kind: "STANDS_DIFFERENTLY", subject: `${code} ${title}`, href: `/obligations/${code}?asOf=${asOf}`, on: null, replacement: null,
  text: `It was ${complianceStateLabel(before.state)} for ${asOf}; by what is known now it is ${complianceStateLabel(after.state)}. ${after.deciding.map(({ text }) => text).join(" ")}`.trim(),
});
