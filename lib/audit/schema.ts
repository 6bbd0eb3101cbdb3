import { z } from "zod";
import { auditSeal } from "./chain/schema";
import type { AuditEvent, AuditSubject } from "./domain";

/** What each event is called on screen. A new event gets its words here, or the types don't fit. */
export const auditEventLabels: Record<AuditEvent["event"], string> = {
  "incident.logged": "Incident logged",
  "incident.edited": "Incident edited",
  "incident.submitted": "Submitted for review",
  "incident.claimed": "Taken into review",
  "incident.changesRequested": "Changes requested",
  "incident.approved": "Approval given",
  "incident.rejected": "Rejected",
  "incident.published": "Published",
  "incident.held": "Put on hold",
  "incident.retracted": "Retracted",
  "incident.retractionProposed": "Retraction proposed",
  "incident.correctionOpened": "Correction opened",
  "incident.corrected": "Replaced by a correction",
  "incident.mergedInto": "Merged into another record",
  "incident.mergeReceived": "Another record merged into it",
  "incident.mergeUndone": "Merge undone",
  "incident.related": "Relation to another record decided",
  "incident.relationUndone": "Relation to another record undone",
  "incident.commented": "Commented on",
  "incident.dissented": "Dissent recorded",
  "incident.levelLowered": "Level lowered",
  "source.graded": "Source graded",
  "source.derived": "Source said to rest on another",
  "source.withdrawn": "Source withdrawn",
  "correction.filed": "Correction or reply asked for",
  "correction.decided": "Decided on a request to correct",
  "correction.withdrawn": "Request to correct taken back",
  "evidence.attached": "Evidence attached",
  "evidence.described": "Evidence described anew",
  "evidence.withdrawn": "Evidence withdrawn",
  "evidence.mismatchFound": "File found to differ from the claims",
  "evidence.mismatchUndone": "Finding on a file taken back",
  "evidence.carried": "Evidence carried over",
  "evidence.verified": "Evidence hashed again",
  "evidence.swept": "Unneeded files removed",
  "incident.exported": "List exported",
  "import.uploaded": "File brought in",
  "import.committed": "Import written",
  "import.sealed": "Versions of an import sealed",
  "import.sourcesRegistered": "Sources registered by an import",
  "import.undone": "Import undone",
  "import.cancelled": "Import cancelled",
  "import.mappingSaved": "Mapping of a source saved",
  "token.created": "API token created",
  "user.added": "Account added",
  "job.givenUp": "Job given up after its last attempt",
  "session.started": "Signed in",
  "session.refused": "Sign-in refused",
  "reference.loaded": "Reference data loaded",
  "agreement.imported": "Agreement imported from a file",
  "agreement.extended": "Added to an agreement",
  "agreement.completed": "Part of an agreement completed",
  "agreement.loaded": "Agreement loaded",
  "obligation.loaded": "Obligation loaded",
  "milestone.recorded": "Milestone recorded",
  "source.registered": "Source registered",
  "place.registered": "Place registered",
  "discrepancy.recorded": "Discrepancy recorded",
  "rules.recorded": "Rules recorded",
  "status.decided": "Status decided",
  "status.confirmed": "Status decision confirmed",
  "status.rejected": "Status decision rejected",
  "report.requested": "Report asked for",
  "report.made": "Report made",
  "report.taken": "Report taken out",
};

/** What an event is about, in words. */
export const auditSubjectLabels: Record<AuditSubject["type"], string> = {
  incident: "Incident",
  evidence: "Evidence",
  user: "Account",
  token: "API token",
  agreement: "Agreement",
  obligation: "Obligation",
  milestone: "Milestone",
  source: "Source",
  place: "Place",
  discrepancy: "Discrepancy",
  export: "Export",
  reference: "Reference data",
  ruleSet: "Rules",
  job: "Job",
  import: "Import",
  importMapping: "Mapping of a source",
  report: "Report",
};

const keysOf = <K extends string>(labels: Record<K, string>): K[] => Object.keys(labels) as K[];

/** A page's last id, as callers hand it back. They needn't know what is in it. */
export const auditCursorOf = (id: bigint): string => btoa(`audit:${id}`).replace(/=+$/, "");

const cursorField = z.string().transform((text, context): bigint => {
  const id = /^[\w+/-]{1,60}$/.test(text) ? /^audit:(\d{1,18})$/.exec(decoded(text))?.[1] : undefined;
  if (id !== undefined) return BigInt(id);
  context.addIssue({ code: "custom", message: `"${text.slice(0, 60)}" is not a cursor of this list; take it from \`nextCursor\`.` });
  return z.NEVER;
});

function decoded(text: string): string {
  try {
    return atob(text);
  } catch {
    // Not base64, so not one of ours: the caller learns it from the check of what is inside.
    return "";
  }
}

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: (issue) => `${JSON.stringify(issue.input)} is not a whole number.` })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error: (issue) => `${String(issue.input)} is not between ${least} and ${most}.` });

const known = <K extends string>(labels: Record<K, string>) =>
  z.enum(keysOf(labels) as [K, ...K[]], { error: (issue) => `${JSON.stringify(issue.input)} is not one of ${keysOf(labels).join(", ")}.` });

/** The audit's filters, as they stand in an address. */
export const auditFilter = z
  .strictObject({
    subject: known(auditSubjectLabels).optional().meta({ description: "What the event is about." }),
    subjectId: z.string().min(1).max(200).optional().meta({ description: "Its id; together with `subject`." }),
    event: known(auditEventLabels).optional(),
    actor: wholeNumber(1, 999_999_999).optional().meta({ description: "The user who did it." }),
    cursor: cursorField.optional().meta({ description: "`nextCursor` of the page before." }),
    limit: wholeNumber(1, 500).default(50).meta({ description: "Entries on a page; at most 500." }),
  })
  .refine(({ subject, subjectId }) => subjectId === undefined || subject !== undefined, { path: ["subject"], error: "Say what the id is of: choose a subject as well." });
export type AuditFilter = z.output<typeof auditFilter>;

/** One entry as it is read. */
export const auditEntryView = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    actor: z.object({ id: z.int(), name: z.string(), email: z.string() }).nullable().meta({ description: "null where nobody was signed in." }),
    event: z.string(),
    subject: z.object({ type: z.string(), id: z.string() }),
    data: z.record(z.string(), z.unknown()),
    seal: auditSeal.nullable().meta({ description: "The entry's link in the chain; null where the chain has none, which `verify` reports." }),
  })
  .meta({ id: "AuditEntry" });
export type AuditEntryView = z.output<typeof auditEntryView>;

export const auditPage = z.object({ items: z.array(auditEntryView), nextCursor: z.string().nullable() });
export type AuditPage = z.output<typeof auditPage>;
