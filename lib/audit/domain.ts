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
  | { event: "incident.exported"; data: { format: string; filter: Record<string, string[]>; rows: number } }
  | { event: "token.created"; data: { name: string; expiresAt: string } }
  | { event: "user.added"; data: { email: string; role: string } }
  | { event: "session.started"; data: { method: "password" } }
  | { event: "session.refused"; data: { email: string } }
  | { event: "reference.loaded"; data: { what: string; rows: number } }
  | { event: "source.registered"; data: { key: string } }
  | { event: "agreement.loaded" | "obligation.loaded" | "milestone.recorded" | "place.registered" | "discrepancy.recorded"; data: { key: string } };

export type AuditSubject = { type: "incident" | "user" | "token" | "agreement" | "obligation" | "milestone" | "source" | "place" | "discrepancy" | "export" | "reference"; id: string };
