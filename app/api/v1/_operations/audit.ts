import { auditFilter, auditPage } from "@/lib/audit/schema";
import { noBody, noParams, operation } from "@/lib/server/operation";

export const listAudit = operation({
  id: "listAudit",
  method: "GET",
  path: "/audit",
  tag: "Audit",
  summary: "Who did what and when, newest first",
  description: "For auditors and administrators.",
  params: noParams,
  query: auditFilter,
  body: noBody,
  answers: { 200: { description: "A page of entries.", schema: auditPage } },
  problems: [403],
});
