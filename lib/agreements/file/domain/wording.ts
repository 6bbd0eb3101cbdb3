import type { FieldError } from "@/lib/kernel/refusal";
import type { Addition, Difference, Owner } from "../../domain/changes";
import { type Fields, isFields, keyOf } from "../../domain/parts";
import type { AddedPart, FileProblem } from "./report";

const longestShown = 300;

/** A value as it is shown beside another: JSON, cut where it is long. */
export function shownValue(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
  return text.length > longestShown ? `${text.slice(0, longestShown - 1)}…` : text;
}

/** A difference from the record as a problem of the file: what is on record, what the file has, and what to do. */
export function problemOfDifference(difference: Difference, what: string): FileProblem {
  const onRecord = shownValue(difference.onRecord);
  const { path } = difference;
  if (difference.is === "removed") return { path, code: "removed", message: `${what} has this on record and the file does not; what is on record is not taken back by an import: ${onRecord}`, onRecord, inFile: "" };
  const inFile = shownValue(difference.inFile);
  return { path, code: "changed", message: `${what} is on record with another value, which an import does not overwrite. On record: ${onRecord}. In the file: ${inFile}.`, onRecord, inFile };
}

const partWords: Record<string, string> = {
  obligations: "duty", deadlines: "due date", interpretations: "reading", coverage: "coverage", textVersions: "text version", clauses: "clause", links: "link", sources: "source", dependsOn: "dependency", outcomes: "account of what became of it",
};

const nameFields: Record<string, readonly string[]> = {
  obligations: ["code", "title"], deadlines: ["dueOn", "origin"], interpretations: ["holder"], coverage: ["observer", "fromOn", "level"], textVersions: ["key", "publisher"], clauses: ["number", "title"], links: ["relation", "to"], outcomes: ["kind", "occurredOn"],
};

/** An addition in a few words: what is added to what. */
export function wordsOfAddition(addition: Addition): AddedPart {
  const { path, part, owner } = addition;
  const row = addition.is === "added" ? addition.row : addition.to;
  const named = isFields(row) ? nameOf(row, nameFields[part] ?? []) : String(row);
  const verb = addition.is === "added" ? "New" : "Completed";
  return { path, what: `${verb} ${partWords[part] ?? part}${ofOwner(owner)}: ${named}` };
}

const nameOf = (row: Fields, fields: readonly string[]): string => keyOf(row, fields.filter((field) => row[field] !== undefined));
const ofOwner = (owner: Owner): string => (owner === null ? "" : ` of ${owner.key}`);

/** Paths that lead into the agreement, as they stand in the file. */
export const withinAgreement = (error: FieldError): FieldError => ({ ...error, path: error.path === "" ? "agreement" : `agreement.${error.path}` });
