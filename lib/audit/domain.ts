/** A value as the audit keeps it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
/** What a field said before and after. */
type FieldChange = { before: FieldValue; after: FieldValue };
type FieldValue = string | boolean | null | readonly string[];

/** Every event the audit keeps, with its own data. Closed: a new verb adds a member here. */
export type AuditEvent =
  | { event: "incident.logged" | "incident.edited"; data: { version: number; changed: string[] } }
  | { event: "incident.submitted" | "incident.claimed" | "incident.changesRequested" | "incident.approved" | "incident.rejected" | "incident.published" | "incident.held" | "incident.retracted" | "incident.retractionProposed" | "incident.correctionOpened" | "incident.corrected" | "incident.mergedInto" | "incident.mergeReceived" | "incident.mergeUndone" | "incident.levelLowered"; data: { version: number; from: string; to: string; reason?: string; verification?: string; approvals?: number; approvalsNeeded?: number; other?: string } }
  | { event: "incident.related" | "incident.relationUndone"; data: { other: string; relation: string; reason: string } }
  | { event: "incident.commented" | "incident.dissented"; data: { comment: number } }
  | { event: "source.graded"; data: { key: string; topic: string; reliability: string; reason: string } }
  | { event: "source.derived"; data: { key: string; derivation: string; root: number | null; reason: string } }
  | { event: "source.withdrawn"; data: { key: string; reason: string } }
  | { event: "correction.filed"; data: { request: string; aim: string; kind: string } }
  | { event: "correction.decided"; data: { request: string; outcome: string; reason: string } }
  | { event: "correction.withdrawn"; data: { request: string; reason: string } }
  | { event: "evidence.attached"; data: { version: number; evidence: number; sha256: string; bytes: number; mimeType: string; sensitivity: string } }
  | { event: "evidence.described"; data: { version: number; evidence: number; changes: Record<string, FieldChange> } }
  | { event: "evidence.withdrawn"; data: { version: number; evidence: number; sha256: string; reason: string } }
  | { event: "evidence.mismatchFound" | "evidence.mismatchUndone"; data: { version: number; evidence: number; reason: string } }
  | { event: "evidence.carried"; data: { version: number; evidence: number[]; carriedFrom: string } }
  | { event: "evidence.verified"; data: { checked: number; changed: number[]; missing: number[] } }
  | { event: "evidence.swept"; data: { objects: number; uploads: number } }
  | { event: "incident.exported"; data: { format: string; filter: Record<string, string[]>; rows: number } }
  | { event: "token.created"; data: { name: string; expiresAt: string } }
  | { event: "user.added"; data: { email: string; role: string } }
  | { event: "job.givenUp"; data: { task: string; attempts: number } }
  | { event: "session.started"; data: { method: "password" } }
  | { event: "session.refused"; data: { email: string } }
  | { event: "reference.loaded"; data: { what: string; rows: number } }
  | { event: "import.uploaded"; data: { file: string; bytes: number; sha256: string } }
  | { event: "import.committed"; data: { created: number; updated: number; sources: number; sha256: string; workflow: string; restriction: string | null } }
  | { event: "import.sealed"; data: { bundle: number; records: number } }
  | { event: "import.sourcesRegistered"; data: { sources: number[] } }
  | { event: "import.undone"; data: { removed: number; restored: number; reason: string } }
  | { event: "import.cancelled"; data: { status: string } }
  | { event: "import.mappingSaved"; data: { source: string; version: number } }
  | { event: "source.registered"; data: { key: string } }
  | { event: "agreement.imported"; data: { key: string; outcome: "CREATED" | "EXTENDED"; formatVersion: number; digest: string } }
  | { event: "agreement.extended"; data: { key: string; part: string; added: Json } }
  | { event: "agreement.completed"; data: { key: string; part: string; before: Json; after: Json } }
  | { event: "agreement.loaded" | "obligation.loaded" | "milestone.recorded" | "place.registered" | "discrepancy.recorded"; data: { key: string } }
  | { event: "rules.recorded"; data: { windowDays: number; coverageShareNeeded: number; figureMaxAgeDays: number; basedOn: string; reason: string } }
  | { event: "status.decided"; data: { decision: number; command: string; asOf: string; proposed: string; decided: string | null; rules: string; isWaiting: boolean; reason: string } }
  | { event: "report.requested"; data: { kind: string; profile: string; period: string; asOf: string } }
  | { event: "report.made"; data: { sha256: string; records: number; profile: string } }
  | { event: "report.taken"; data: { as: string; profile: string } }
  | { event: "status.confirmed" | "status.rejected"; data: { decision: number; reason?: string } };

export type AuditSubject = { type: "incident" | "evidence" | "user" | "token" | "agreement" | "obligation" | "milestone" | "source" | "place" | "discrepancy" | "export" | "reference" | "ruleSet" | "job" | "import" | "importMapping" | "report"; id: string };
