import { complianceStateLabel } from "@/lib/codelists/compliance-state";
import { decisionCommandLabel } from "@/lib/codelists/decision-command";
import { correctionAimLabel, correctionKindLabel, correctionOutcomeLabel } from "@/lib/codelists/correction";
import { duplicateRelationLabel } from "@/lib/codelists/duplicate-relation";
import { redactionProfileLabel } from "@/lib/codelists/redaction-profile";
import { reportKindLabel } from "@/lib/codelists/report-kind";
import { sourceDerivationLabel } from "@/lib/codelists/source-derivation";
import { sourceTopicLabel } from "@/lib/codelists/source-topic";
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
  const folders: Readonly<Record<string, string>> = { incident: "/incidents", report: "/reports", agreement: "/agreements", obligation: "/obligations" };
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
  task: (task) => `“${text(task)}”`,
  attempts: (attempts) => `after ${text(attempts)} attempts`,
  role: (role) => `role ${text(role)}`,
  name: (name) => `“${text(name)}”`,
  decision: (decision) => `decision ${text(decision)}`,
  command: (command) => decisionCommandLabel(text(command)).toLowerCase(),
  asOf: (day) => `for ${text(day)}`,
  proposed: (state) => `proposed: ${complianceStateLabel(text(state))}`,
  decided: (state) => (state === null ? "" : `decided: ${complianceStateLabel(text(state))}`),
  rules: (version) => `by rules ${text(version)}`,
  isWaiting: (isWaiting) => (isWaiting === true ? "waits for a second reviewer" : "in force at once"),
  windowDays: (days) => `window ${text(days)} days`,
  coverageShareNeeded: (share) => `coverage needed ${text(share)}`,
  figureMaxAgeDays: (days) => `figures up to ${text(days)} days old`,
  basedOn: (version) => `compared with ${text(version)}`,
  topic: (topic) => `on ${sourceTopicLabel(text(topic)).toLowerCase()}`,
  reliability: (letter) => `reliability ${text(letter)}`,
  derivation: (derivation) => sourceDerivationLabel(text(derivation)).toLowerCase(),
  root: (root) => (root === null ? "" : `rests on source no. ${text(root)}`),
  comment: (number) => `comment ${text(number)}`,
  request: (request) => text(request),
  aim: (aim) => correctionAimLabel(text(aim)).toLowerCase(),
  kind: (kind) => correctionKindLabel(reportKindLabel(text(kind))).toLowerCase(),
  outcome: (outcome) => correctionOutcomeLabel(text(outcome)).toLowerCase(),
  other: (other) => text(other),
  records: (count) => `resting on ${text(count)} records`,
  period: (period) => text(period).replace("/", " to "),
  profile: (profile) => `profile ${redactionProfileLabel(text(profile)).toLowerCase()}`,
  as: (form) => `as ${text(form)}`,
  relation: (relation) => duplicateRelationLabel(text(relation)),
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
