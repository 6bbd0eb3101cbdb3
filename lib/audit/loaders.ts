import { notFound } from "next/navigation";
import { requireActor } from "@/lib/auth/session";
import type { FieldError } from "@/lib/kernel/refusal";
import { auditScopeOf } from "./policy";
import { listAuditEntries } from "./queries";
import { auditFilter, type AuditFilter, type AuditPage } from "./schema";

export type AuditSearch = Record<string, string | string[] | undefined>;
export type AuditPageView = { search: Record<string, string>; filter: AuditFilter | undefined; errors: FieldError[]; page: AuditPage };

/** A page of the audit by the filters in the address. Whoever may not read it finds no such page. */
export async function loadAudit(searchParams: AuditSearch): Promise<AuditPageView> {
  const scope = auditScopeOf(await requireActor());
  if (!scope) notFound();
  const search = filledIn(searchParams);
  const parsed = auditFilter.safeParse(search);
  if (parsed.success) return { search, filter: parsed.data, errors: [], page: await listAuditEntries(scope, parsed.data) };
  const errors = parsed.error.issues.map((issue) => ({ path: issue.path.join("."), code: issue.code, message: issue.message }));
  return { search, filter: undefined, errors, page: { items: [], nextCursor: null } };
}

/** A form sends its empty fields too; they filter nothing. Of a repeated name the last counts, as in a form. */
function filledIn(searchParams: AuditSearch): Record<string, string> {
  const entries = Object.entries(searchParams).map(([name, value]) => [name, (Array.isArray(value) ? value.at(-1) : value)?.trim() ?? ""] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ""));
}
