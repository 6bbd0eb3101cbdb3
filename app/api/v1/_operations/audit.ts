import { auditVerdict } from "@/lib/audit/chain/schema";
import { auditFilter, auditPage } from "@/lib/audit/schema";
import { noBody, noParams, noQuery, operation } from "@/lib/server/operation";

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

export const verifyAuditChain = operation({
  id: "verifyAudit",
  method: "GET",
  path: "/audit/verify",
  tag: "Audit",
  summary: "Recompute the audit's chain and hold it against the anchors",
  description: "For auditors and administrators. Answers 200 whether or not the chain is intact; `isIntact` says so, and `fault` names the first bad row.",
  params: noParams,
  query: noQuery,
  body: noBody,
  answers: { 200: { description: "What was found.", schema: auditVerdict } },
  problems: [403],
});
