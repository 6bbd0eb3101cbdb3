/** What a field said before and after. */
type FieldChange = { before: FieldValue; after: FieldValue };
type FieldValue = string | boolean | null | readonly string[];

/** Every event the audit keeps, with its own data. Closed: a new verb adds a member here. */
export type AuditEvent =
  | { event: "incident.logged" | "incident.edited"; data: { version: number; changed: string[] } }
  | { event: "incident.submitted" | "incident.claimed" | "incident.changesRequested" | "incident.approved" | "incident.rejected" | "incident.published" | "incident.held" | "incident.retracted" | "incident.retractionProposed" | "incident.correctionOpened" | "incident.corrected"; data: { version: number; from: string; to: string; reason?: string; verification?: string; approvals?: number; approvalsNeeded?: number } }
  | { event: "evidence.attached"; data: { version: number; evidence: number; sha256: string; bytes: number; mimeType: string; sensitivity: string } }
  | { event: "evidence.described"; data: { version: number; evidence: number; changes: Record<string, FieldChange> } }
  | { event: "evidence.withdrawn"; data: { version: number; evidence: number; sha256: string; reason: string } }
  | { event: "evidence.carried"; data: { version: number; evidence: number[]; carriedFrom: string } }
  | { event: "evidence.verified"; data: { checked: number; changed: number[]; missing: number[] } }
  | { event: "evidence.swept"; data: { objects: number; uploads: number } }
  | { event: "incident.exported"; data: { format: string; filter: Record<string, string[]>; rows: number } }
  | { event: "token.created"; data: { name: string; expiresAt: string } }
  | { event: "user.added"; data: { email: string; role: string } }
  | { event: "session.started"; data: { method: "password" } }
  | { event: "session.refused"; data: { email: string } }
  | { event: "reference.loaded"; data: { what: string; rows: number } }
  | { event: "agreement.loaded" | "obligation.loaded" | "milestone.recorded" | "source.registered" | "place.registered" | "discrepancy.recorded"; data: { key: string } };

export type AuditSubject = { type: "incident" | "evidence" | "user" | "token" | "agreement" | "obligation" | "milestone" | "source" | "place" | "discrepancy" | "export" | "reference"; id: string };
