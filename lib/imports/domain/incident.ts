import { incidentTypeLabel, type IncidentType } from "@/lib/codelists/incident-type";
import { finding, resultOf } from "./reason";
import type { OpenRecord } from "./record";
import type { ImportedIncident, RowReason } from "./row";
import { readText } from "./text";

/** What a format makes of one record. */
export type Content = { readonly incident: ImportedIncident | null; readonly externalId: string | null; readonly reasons: readonly RowReason[] };

const mostNarrative = 20_000;
const mostTitle = 200;
const leastTitle = 3;

/** The text that tells what happened, letter by letter. */
export const narrativeOf = (record: OpenRecord, column: string): string => record.take(column, readText(record.text(column), mostNarrative));

/** The number that the file's maker gave the record. Marks that can't be seen are no part of it. */
export function externalIdOf(record: OpenRecord, column: string): string | null {
  const text = record.text(column);
  const id = record.take(column, readText(text, mostTitle)).replaceAll(/[\u200B\u200E\u200F\u2060\uFEFF\u202A-\u202E\u2066-\u2069\u00AD]/g, "").trim();
  if (id !== "") return id;
  record.say(column, finding("missing_external_id", "The record has no number of its own: a later import can't tell whether it is the same."));
  return null;
}

/** The record's title, or one made of what it is and where, for a file that gives none. */
export function titleOf(record: OpenRecord, column: string, { type, place }: { type: IncidentType | null; place: ImportedIncident["place"] }): string {
  const text = record.take(column, readText(record.text(column), mostTitle));
  if (text.length >= leastTitle) return text;
  if (text !== "") record.say(column, finding("title_too_short", `“${text}” is too short for a title; one is made from the type and the place.`));
  return madeTitle(type === null ? "Incident" : incidentTypeLabel(type), place.name);
}

export const madeTitle = (what: string, where: string | null): string => (where === null ? what : `${what}, ${where}`).slice(0, mostTitle).trim();

type Parts = Omit<ImportedIncident, "type" | "occurred"> & { readonly type: IncidentType | null; readonly occurred: ImportedIncident["occurred"] | undefined };

/**
 * The record's content, its keys in the order of canonical JSON, so that writing it out gives the text that the digest is made of. Null
 * where a reason refuses it, and where it has no type yet.
 */
export function contentOf(record: OpenRecord, parts: Parts): Content {
  const { reasons } = record;
  const { casualties, claims, externalId, narrative, obligations, observations, occurred, place, sensitivity, severity, sources, title, type } = parts;
  if (type === null || occurred === undefined || (reasons.length > 0 && resultOf(reasons) === "rejected")) return { incident: null, externalId, reasons };
  return { incident: { casualties, claims, externalId, narrative, obligations, observations, occurred, place, sensitivity, severity, sources, title, type }, externalId, reasons };
}
