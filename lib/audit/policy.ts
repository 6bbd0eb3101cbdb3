import type { Actor, Role } from "@/lib/kernel/actor";
import type { Brand } from "@/lib/kernel/brand";

type ScopeFields = {
  /** A reason, and what a field said before and after, may hold what is protected, which an ADMIN never reads. */
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

const withheldNames = ["reason", "changes"] as const;

/** An entry's data as the scope may read it. */
export function redactAuditData(scope: AuditScope, data: Record<string, unknown>): Record<string, unknown> {
  const withheld = scope.seesReasons ? [] : withheldNames.filter((name) => name in data);
  return withheld.length === 0 ? data : { ...data, ...Object.fromEntries(withheld.map((name) => [name, null])) };
}
