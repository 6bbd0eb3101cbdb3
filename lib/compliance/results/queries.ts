import { db } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/store";
import { type CalendarDate, utcDayOf } from "@/lib/kernel/calendar-date";
import { assess } from "../domain/assess";
import type { Assessment } from "../domain/assessment";
import { assessAll, contextOf } from "../domain/board";
import type { Moment } from "../domain/obligation";
import type { RuleSet } from "../domain/settings";
import { listBoardSubjects, listSubjectsAround, type BoardSubjectRow } from "../inputs/queries";
import type { BoardDates } from "../schema";
import { recently, together, type UnderWay } from "./domain";
import { engineDigest } from "./engine/queries";
import { type AnswerKey, listRevisions, type NewAnswer, readRevision, storeAnswers } from "./store";

export type AssessedDuty = {
  readonly id: number;
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  readonly clause: { readonly number: number; readonly title: string };
  readonly agreement: string;
  readonly assessment: Assessment;
};

type Asked = BoardDates & { readonly agreement?: string | undefined };

/** By what the stored answers of a day under some rules are found, and kept, with the code that runs now. */
export const answerKey = async (asOf: CalendarDate, { version }: RuleSet): Promise<AnswerKey> => ({ asOf, ruleVersion: version, engine: await engineDigest() });

/**
 * What the engine says of every duty of an agreement (or of all) on a day. By what is known now it is read from the store, and what is not
 * stored, or no longer valid, is computed and kept; by what was known then it is computed. The answer is the same either way. `rules` are recorded ones: an answer is kept under their name.
 */
export async function listAssessedDuties({ agreement, asOf, knownAt }: Asked, rules: RuleSet): Promise<AssessedDuty[]> {
  if (knownAt !== undefined) return listAsKnown({ agreement, asOf, knownAt }, rules);
  const key = await answerKey(asOf, rules);
  const stored = await listStored(key, agreement);
  const missing = stored.filter((row) => row.assessment === null);
  const computed = missing.length === 0 ? undefined : await computedTogether(key, missing, rules);
  // Whoever asks for one day after the other fills the table no further than a job can empty it.
  if (computed && missing.length === stored.length) await enqueue(db(), { task: "board.prune", payload: {}, key: "board.prune", afterSeconds: 60 });
  return stored.flatMap(({ assessment, revision: _revision, ...duty }) => {
    const answer = assessment ?? computed?.get(duty.id);
    return answer ? [{ ...duty, assessment: answer }] : [];
  });
}

const underWay: UnderWay<Map<number, Assessment>> = new Map();

const computedTogether = (key: AnswerKey, missing: readonly StoredDuty[], rules: RuleSet): Promise<Map<number, Assessment>> =>
  together(underWay, JSON.stringify([key, missing.map(({ id, revision }) => [id, String(revision)])]), () => computeAnswers(missing.map(({ id }) => id), { asOf: key.asOf, rules }));

type AskedOfPast = Asked & { readonly knownAt: Date };

/** Boards as they were known, the last ones that somebody asked for: who looks at one looks at it again, and at its duties. */
const ofPast = recently<AssessedDuty[]>(20);
const ofPastUnderWay: UnderWay<AssessedDuty[]> = new Map();

/** What was known at an instant changes no more, but the text of a duty, its observers or a row that comes late may: the revisions say so. */
async function listAsKnown({ agreement, asOf, knownAt }: AskedOfPast, rules: RuleSet): Promise<AssessedDuty[]> {
  const key = JSON.stringify([agreement ?? null, asOf, knownAt.toISOString(), rules, await engineDigest(), String(await readRevision(db()))]);
  const known = ofPast.get(key);
  if (known) return known;
  return together(ofPastUnderWay, key, async () => {
    const duties = computedDuties(await listBoardSubjects(agreement, { knownAt, asOf, windowDays: rules.settings.windowDays }), asOf, rules);
    ofPast.keep(key, duties);
    return duties;
  });
}

function computedDuties(subjects: readonly BoardSubjectRow[], asOf: CalendarDate, rules: RuleSet): AssessedDuty[] {
  const assessments = assessAll(subjects, { asOf, settings: rules.settings });
  return subjects.flatMap(({ id, clause, agreement, input: { code, title, kind } }) => {
    const assessment = assessments.get(code);
    return assessment ? [{ id, code, title, kind, clause, agreement: agreement.code, assessment }] : [];
  });
}

type StoredDuty = Omit<AssessedDuty, "assessment"> & { readonly revision: bigint; readonly assessment: Assessment | null };
type StoredRow = Omit<StoredDuty, "clause"> & { readonly clauseNumber: number; readonly clauseTitle: string };

/** Every duty in the board's order, with its stored answer where that is valid: one statement sees answer and revision at one moment. */
async function listStored({ asOf, ruleVersion, engine }: AnswerKey, agreement: string | undefined): Promise<StoredDuty[]> {
  const rows = await db().$queryRaw<StoredRow[]>`
    SELECT o.id, o.code, o.title, o.kind, c.number AS "clauseNumber", c.title AS "clauseTitle", a.code AS agreement, v.revision, r.result AS assessment
    FROM obligation o JOIN clause c ON c.id = o.clause_id JOIN agreement a ON a.id = o.agreement_id
    CROSS JOIN LATERAL (SELECT coalesce(sum(steps), 0)::bigint AS revision FROM board_revision WHERE obligation_id = o.id) v
    LEFT JOIN board_result r ON r.obligation_id = o.id AND r.as_of = ${asOf}::date AND r.rule_version = ${ruleVersion} AND r.engine = ${engine} AND r.revision = v.revision
    WHERE ${agreement ?? null}::text IS NULL OR a.code = ${agreement ?? null}
    ORDER BY a.signed_on DESC, o.agreement_id, c.number, o.position, o.id`;
  return rows.map(({ clauseNumber, clauseTitle, ...row }) => ({ ...row, clause: { number: clauseNumber, title: clauseTitle } }));
}

/** Of these duties and those that rest on them (of all, where none are named), the ones whose stored answer for the day is missing or no longer valid. */
export async function listUnanswered(key: AnswerKey, obligationIds?: readonly number[]): Promise<number[]> {
  const concerned = obligationIds && new Set(await listWithResting(obligationIds));
  return (await listStored(key, undefined)).flatMap((row) => (row.assessment === null && (concerned?.has(row.id) ?? true) ? [row.id] : []));
}

/** These duties, and all that rest on them, at whatever distance. */
async function listWithResting(obligationIds: readonly number[]): Promise<number[]> {
  const rows = await db().$queryRaw<{ id: number }[]>`
    WITH RECURSIVE above(id) AS (
      SELECT unnest(${[...obligationIds]}::int[]) UNION SELECT d.obligation_id FROM obligation_dependency d JOIN above a ON d.depends_on_id = a.id
    ) SELECT id FROM above`;
  return rows.map((row) => row.id);
}

/** What the engine reads of some duties, and the revision that it is of. */
export type Inputs = { readonly revisions: ReadonlyMap<number, bigint>; readonly subjects: readonly BoardSubjectRow[] };

/** Reads both in one snapshot: a record that is committed meanwhile is in the revision and among the records, or in neither. */
export const readInputs = (obligationIds: readonly number[], { asOf, settings }: Moment): Promise<Inputs> =>
  db().$transaction(async (tx) => ({ revisions: await listRevisions(tx, obligationIds), subjects: await listSubjectsAround(tx, obligationIds, { asOf, windowDays: settings.windowDays }) }), {
    isolationLevel: "RepeatableRead",
    timeout: 30_000,
    maxWait: 10_000,
  });

/** The engine's answers from these inputs. */
export function answersFrom({ revisions, subjects }: Inputs, moment: Moment): NewAnswer[] {
  return subjects.flatMap((subject) => {
    const revision = revisions.get(subject.id);
    return revision === undefined ? [] : [{ obligationId: subject.id, revision, result: assess(subject.input, subject.records, contextOf(subject, subjects, moment)) }];
  });
}

/** Computes what the engine says of these duties by what is known now, and keeps it with the revision that it was computed from. */
export async function computeAnswers(obligationIds: readonly number[], { asOf, rules }: { asOf: CalendarDate; rules: RuleSet }): Promise<Map<number, Assessment>> {
  const key = await answerKey(asOf, rules);
  const answers = answersFrom(await readInputs(obligationIds, { asOf, settings: rules.settings }), { asOf, settings: rules.settings });
  await storeAnswers(key, answers);
  return new Map(answers.map(({ obligationId, result }) => [obligationId, result]));
}

/** The days of which answers by these rules are stored, the newest first. */
export async function listStoredDays(ruleVersion: string): Promise<CalendarDate[]> {
  const rows = await db().boardResult.findMany({ where: { ruleVersion }, distinct: ["asOf"], select: { asOf: true }, orderBy: { asOf: "desc" } });
  return rows.map((row) => utcDayOf(row.asOf));
}

/** The stored answers of one day as they would be shown, as text, by duty. */
export async function listStoredTexts({ asOf, ruleVersion, engine }: AnswerKey): Promise<Map<number, { readonly revision: bigint; readonly text: string }>> {
  const rows = await db().$queryRaw<{ id: number; revision: bigint; text: string }[]>`
    SELECT obligation_id AS id, revision, result::text AS text FROM board_result WHERE as_of = ${asOf}::date AND rule_version = ${ruleVersion} AND engine = ${engine}`;
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** Every duty that there is. */
export async function listDutyIds(): Promise<number[]> {
  return (await db().obligation.findMany({ select: { id: true }, orderBy: { id: "asc" } })).map((row) => row.id);
}
