import { sensitivityCodes } from "@/lib/codelists/sensitivity";
import { type IncidentScope, mayReadProtected } from "@/lib/incidents/policy";
import type { Actor, Role } from "@/lib/kernel/actor";
import { withoutAskedWords } from "@/lib/kernel/asked-filter";
import type { Brand } from "@/lib/kernel/brand";

/** No team has this number: who reads a mark for this team reads it for all. */
const noTeam = 0;

/** Marks of records from which nothing is withheld in a file for this reader, whichever team holds them and as long as no field bears a mark of its own. Source-protected ones never leave whole. */
export const openMarksOf = (scope: IncidentScope): string[] =>
  sensitivityCodes.filter((sensitivity) => sensitivity !== "S3_SOURCE_PROTECTED" && mayReadProtected(scope, { sensitivity, protectedFields: {}, teamId: noTeam }));

type LogFields = {
  /** Whose exports are shown; undefined for everybody's. */
  readonly actorId: number | undefined;
  /** Whose words in a filter are shown; undefined for everybody's. */
  readonly wordsOf: number | undefined;
};

/** Proof of whose exports a reader may see. Minted here only. */
export type ExportLogScope = Brand<LogFields, "ExportLogScope">;

const readsAll: ReadonlySet<Role> = new Set(["AUDITOR", "ADMIN"]);

/** Everybody sees what they took out themselves; who keeps watch over the data sees what anybody took out. */
export function exportLogScopeOf(actor: Actor): ExportLogScope {
  const fields: LogFields = { actorId: readsAll.has(actor.role) ? undefined : actor.userId, wordsOf: actor.role === "AUDITOR" ? undefined : actor.userId };
  return fields as ExportLogScope;
}

/** The filter of an export as the reader of the log may know it: the words that others look for may be taken from what an ADMIN never reads. */
export const filterShown = ({ wordsOf }: ExportLogScope, { actorId, filter }: { actorId: number; filter: Record<string, string[]> }): Record<string, string[]> =>
  wordsOf === undefined || wordsOf === actorId ? filter : withoutAskedWords(filter);
