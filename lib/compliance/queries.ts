import { db } from "@/lib/db/client";
import { type CalendarDate, utcDayOf } from "@/lib/kernel/calendar-date";
import type { Assessment } from "./domain/assessment";
import { assessAll, contextOf } from "./domain/board";
import { dissentOf } from "./domain/dissent";
import { detailAsKnown } from "./domain/knowledge";
import type { ObligationNeighbour, ObligationView } from "./domain/obligation-detail";
import { deadlinesWithReadings, inputsOn } from "./domain/obligation-view";
import { sensitivityOf } from "./domain/sensitivity";
import { firstRuleSet } from "./domain/settings";
import { stripOf } from "./domain/strip";
import { termReadings } from "./domain/term";
import { listBoardSubjects, listObligationInputs } from "./inputs/queries";
import { findObligationDetail, listDecisions, listHistory, listRecordDetails } from "./obligation/queries";
import { type AssessedDuty, listAssessedDuties, rulesInForce } from "./results/queries";
import { picturesOf } from "./pictures/domain";
import type { BoardDates } from "./schema";
import { type ClockMark, clockMarks } from "./timeline/domain";

export type BoardItem = Omit<Assessment, "deadlineReadings"> & {
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  readonly clause: { readonly number: number; readonly title: string };
  readonly agreement: string;
};

export type Board = { readonly asOf: CalendarDate; readonly knownAt: string | null; readonly ruleVersion: string; readonly items: readonly BoardItem[] };

/** Every duty of an agreement (or of all) on one day, with its reasons. The answer is the same for everybody who may sign in. */
export async function getBoard({ agreement, asOf, knownAt }: BoardDates & { agreement?: string | undefined }): Promise<Board> {
  const rules = await rulesInForce();
  const duties = await listAssessedDuties({ agreement, asOf, knownAt }, rules);
  return { asOf, knownAt: knownAt?.toISOString() ?? null, ruleVersion: rules.version, items: duties.map(itemOf) };
}

function itemOf({ code, title, kind, clause, agreement, assessment: { deadlineReadings: _deadlineReadings, ...assessment } }: AssessedDuty): BoardItem {
  return { code, title, kind, ...assessment, clause, agreement };
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
  const starts = inputs.map((input) => input.startsOn).filter((day) => day !== null).sort();
  const labelOf = (title: string, origin: string): string => (origin === "AMENDMENT" ? `${title} (amended)` : title);
  const isTold = ({ origin, setOn }: { origin: string; setOn: CalendarDate }): boolean => origin !== "REPORTED" && (knownOn === undefined || setOn <= knownOn);
  const dueDates = inputs.flatMap((input) => input.deadlines.filter(isTold).map((deadline) => ({ on: deadline.dueOn, label: labelOf(input.title, deadline.origin) })));
  return { startsOn: starts[0] ?? null, dueDates: dueDates.sort((a, b) => a.on.localeCompare(b.on, "en")), marks: clockMarks(inputs, knownOn) };
}

/** One duty on one day with everything its state rests on; undefined where no duty has the code. */
export async function findObligation(code: string, { asOf, knownAt }: BoardDates): Promise<ObligationView | undefined> {
  const written = await findObligationDetail(code);
  if (!written) return undefined;
  const detail = detailAsKnown(written, knownAt);
  const subjects = await listBoardSubjects({ agreement: detail.agreement.code, knownAt });
  const subject = subjects.find((entry) => entry.input.code === code);
  const moment = { asOf, settings: firstRuleSet.settings };
  const assessments = assessAll(subjects, moment);
  const assessment = assessments.get(code);
  if (!subject || !assessment) return undefined;
  const [records, history, decisions] = await Promise.all([listRecordDetails(subject.records), listHistory(subject.id, knownAt), listDecisions(subject.records)]);
  const { deadlineReadings, ...answer } = assessment;
  const strip = stripOf(subject, subjects, moment);
  const neighbour = (entry: { code: string; title: string }): ObligationNeighbour => ({ ...entry, state: assessments.get(entry.code)?.state ?? "NOT_ASSESSED" });
  return {
    ...detail,
    ...answer,
    asOf,
    knownAt: knownAt?.toISOString() ?? null,
    ruleVersion: firstRuleSet.version,
    startsOn: subject.input.startsOn,
    deadlines: deadlinesWithReadings(subject.input.deadlines, deadlineReadings, asOf),
    termReadings: subject.input.kind === "TERM" ? termReadings(subject.input, asOf) : [],
    strip,
    ...picturesOf({ subject, context: contextOf(subject, subjects, moment), assessment, strip, detail }),
    dependsOn: detail.dependsOn.map(neighbour),
    enables: detail.enables.map(neighbour),
    inputs: inputsOn(subject, records, asOf),
    sensitivity: sensitivityOf(subject, subjects, moment),
    dissent: dissentOf({ subject, all: subjects, assessment }, { details: records, interpretations: detail.interpretations }, moment),
    history,
    decisions,
  };
}
