import { auditScopeOf } from "@/lib/audit/policy";
import { listAuditEntries } from "@/lib/audit/queries";
import { forbidden } from "@/lib/kernel/refusal";
import { ok, refuse } from "@/lib/kernel/result";
import { jsonRoute } from "@/lib/server/json-route";
import { listAudit } from "../_operations/audit";

export const GET = jsonRoute(listAudit, async ({ actor, query }) => {
  const scope = auditScopeOf(actor);
  if (!scope) return refuse(forbidden("The audit is for auditors and administrators."));
  return ok({ body: await listAuditEntries(scope, query) });
});
