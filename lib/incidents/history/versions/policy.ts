import { sensitivities, type Sensitivity } from "@/lib/codelists/sensitivity";
import type { IncidentView } from "../../domain/record";
import { maySee, readsAllEvidence, redact, type IncidentScope } from "../../policy";
import { stateOf, type Json, type RecordState } from "../domain/json";

/** What a record's public life consists of: the steps that are told to whoever may not see how it came about. */
export const publicEvents: readonly string[] = ["incident.published", "incident.corrected", "incident.retracted"];

/** A kept version before anything is withheld from it: what `redact` knows, and what the snapshot holds besides. */
export type KeptVersion = { readonly view: IncidentView; readonly extras: { readonly [key: string]: Json } };

/** The fields that `redact` answers for. One that is new in the view has to be named here, or the types don't fit. */
const viewFields: Readonly<Record<keyof IncidentView, true>> = {
  id: true, reference: true, version: true, createdAt: true, updatedAt: true, externalId: true, type: true, title: true, narrative: true, occurred: true, place: true,
  obligations: true, claims: true, casualties: true, observations: true, sources: true, evidence: true, severity: true, sensitivity: true, verification: true, flags: true, workflow: true,
  redacted: true, isDemonstration: true, notice: true, corrects: true,
};

/** Whether a field of a snapshot is the record's view, which has its redaction; all others are left out where anything is withheld. */
export const isOfView = (field: string): boolean => field in viewFields;

/** The record as it is now, as far as it decides who may read its past. */
export type RecordNow = { readonly teamId: number; readonly sensitivity: Sensitivity };

/** Whether the reader may know what a version held: drafts are for those who may see drafts. */
export const mayReadVersion = (scope: IncidentScope, record: Pick<RecordNow, "teamId">, { event }: { event: string }): boolean =>
  publicEvents.includes(event) || (scope.seesStaff && maySee(scope, { workflow: "DRAFT", teamId: record.teamId, wasPublished: false }));

const rank = (code: Sensitivity): number => sensitivities.findIndex((entry) => entry.code === code);
const strictest = (codes: readonly Sensitivity[]): Sensitivity => codes.reduce((strict, code) => (rank(code) > rank(strict) ? code : strict));

/** Who keeps the record and where it stands in the database is no content. */
const bookkeeping: ReadonlySet<string> = new Set(["id", "reference", "version", "contentVersion", "createdAt", "updatedAt", "authorId", "lastEditorId", "teamId", "redacted"]);

const contentOf = (snapshot: object): RecordState => stateOf(Object.fromEntries(Object.entries(snapshot as { [key: string]: Json }).filter(([key]) => !bookkeeping.has(key))));

/**
 * Versions as the reader may hold them against each other. All are redacted alike, by the strictest mark that any of them or the record of
 * today bears: what was withheld in one is not told by another, and the withholding itself shows as no change.
 */
export function readableStates(scope: IncidentScope, record: RecordNow, versions: readonly KeptVersion[]): { states: RecordState[]; isWithheld: boolean } {
  const mark = strictest([record.sensitivity, ...versions.map(({ view }) => view.sensitivity)]);
  const read = versions.map(({ view, extras }) => {
    // An item may have been protected since: its past is for those who may read all of the evidence today.
    const evidence = readsAllEvidence(scope, record) ? view.evidence : [];
    const redacted = redact(scope, { view: { ...view, evidence, sensitivity: mark }, teamId: record.teamId });
    // What is no part of the record's view has no redaction of its own: it is left out whole.
    return { ...(redacted.redacted ? {} : extras), ...redacted, sensitivity: view.sensitivity };
  });
  return { states: read.map(contentOf), isWithheld: read.some(({ redacted }) => redacted) };
}
