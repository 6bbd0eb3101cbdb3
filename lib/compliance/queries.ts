import { db } from "@/lib/db/client";
import { type CalendarDate, utcDayOf } from "@/lib/kernel/calendar-date";
import { type BoardStanding, inputsDigest, listStatusDecisions, standingsOf } from "./decisions/queries";
import { assessAll } from "./domain/board";
import type { ObligationNeighbour, ObligationView } from "./domain/obligation-detail";
import { deadlinesWithReadings, inputsOn } from "./domain/obligation-view";
import type { RuleSet } from "./domain/settings";
import { stripOf } from "./domain/strip";
import { termReadings } from "./domain/term";
import { listBoardSubjects, listObligationInputs, type BoardSubjectRow } from "./inputs/queries";
import { findObligationDetail, listDecisions, listHistory, listRecordDetails } from "./obligation/queries";
import { currentRuleSet } from "./rules/queries";
import type { BoardDates } from "./schema";

/** A board's day, its knowledge, and the rules to judge by: those in force where none are given, whatever the day. */
export type BoardQuestion = BoardDates & { readonly rules?: RuleSet | undefined };

/** `state` is what stands, `proposedState` what the engine says. */
export type BoardItem = Omit<BoardStanding, "deadlineReadings"> & {
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  readonly clause: { readonly number: number; readonly title: string };
  readonly agreement: string;
};

export type Board = { readonly asOf: CalendarDate; readonly knownAt: string | null; readonly ruleVersion: string; readonly items: readonly BoardItem[] };

/** Every duty of an agreement (or of all) on one day, with its reasons and what reviewers decided. The answer is the same for everybody who may sign in. */
export async function getBoard({ agreement, asOf, knownAt, rules }: BoardQuestion & { agreement?: string | undefined }): Promise<Board> {
  const judging = rules ?? (await currentRuleSet());
  const [subjects, decisions] = await Promise.all([listBoardSubjects({ agreement, knownAt }), listStatusDecisions({ agreement, knownAt })]);
  const assessments = assessAll(subjects, { asOf, settings: judging.settings });
  const standings = standingsOf({ subjects, assessments, asOf, rules: judging }, decisions, knownAt);
  const items = subjects.flatMap((subject) => {
    const stood = standings.get(subject.input.code);
    return stood ? [itemOf(subject, stood)] : [];
  });
  return { asOf, knownAt: knownAt?.toISOString() ?? null, ruleVersion: judging.version, items };
}

function itemOf(subject: BoardSubjectRow, { deadlineReadings: _deadlineReadings, ...stood }: BoardStanding): BoardItem {
  const { code, title, kind } = subject.input;
  return { code, title, kind, ...stood, clause: subject.clause, agreement: subject.agreement.code };
}

export type BoardAgreement = { readonly code: string; readonly title: string; readonly signedOn: CalendarDate; readonly obligations: number; readonly isDemonstration: boolean };

/** Agreements that have duties, newest first: the choices of the board page. */
export async function listBoardAgreements(): Promise<BoardAgreement[]> {
  const rows = await db().agreement.findMany({
    where: { obligations: { some: {} } },
    select: { code: true, titles: true, signedOn: true, isDemonstration: true, _count: { select: { obligations: true } } },
    orderBy: [{ signedOn: "desc" }, { code: "asc" }],
    take: 200,
  });
  return rows.map(({ code, titles, signedOn, isDemonstration, _count }) => ({ code, title: titles[0] ?? code, signedOn: utcDayOf(signedOn), obligations: _count.obligations, isDemonstration }));
}

export type BoardDay = { readonly on: CalendarDate; readonly label: string };

/** Days worth a link on a board: when the duties begin, and the day after each date in the text or its amendments. */
export async function listBoardDays(agreement: string): Promise<{ startsOn: CalendarDate | null; dueDates: BoardDay[] }> {
  const inputs = await listObligationInputs(agreement);
  const starts = inputs.map((input) => input.startsOn).filter((day) => day !== null).sort();
  const labelOf = (title: string, origin: string): string => (origin === "AMENDMENT" ? `${title} (amended)` : title);
  const dueDates = inputs.flatMap((input) =>
    input.deadlines.filter((deadline) => deadline.origin !== "REPORTED").map((deadline) => ({ on: deadline.dueOn, label: labelOf(input.title, deadline.origin) })),
  );
  return { startsOn: starts[0] ?? null, dueDates: dueDates.sort((a, b) => a.on.localeCompare(b.on, "en")) };
}

/** One duty on one day with everything its state rests on; undefined where no duty has the code. */
export async function findObligation(code: string, { asOf, knownAt, rules }: BoardQuestion): Promise<ObligationView | undefined> {
  const detail = await findObligationDetail(code);
  if (!detail) return undefined;
  const agreement = detail.agreement.code;
  const judging = rules ?? (await currentRuleSet());
  const [subjects, statusDecisions] = await Promise.all([listBoardSubjects({ agreement, knownAt }), listStatusDecisions({ agreement, knownAt })]);
  const subject = subjects.find((entry) => entry.input.code === code);
  const assessments = assessAll(subjects, { asOf, settings: judging.settings });
  const standings = standingsOf({ subjects, assessments, asOf, rules: judging }, statusDecisions, knownAt);
  const stood = standings.get(code);
  if (!subject || !stood) return undefined;
  const [records, history, decisions] = await Promise.all([listRecordDetails(subject.records), listHistory(subject.id, knownAt), listDecisions(subject.records, knownAt)]);
  const { deadlineReadings, ...answer } = stood;
  const neighbour = (entry: { code: string; title: string }): ObligationNeighbour => ({ ...entry, state: standings.get(entry.code)?.state ?? "NOT_ASSESSED" });
  return {
    ...detail,
    ...answer,
    asOf,
    knownAt: knownAt?.toISOString() ?? null,
    ruleVersion: judging.version,
    inputsDigest: inputsDigest(subject, subjects, { asOf, rules: judging }),
    statusDecisions: statusDecisions.get(code) ?? [],
    startsOn: subject.input.startsOn,
    deadlines: deadlinesWithReadings(subject.input.deadlines, deadlineReadings, asOf),
    termReadings: subject.input.kind === "TERM" ? termReadings(subject.input, asOf) : [],
    strip: stripOf(subject, subjects, { asOf, settings: judging.settings }),
    dependsOn: detail.dependsOn.map(neighbour),
    enables: detail.enables.map(neighbour),
    inputs: inputsOn(subject.records, records, asOf),
    history,
    decisions,
  };
}
