import { db } from "@/lib/db/client";
import { type CalendarDate, utcDayOf } from "@/lib/kernel/calendar-date";
import { type BoardStanding, digestsOf, listStatusDecisions, spokenFor, standingsOf } from "./decisions/queries";
import { assessAll, contextOf } from "./domain/board";
import { dissentOf } from "./domain/dissent";
import { detailAsKnown } from "./domain/knowledge";
import type { ObligationNeighbour, ObligationView } from "./domain/obligation-detail";
import { deadlinesWithReadings, factsTold, inputsOn } from "./domain/obligation-view";
import { sensitivityOf } from "./domain/sensitivity";
import type { RuleSet } from "./domain/settings";
import { earliestStart } from "./domain/start-day";
import { stripOf } from "./domain/strip";
import { termReadings } from "./domain/term";
import { type BoardSubjectRow, type InputsAsked, listBoardSubjects, listObligationInputs, listSubjectsAround } from "./inputs/queries";
import { findObligationDetail, listDecisions, listHistory, listRecordDetails } from "./obligation/queries";
import { picturesOf } from "./pictures/domain";
import { type AssessedDuty, listAssessedDuties } from "./results/queries";
import { currentRuleSet } from "./rules/queries";
import type { BoardDates } from "./schema";
import { type ClockMark, clockMarks } from "./timeline/domain";

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
  const [duties, decisions] = await Promise.all([listAssessedDuties({ agreement, asOf, knownAt }, judging), listStatusDecisions({ agreement, knownAt })]);
  const subjects = await subjectsDecidedOn(duties, spokenFor(decisions, { asOf, knownAt }), { agreement, asOf, knownAt, windowDays: judging.settings.windowDays });
  const assessments = new Map(duties.map((duty) => [duty.code, duty.assessment]));
  const standings = standingsOf({ assessments, asOf, rules: judging, digestOf: digestsOf(subjects, { asOf, rules: judging }) }, decisions, knownAt);
  const items = duties.flatMap((duty) => {
    const stood = standings.get(duty.code);
    return stood ? [itemOf(duty, stood)] : [];
  });
  return { asOf, knownAt: knownAt?.toISOString() ?? null, ruleVersion: judging.version, items };
}

/** What the engine read is needed only to tell whether it is still what a reviewer saw; without decisions the board touches no record. */
async function subjectsDecidedOn(duties: readonly AssessedDuty[], codes: readonly string[], { agreement, ...asked }: InputsAsked & { agreement: string | undefined }): Promise<BoardSubjectRow[]> {
  if (codes.length === 0) return [];
  if (asked.knownAt !== undefined) return listBoardSubjects(agreement, { ...asked, digestsOf: codes });
  return listSubjectsAround(db(), duties.flatMap(({ id, code }) => (codes.includes(code) ? [id] : [])), { ...asked, digestsOf: codes });
}

function itemOf({ code, title, kind, clause, agreement }: AssessedDuty, { deadlineReadings: _deadlineReadings, ...stood }: BoardStanding): BoardItem {
  return { code, title, kind, ...stood, clause, agreement };
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

type BoardDays = { readonly startsOn: CalendarDate | null; readonly dueDates: readonly BoardDay[]; readonly marks: readonly ClockMark[] };

/** Days worth a link or a tick on a board: when the duties begin, the dates in the text, and those of amendments made by `knownOn`. */
export async function listBoardDays(agreement: string, knownOn: CalendarDate | undefined): Promise<BoardDays> {
  const inputs = await listObligationInputs(agreement);
  const labelOf = (title: string, origin: string): string => (origin === "AMENDMENT" ? `${title} (amended)` : title);
  const isTold = ({ origin, setOn }: { origin: string; setOn: CalendarDate }): boolean => origin !== "REPORTED" && (knownOn === undefined || setOn <= knownOn);
  const dueDates = inputs.flatMap((input) => input.deadlines.filter(isTold).map((deadline) => ({ on: deadline.dueOn, label: labelOf(input.title, deadline.origin) })));
  return { startsOn: earliestStart(inputs) ?? null, dueDates: dueDates.sort((a, b) => a.on.localeCompare(b.on, "en")), marks: clockMarks(inputs, knownOn) };
}

/** One duty on one day with everything its state rests on; undefined where no duty has the code. */
export async function findObligation(code: string, { asOf, knownAt, rules }: BoardQuestion): Promise<ObligationView | undefined> {
  const written = await findObligationDetail(code);
  if (!written) return undefined;
  const detail = detailAsKnown(written, knownAt);
  const agreement = detail.agreement.code;
  const judging = rules ?? (await currentRuleSet());
  const statusDecisions = await listStatusDecisions({ agreement, knownAt });
  const digests = [code, ...spokenFor(statusDecisions, { asOf, knownAt })];
  const subjects = await listBoardSubjects(agreement, { knownAt, asOf, windowDays: judging.settings.windowDays, monthly: [code], digestsOf: digests });
  const subject = subjects.find((entry) => entry.input.code === code);
  const moment = { asOf, settings: judging.settings };
  const assessments = assessAll(subjects, moment);
  const digestOf = digestsOf(subjects, { asOf, rules: judging });
  const standings = standingsOf({ assessments, asOf, rules: judging, digestOf }, statusDecisions, knownAt);
  const assessment = assessments.get(code);
  const stood = standings.get(code);
  if (!subject || !assessment || !stood) return undefined;
  const told = factsTold(subject, asOf);
  const [records, history, decisions] = await Promise.all([listRecordDetails(told), listHistory(subject.id, knownAt), listDecisions(told, knownAt)]);
  const { deadlineReadings, ...answer } = stood;
  const strip = stripOf(subject, subjects, moment);
  const neighbour = (entry: { code: string; title: string }): ObligationNeighbour => ({ ...entry, state: standings.get(entry.code)?.state ?? "NOT_ASSESSED" });
  return {
    ...detail,
    ...answer,
    asOf,
    knownAt: knownAt?.toISOString() ?? null,
    ruleVersion: judging.version,
    inputsDigest: digestOf(code),
    statusDecisions: statusDecisions.get(code) ?? [],
    startsOn: subject.input.startsOn,
    deadlines: deadlinesWithReadings(subject.input.deadlines, deadlineReadings, asOf),
    termReadings: subject.input.kind === "TERM" ? termReadings(subject.input, asOf) : [],
    strip,
    ...picturesOf({ subject: { ...subject, records: told }, context: contextOf(subject, subjects, moment), assessment, strip, detail }),
    dependsOn: detail.dependsOn.map(neighbour),
    enables: detail.enables.map(neighbour),
    ...inputsOn(subject, records, asOf),
    sensitivity: sensitivityOf(subject, subjects, moment),
    dissent: dissentOf({ subject, all: subjects, assessment }, { details: records, interpretations: detail.interpretations }, moment),
    history,
    decisions,
  };
}
