import { sensitivityCodes } from "@/lib/codelists/sensitivity";
import { type IncidentScope, mayReadProtected } from "@/lib/incidents/policy";
import type { Actor, Role } from "@/lib/kernel/actor";
import type { Brand } from "@/lib/kernel/brand";

/** No team has this number: who reads a mark for this team reads it for all. */
const noTeam = 0;

/** Marks of records from which nothing is withheld in a file for this reader, whichever team holds them and as long as no field bears a mark of its own. Source-protected ones never leave whole. */
export const openMarksOf = (scope: IncidentScope): string[] =>
  sensitivityCodes.filter((sensitivity) => sensitivity !== "S3_SOURCE_PROTECTED" && mayReadProtected(scope, { sensitivity, protectedFields: {}, teamId: noTeam }));

type LogFields = {
  /** Whose exports are shown; undefined for everybody's. */
  readonly actorId: number | undefined;
};

/** Proof of whose exports a reader may see. Minted here only. */
export type ExportLogScope = Brand<LogFields, "ExportLogScope">;

const readsAll: ReadonlySet<Role> = new Set(["AUDITOR", "ADMIN"]);

/** Everybody sees what they took out themselves; who keeps watch over the data sees what anybody took out. */
export function exportLogScopeOf(actor: Actor): ExportLogScope {
  const fields: LogFields = { actorId: readsAll.has(actor.role) ? undefined : actor.userId };
  return fields as ExportLogScope;
}
