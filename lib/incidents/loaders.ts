import { notFound } from "next/navigation";
import { requireActor } from "@/lib/auth/session";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import type { FieldError } from "@/lib/kernel/refusal";
import type { Verification } from "@/lib/codelists/verification";
import { isRowId } from "@/lib/kernel/row-id";
import { countApprovals, type Decision, type Tally } from "./approvals/queries";
import { whoMayDecide } from "./domain/approvals";
import type { IncidentView } from "./domain/record";
import { neutralSentence } from "./domain/sentence";
import { verificationCeiling, type Ceiling } from "./domain/verification";
import { stateAfterEdit, type Command } from "./domain/workflow";
import { type FilterChoices, listFilterChoices } from "./filter/choices/queries";
import { listFormChoices, type FormChoices } from "./form/queries";
import { namesIn, reviewersInOffice, staffNames, type RecordNames } from "./names/queries";
import { isOwnWork, mayEditNow, mayLogIncident, offeredCommands, redact, scopeOf, type IncidentScope } from "./policy";
import { countIncidents, findStoredRecord, listIncidentHistory, listIncidents, type HistoryEntry, type IncidentListItem } from "./queries";
import type { StoredRecord } from "./record/queries";
import { entryInputOf, filterFromSearchParams, type IncidentInput, type Words } from "./schema";
import { understood } from "./words/queries";

export type IncidentListPage = {
  items: IncidentListItem[];
  nextCursor: string | null;
  count: number;
  notOnMap: number;
  /** What is wrong with the address; the list is empty then. */
  errors: FieldError[];
  choices: FilterChoices;
  mayLog: boolean;
  /** How the words begin that were looked for; undefined where no text was given. */
  words?: Pick<Words, "beginnings" | "isLoose"> | undefined;
};

/** One page of the list with its counts, and what its filters offer. */
export async function loadIncidentList(searchParams: URLSearchParams): Promise<IncidentListPage> {
  const actor = await requireActor();
  const scope = scopeOf(actor);
  const shared = { choices: await listFilterChoices(scope), mayLog: mayLogIncident(actor) };
  const filter = filterFromSearchParams(searchParams);
  if (!filter.ok) return { ...shared, items: [], nextCursor: null, count: 0, notOnMap: 0, errors: filter.refusal.kind === "invalid" ? filter.refusal.errors : [] };
  const asked = await understood(scope, filter.value);
  const [page, counts] = await Promise.all([listIncidents(scope, asked), countIncidents(scope, asked)]);
  return { ...shared, ...page, ...counts, errors: [], words: asked.words && { beginnings: asked.words.beginnings, isLoose: asked.words.isLoose } };
}

export type IncidentPage = {
  incident: IncidentView;
  sentence: string;
  allowed: Command[];
  mayEdit: boolean;
  /** The reader wrote or last edited it, and so can't decide on it. */
  isOwnWork: boolean;
  ceiling: Ceiling;
  /** It is public, or was. */
  wasPublished: boolean;
  approvals: Tally;
  /** Who has decided on this content, and who may still; empty for readers who are shown no names of staff. */
  decisions: NamedDecision[];
  mayDecide: string[];
  history: HistoryEntry[];
  names: RecordNames;
  /** On what a reference record rests, and the compilers' note. */
  confidence: string | null;
  note: string | null;
  /** Terms that forbid passing it on. */
  restriction: string | null;
  author: string | null;
  lastEditor: string | null;
  claimedBy: string | null;
  redacted: boolean;
};

/** One record with everything its page shows; not found where the reader may not know of it. */
export async function loadIncident(id: number): Promise<IncidentPage> {
  const actor = await requireActor();
  const scope = scopeOf(actor);
  const record = isRowId(id) ? await findStoredRecord(scope, id) : undefined;
  if (!record) notFound();
  const { facts, ledger } = record;
  const incident = redact(scope, record);
  const [standing, history, names, staff] = await Promise.all([countApprovals(record), listIncidentHistory(scope, id), namesIn(incident), staffOf(scope, record)]);
  const { decisions, ...approvals } = standing;
  return {
    incident,
    sentence: neutralSentence(ledger),
    allowed: offeredCommands(actor, facts, decisions.map((decision) => decision.by)),
    mayEdit: mayEditNow(actor, facts),
    ...(await decidersOf(scope, record, decisions)),
    isOwnWork: isOwnWork(actor, facts),
    ceiling: verificationCeiling(ledger),
    wasPublished: facts.wasPublished,
    approvals,
    history: history ?? [],
    names,
    confidence: record.reference.confidence,
    note: incident.redacted ? null : record.reference.note,
    restriction: facts.restriction ?? null,
    ...staff,
    redacted: incident.redacted,
  };
}

export type NamedDecision = { by: string; at: string; verification: Verification | null };

/** Who has decided and who may be next, by name. */
async function decidersOf({ seesStaff }: IncidentScope, { facts }: StoredRecord, decisions: readonly Decision[]): Promise<Pick<IncidentPage, "decisions" | "mayDecide">> {
  if (!seesStaff) return { decisions: [], mayDecide: [] };
  const reviewers = await reviewersInOffice();
  const names = await staffNames(decisions.map((decision) => decision.by));
  return {
    decisions: decisions.map(({ by, ...decision }) => ({ ...decision, by: names.get(by) ?? "Somebody" })),
    mayDecide: whoMayDecide(reviewers, facts, decisions.map((decision) => decision.by)).map((reviewer) => reviewer.name),
  };
}

/** Who worked on the record; a reader of data only is shown no names of staff. */
async function staffOf(scope: IncidentScope, { facts, claimedById }: StoredRecord): Promise<Pick<IncidentPage, "author" | "lastEditor" | "claimedBy">> {
  if (!scope.seesStaff) return { author: null, lastEditor: null, claimedBy: null };
  const names = await staffNames([facts.authorId, facts.lastEditorId, claimedById]);
  const nameOf = (id: number | null): string | null => (id === null ? null : (names.get(id) ?? null));
  return { author: nameOf(facts.authorId), lastEditor: nameOf(facts.lastEditorId), claimedBy: nameOf(claimedById) };
}

export type IncidentFormPage = {
  choices: FormChoices;
  userId: number;
  today: string;
  record?: { id: number; version: number; input: IncidentInput; /** Saving starts the review anew. */ reopensReview: boolean };
};

/** The form's choices, and the record where one is edited; not found for whoever may not write it. */
export async function loadIncidentForm(id?: number): Promise<IncidentFormPage> {
  const actor = await requireActor();
  if (!mayLogIncident(actor)) notFound();
  const page = { choices: await listFormChoices(), userId: actor.userId, today: utcDayOf(new Date()) };
  if (id === undefined) return page;
  const scope = scopeOf(actor);
  const record = isRowId(id) ? await findStoredRecord(scope, id) : undefined;
  if (!record || !mayEditNow(actor, record.facts)) notFound();
  const { workflow } = record.facts;
  return { ...page, record: { id, version: record.version, input: entryInputOf(record.view), reopensReview: stateAfterEdit(workflow) !== workflow || workflow === "SUBMITTED" } };
}
