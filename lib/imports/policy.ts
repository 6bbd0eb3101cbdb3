import { rightsOf } from "@/lib/incidents/policy";
import type { ImportCommand } from "./run/domain";
import type { Actor } from "@/lib/kernel/actor";
import type { Brand } from "@/lib/kernel/brand";

type ScopeFields = { readonly teamId: number; readonly reach: "TEAM" | "ALL" };

/** Whose imports somebody may read. Minted here only. */
export type ImportScope = Brand<ScopeFields, "ImportScope">;

/** An import as policy sees it. */
export type ImportFacts = { readonly authorId: number; readonly teamId: number; readonly restriction: string | null };

/** The reach of an actor's reading of imports: that of drafts. Undefined for roles that see none. */
export function importScopeOf(actor: Actor): ImportScope | undefined {
  const { unpublished } = rightsOf[actor.role];
  if (unpublished === "NONE") return undefined;
  const fields: ScopeFields = { teamId: actor.teamId, reach: unpublished };
  return fields as ImportScope;
}

/** Whether the import may be known of. What comes under terms that forbid passing it on is its team's alone. */
export const maySeeImport = (scope: ImportScope, run: ImportFacts): boolean => run.teamId === scope.teamId || (scope.reach === "ALL" && run.restriction === null);

/** Whoever logs incidents may bring in a file of them. */
export const mayImport = (actor: Actor): boolean => rightsOf[actor.role].mayWrite;

const takenBack: readonly ImportCommand[] = ["undo", "cancel"];

/**
 * Why the actor may not give `command` to this import; undefined where nothing stands against it. It is its importer's: the records bear
 * that person's name. A reviewer of the team may also take one back or stop it.
 */
export function whyNotImportCommand(actor: Actor, command: ImportCommand, run: ImportFacts): string | undefined {
  if (!mayImport(actor)) return `Your role, ${actor.role}, does not import.`;
  if (run.authorId === actor.userId) return undefined;
  if (takenBack.includes(command) && actor.role === "REVIEWER" && run.teamId === actor.teamId) return undefined;
  return "This is somebody else's import: its records would bear their name.";
}
