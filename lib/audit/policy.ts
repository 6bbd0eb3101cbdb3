import type { Actor, Role } from "@/lib/kernel/actor";
import type { Brand } from "@/lib/kernel/brand";

type ScopeFields = {
  /** A reason may speak of what a protected record holds, which an ADMIN never reads. */
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

/** An entry's data as the scope may read it. */
export const redactAuditData = (scope: AuditScope, data: Record<string, unknown>): Record<string, unknown> =>
  scope.seesReasons || !("reason" in data) ? data : { ...data, reason: null };
