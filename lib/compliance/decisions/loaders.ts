import { requireActor } from "@/lib/auth/session";
import type { Actor } from "@/lib/kernel/actor";
import { type CalendarDate, utcDayOf } from "@/lib/kernel/calendar-date";
import type { ObligationView } from "../domain/obligation-detail";
import { type BoardItem, getBoard } from "../queries";
import type { ChosenRules } from "../rules/loaders";
import { decisionStanding, type StatusDecision } from "./domain/decision";
import { type DecisionDesk, type Deciders, deskFacts } from "./domain/desk";
import { mayDecideStatus, mayGiveSecondWord, seesWhoDecided } from "./policy";
import { listDeciders, listStatusDecisions } from "./queries";

type Shown = { readonly obligation: ObligationView; readonly today: CalendarDate; readonly knownOn: CalendarDate | undefined; readonly rules: ChosenRules };

/** What the reader can do at a duty's decisions, and who took them. */
export async function loadDecisionDesk(actor: Actor, { obligation, today, knownOn, rules }: Shown): Promise<DecisionDesk> {
  const facts = deskFacts(obligation, { today, knownOn, isUnderCurrentRules: rules.rules.version === rules.current });
  return { ...facts, isReviewer: mayDecideStatus(actor), deciders: await decidersFor(actor, obligation.statusDecisions) };
}

async function decidersFor(actor: Actor, decisions: readonly StatusDecision[]): Promise<Map<number, Deciders>> {
  const known = await listDeciders(decisions.map(({ id }) => id));
  const isNamed = seesWhoDecided(actor);
  return new Map(
    [...known].map(([id, { decidedById, decidedBy, second }]): [number, Deciders] => {
      const names = isNamed ? { decidedBy, second } : { decidedBy: null, second: null };
      return [id, { ...names, isOwn: decidedById === actor.userId, mayGiveSecondWord: mayGiveSecondWord(actor, { decidedById }) }];
    }),
  );
}

export type WaitingDecision = { readonly item: BoardItem; readonly decision: StatusDecision; readonly deciders: Deciders };

export type DecisionsPage = {
  readonly today: CalendarDate;
  readonly isReviewer: boolean;
  readonly ruleVersion: string;
  /** How many duties there are. */
  readonly total: number;
  /** Decisions that wait for a second reviewer, the longest waiting first. */
  readonly waiting: readonly WaitingDecision[];
  /** Duties whose decision was deferred or is not about what the engine proposes now. */
  readonly drifted: readonly BoardItem[];
  readonly deferred: readonly BoardItem[];
  /** Duties on which nobody has decided. */
  readonly undecided: readonly BoardItem[];
};

/** What waits for reviewers on the boards of today. */
export async function loadDecisions(): Promise<DecisionsPage> {
  const actor = await requireActor();
  const today = utcDayOf(new Date());
  const [board, decisions] = await Promise.all([getBoard({ asOf: today }), listStatusDecisions({ knownAt: undefined })]);
  const waiting = board.items.flatMap((item) => (decisions.get(item.code) ?? []).filter((decision) => decisionStanding(decision) === "WAITING").map((decision) => ({ item, decision })));
  const deciders = await decidersFor(actor, waiting.map(({ decision }) => decision));
  const nobody: Deciders = { decidedBy: null, second: null, isOwn: false, mayGiveSecondWord: false };
  const idle = board.items.filter((item) => !item.isDecisionWaiting);
  return {
    today,
    isReviewer: mayDecideStatus(actor),
    ruleVersion: board.ruleVersion,
    total: board.items.length,
    waiting: waiting.map((entry) => ({ ...entry, deciders: deciders.get(entry.decision.id) ?? nobody })).sort((a, b) => (a.decision.decidedAt < b.decision.decidedAt ? -1 : 1)),
    drifted: idle.filter(({ decision }) => decision !== null && decision.command !== "DEFER" && decision.drift.length > 0),
    deferred: idle.filter(({ decision }) => decision?.command === "DEFER"),
    undecided: idle.filter(({ decision }) => decision === null),
  };
}
