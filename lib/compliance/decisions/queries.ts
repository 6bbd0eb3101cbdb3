import { createHash } from "node:crypto";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type CalendarDate, calendarDate, utcDayOf } from "@/lib/kernel/calendar-date";
import type { Assessment } from "../domain/assessment";
import { assessAll, type BoardSubject, contextOf } from "../domain/board";
import type { RuleSet } from "../domain/settings";
import { listBoardSubjects } from "../inputs/queries";
import { decisionStanding, speakingDecision, type StatusDecision } from "./domain/decision";
import { inputsText } from "./domain/inputs";
import { standing, type Stood } from "./domain/standing";
import { statusDecisionView } from "./schema";

export const decisionFields = {
  id: true,
  asOf: true,
  knownAt: true,
  ruleVersion: true,
  inputsDigest: true,
  proposedState: true,
  proposedTimeliness: true,
  proposedOverlays: true,
  command: true,
  decidedState: true,
  reason: true,
  decidedAt: true,
  inForceAt: true,
  approval: { select: { verdict: true, reason: true, decidedAt: true } },
} satisfies Prisma.StatusDecisionSelect;

type DecisionRow = Prisma.StatusDecisionGetPayload<{ select: typeof decisionFields }>;

/** A stored decision as it stood at `knownAt`: a second word that came only later had not been given. */
export function decisionOf({ approval, asOf, knownAt: seenAt, decidedAt, inForceAt, ...row }: DecisionRow, knownAt?: Date): StatusDecision {
  const isKnown = (at: Date | null | undefined): at is Date => at instanceof Date && (knownAt === undefined || at <= knownAt);
  const second = approval && isKnown(approval.decidedAt) ? { ...approval, decidedAt: approval.decidedAt.toISOString() } : null;
  const instants = { knownAt: seenAt.toISOString(), decidedAt: decidedAt.toISOString(), inForceAt: isKnown(inForceAt) ? inForceAt.toISOString() : null };
  const day = utcDayOf(asOf);
  return { ...statusDecisionView.parse({ ...row, ...instants, asOf: day, second }), asOf: day };
}

type DecisionsAsked = { readonly agreement?: string | undefined; readonly code?: string | undefined; readonly knownAt: Date | undefined };

/** Every decision that was taken by `knownAt`, by the duty's code, the newest first. */
export async function listStatusDecisions({ agreement, code, knownAt }: DecisionsAsked): Promise<Map<string, StatusDecision[]>> {
  const ofObligation: Prisma.ObligationWhereInput = { ...(code === undefined ? {} : { code }), ...(agreement === undefined ? {} : { agreement: { code: agreement } }) };
  const rows = await db().statusDecision.findMany({
    where: { obligation: ofObligation, ...(knownAt === undefined ? {} : { decidedAt: { lte: knownAt } }) },
    select: { ...decisionFields, obligation: { select: { code: true } } },
    orderBy: { id: "desc" },
    take: 5000,
  });
  const found = new Map<string, StatusDecision[]>();
  for (const { obligation, ...row } of rows) found.set(obligation.code, [...(found.get(obligation.code) ?? []), decisionOf(row, knownAt)]);
  return found;
}

/** The digest of everything that the engine reads of a duty: SHA-256, hexadecimal. */
const inputsDigest = (subject: BoardSubject, all: readonly BoardSubject[], { asOf, rules }: { asOf: CalendarDate; rules: RuleSet }): string =>
  createHash("sha256").update(inputsText(subject.input, subject.records, contextOf(subject, all, { asOf, settings: rules.settings }))).digest("hex");

/** The digest of each of these duties by its code, worked out when it is asked for. A duty that is not among them is a defect. */
export function digestsOf(subjects: readonly BoardSubject[], moment: { asOf: CalendarDate; rules: RuleSet }): (code: string) => string {
  return (code) => {
    const subject = subjects.find((entry) => entry.input.code === code);
    if (!subject) throw new RangeError(`${code} is not among the duties whose inputs were read`);
    return inputsDigest(subject, subjects, moment);
  };
}

/** The duties with a decision that speaks for this board: only of these has anybody to know what the engine read. */
export const spokenFor = (decisions: ReadonlyMap<string, readonly StatusDecision[]>, moment: { asOf: CalendarDate; knownAt: Date | undefined }): string[] =>
  [...decisions].flatMap(([code, ofDuty]) => (speakingDecision(ofDuty, moment) === undefined ? [] : [code]));

export type Assessed = {
  readonly assessments: ReadonlyMap<string, Assessment>;
  readonly asOf: CalendarDate;
  readonly rules: RuleSet;
  /** Asked for duties with a decision that speaks only. */
  readonly digestOf: (code: string) => string;
};

/** What stands for a duty, and whether a decision on it waits for a second reviewer. */
export type BoardStanding = Stood & { readonly isDecisionWaiting: boolean };

/** Lays the decisions that were in force over what the engine says. The engine's answers may come from a store; these never do. */
export function standingsOf({ assessments, asOf, rules, digestOf }: Assessed, decisions: ReadonlyMap<string, readonly StatusDecision[]>, knownAt: Date | undefined): Map<string, BoardStanding> {
  const entries = [...assessments].map(([code, assessment]): [string, BoardStanding] => {
    const ofDuty = decisions.get(code) ?? [];
    const speaking = speakingDecision(ofDuty, { asOf, knownAt });
    const digest = speaking ? digestOf(code) : "";
    const isDecisionWaiting = ofDuty.some((decision) => decision.asOf <= asOf && decisionStanding(decision) === "WAITING");
    return [code, { ...standing(assessment, speaking, { ruleVersion: rules.version, inputsDigest: digest }), isDecisionWaiting }];
  });
  return new Map(entries);
}

export type Proposal = { readonly obligationId: number; readonly kind: string; readonly assessment: Assessment; readonly inputsDigest: string };

/** What the engine proposes for one duty on a day by all that is known now; undefined where no duty has the code. */
export async function findProposal(code: string, asOf: CalendarDate, rules: RuleSet): Promise<Proposal | undefined> {
  const row = await db().obligation.findUnique({ where: { code }, select: { id: true, kind: true, agreement: { select: { code: true } } } });
  if (!row) return undefined;
  const subjects = await listBoardSubjects(row.agreement.code, { asOf, windowDays: rules.settings.windowDays, digestsOf: [code] });
  const subject = subjects.find((entry) => entry.input.code === code);
  const assessment = assessAll(subjects, { asOf, settings: rules.settings }).get(code);
  return subject && assessment && { obligationId: row.id, kind: row.kind, assessment, inputsDigest: inputsDigest(subject, subjects, { asOf, rules }) };
}

export type KeptDecision = StatusDecision & { readonly obligationId: number; readonly code: string; readonly decidedById: number };

/** One decision with its duty and who took it; undefined where no decision has the number. */
export async function findKeptDecision(id: number): Promise<KeptDecision | undefined> {
  const row = await db().statusDecision.findUnique({ where: { id }, select: { ...decisionFields, obligationId: true, decidedById: true, obligation: { select: { code: true } } } });
  if (!row) return undefined;
  const { obligationId, decidedById, obligation, ...fields } = row;
  return { ...decisionOf(fields), asOf: calendarDate(utcDayOf(fields.asOf)), obligationId, decidedById, code: obligation.code };
}

/** Who took each decision and who gave the second word, by the decision's number. */
export async function listDeciders(ids: readonly number[]): Promise<Map<number, { readonly decidedById: number; readonly decidedBy: string; readonly second: string | null }>> {
  const rows = await db().statusDecision.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, decidedById: true, decidedBy: { select: { name: true } }, approval: { select: { reviewer: { select: { name: true } } } } },
  });
  return new Map(rows.map((row) => [row.id, { decidedById: row.decidedById, decidedBy: row.decidedBy.name, second: row.approval?.reviewer.name ?? null }]));
}
