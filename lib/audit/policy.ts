import type { Actor, Role } from "@/lib/kernel/actor";
import { withoutAskedWords } from "@/lib/kernel/asked-filter";
import type { Brand } from "@/lib/kernel/brand";

type ScopeFields = {
  /** A reason, what a field said before and after, and the words of a filter may hold what is protected, which an ADMIN never reads. */
  readonly seesReasons: boolean;
};

/** Proof that the reader may read the audit, and how much of it. Minted here only. */
export type AuditScope = Brand<ScopeFields, "AuditScope">;

const readers: ReadonlySet<Role> = new Set(["AUDITOR", "ADMIN"]);

/** Whether the audit is this person's to read. */
export const mayReadAudit = (actor: Actor): boolean => readers.has(actor.role);

/** The scope of someone who may read the audit; nothing for everybody else. */
export function auditScopeOf(actor: Actor): AuditScope | undefined {
  const fields: ScopeFields = { seesReasons: actor.role === "AUDITOR" };
  return mayReadAudit(actor) ? (fields as AuditScope) : undefined;
}

const withheldNames: readonly string[] = ["reason", "changes"];

/** An entry's data as the scope may read it. */
export function redactAuditData(scope: AuditScope, data: Record<string, unknown>): Record<string, unknown> {
  if (scope.seesReasons) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, withheldNames.includes(name) ? null : name === "filter" ? withoutWords(value) : value]));
}

const isFilter = (value: unknown): value is Record<string, string[]> => typeof value === "object" && value !== null && Object.values(value).every((values) => Array.isArray(values));
/** A filter of a shape that is not known is not shown at all. */
const withoutWords = (filter: unknown): Record<string, string[]> | null => (isFilter(filter) ? withoutAskedWords(filter) : null);
