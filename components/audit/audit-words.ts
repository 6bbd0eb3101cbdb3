import { verificationLabel } from "@/lib/codelists/verification";
import { workflowStateLabel } from "@/lib/codelists/workflow";
import { auditEventLabels, auditSubjectLabels, type AuditEntryView } from "@/lib/audit/schema";

const labelIn = (labels: Readonly<Record<string, string>>, code: string): string => labels[code] ?? code;

export const eventInWords = (event: string): string => labelIn(auditEventLabels, event);

/** The code by which people know the subject, where it has one beside its number. */
const codeOf = ({ subject, data }: Pick<AuditEntryView, "subject" | "data">): string => (typeof data["key"] === "string" ? data["key"] : subject.id);

export const subjectInWords = (entry: Pick<AuditEntryView, "subject" | "data">): string => `${labelIn(auditSubjectLabels, entry.subject.type)} ${codeOf(entry)}`;

/** Where the subject has a page of its own. Agreements and obligations are addressed by code. */
export function subjectHref(entry: Pick<AuditEntryView, "subject" | "data">): string | undefined {
  const folders: Readonly<Record<string, string>> = { incident: "/incidents", agreement: "/agreements", obligation: "/obligations" };
  const folder = folders[entry.subject.type];
  return folder === undefined ? undefined : `${folder}/${encodeURIComponent(codeOf(entry))}`;
}

type Phrase = (value: unknown, data: AuditEntryView["data"]) => string;

const text = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value));

const phrases: Readonly<Record<string, Phrase>> = {
  from: (from, { to }) => `${workflowStateLabel(text(from))} → ${workflowStateLabel(text(to))}`,
  to: () => "",
  version: (version) => `version ${text(version)}`,
  changed: (fields) => (Array.isArray(fields) && fields.length > 0 ? `changed: ${fields.map(text).join(", ")}` : ""),
  verification: (level) => `verification: ${verificationLabel(text(level))}`,
  approvals: (given, { approvalsNeeded }) => `${text(given)} of ${text(approvalsNeeded)} approvals`,
  approvalsNeeded: () => "",
  reason: (reason) => (reason === null ? "reason withheld" : `reason: “${text(reason)}”`),
  evidence: (ids) => `evidence ${Array.isArray(ids) ? ids.map(text).join(", ") : text(ids)}`,
  sha256: (hash) => `SHA-256 ${text(hash).slice(0, 12)}…`,
  changes: (changes) => (changes === null ? "what was changed is withheld" : `changed: ${Object.keys(Object(changes) as object).join(", ")}`),
  rows: (rows) => `${text(rows)} rows`,
  format: (format) => `as ${text(format).toUpperCase()}`,
  filter: (filter) => filterInWords(filter),
  expiresAt: (at) => `valid until ${text(at).slice(0, 10)}`,
  method: (method) => `by ${text(method)}`,
  email: (email) => text(email),
  role: (role) => `role ${text(role)}`,
  name: (name) => `“${text(name)}”`,
  // Shown as the subject.
  key: () => "",
  what: (what) => text(what),
};

function filterInWords(filter: unknown): string {
  if (typeof filter !== "object" || filter === null) return "";
  const parts = Object.entries(filter).map(([name, values]) => `${name} ${Array.isArray(values) ? values.map(text).join(" or ") : text(values)}`);
  return parts.length === 0 ? "without a filter" : `filtered by ${parts.join(", ")}`;
}

/** What the entry says beyond its event and subject. Data that has no words yet is shown as it is kept. */
export function detailInWords(data: AuditEntryView["data"]): string {
  return Object.entries(data)
    .map(([name, value]) => phrases[name]?.(value, data) ?? `${name}: ${text(value)}`)
    .filter((part) => part !== "")
    .join("; ");
}
