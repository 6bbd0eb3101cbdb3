import type { ComplianceState } from "@/lib/codelists/compliance-state";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { ObligationView } from "../../domain/obligation-detail";
import { decisionStanding, type StatusDecision, statesFor, takesTwo } from "./decision";

/** A state that a reviewer may choose, and whether it takes a second one. */
export type StateChoice = { readonly state: ComplianceState; readonly takesTwo: boolean };

/** What a reviewer can do at a duty now. */
export type DeskFacts = {
  readonly doesAcceptTakeTwo: boolean;
  /** The states of the duty's scale, without the proposed one. */
  readonly choices: readonly StateChoice[];
  /** The newest step on the duty, whatever became of it; a decision names it, so that none is taken past another. */
  readonly follows: number | null;
  /** The decision that waits for a second reviewer. */
  readonly waiting: StatusDecision | undefined;
  /** Why nothing can be decided here, in a sentence; undefined where it can. */
  readonly obstacle: string | undefined;
};

/** Who took a decision and who gave the second word; names are null for readers who are not shown names of staff. */
export type Deciders = { readonly decidedBy: string | null; readonly second: string | null; readonly isOwn: boolean; readonly mayGiveSecondWord: boolean };

/** What one reader sees and can do at a duty's decisions. */
export type DecisionDesk = DeskFacts & { readonly isReviewer: boolean; readonly deciders: ReadonlyMap<number, Deciders> };

type Seen = Pick<ObligationView, "kind" | "asOf" | "proposedState" | "statusDecisions">;
type Circumstances = { readonly today: CalendarDate; readonly knownOn: CalendarDate | undefined; readonly isUnderCurrentRules: boolean };

/** What a reviewer can do at a duty on a day, by what is on the screen. Decisions rest on all that is known, by the rules in force. */
export function deskFacts({ kind, asOf, proposedState, statusDecisions }: Seen, circumstances: Circumstances): DeskFacts {
  const waiting = statusDecisions.find((decision) => decisionStanding(decision) === "WAITING");
  const doesTakeTwo = (decidedState: ComplianceState): boolean => takesTwo({ asOf, proposedState, decidedState }, statusDecisions);
  return {
    doesAcceptTakeTwo: doesTakeTwo(proposedState),
    choices: statesFor(kind)
      .filter((state) => state !== proposedState)
      .map((state) => ({ state, takesTwo: doesTakeTwo(state) })),
    follows: statusDecisions[0]?.id ?? null,
    waiting,
    obstacle: obstacleOf(asOf, circumstances),
  };
}

function obstacleOf(asOf: CalendarDate, { today, knownOn, isUnderCurrentRules }: Circumstances): string | undefined {
  if (asOf > today) return "This day is still ahead: nothing is decided on it.";
  if (knownOn !== undefined) return "Decisions rest on everything published until now; the page shows an earlier knowledge.";
  return isUnderCurrentRules ? undefined : "Decisions are taken by the rules in force; the page shows other ones.";
}
