import { isProtected } from "@/lib/codelists/sensitivity";
import { publicWorkflowStates } from "@/lib/codelists/workflow";
import { type Actor, actorOf, type Role } from "@/lib/kernel/actor";
import type { Brand } from "@/lib/kernel/brand";
import type { IncidentView, RecordFacts } from "./domain/record";
import { commandsFrom, stateAfterEdit, type Command } from "./domain/workflow";

type Reach = "NONE" | "TEAM" | "ALL";
type Rights = {
  /** Records that are not public: whose. */
  readonly unpublished: Reach;
  /** Protected fields of S2 and S3 records: whose. */
  readonly protectedFields: Reach;
  readonly mayWrite: boolean;
  readonly commands: readonly Command[];
};

/** Role by role, what the contract's table gives. An ADMIN never decides on content. */
export const rightsOf: Record<Role, Rights> = {
  VIEWER: { unpublished: "NONE", protectedFields: "NONE", mayWrite: false, commands: [] },
  ANALYST: { unpublished: "TEAM", protectedFields: "TEAM", mayWrite: true, commands: ["submit", "correct"] },
  REVIEWER: {
    unpublished: "ALL",
    protectedFields: "ALL",
    mayWrite: true,
    commands: ["submit", "claim", "requestChanges", "approve", "reject", "publish", "hold", "retract", "correct"],
  },
  AUDITOR: { unpublished: "ALL", protectedFields: "ALL", mayWrite: false, commands: [] },
  ADMIN: { unpublished: "NONE", protectedFields: "NONE", mayWrite: false, commands: [] },
};

type ScopeFields = {
  readonly teamId: number;
  readonly unpublished: Reach;
  readonly protectedFields: Reach;
  /** Sees who did what; a VIEWER reads data, not names of staff. */
  readonly seesStaff: boolean;
};

/** What somebody may read. Minted here only, so that a query can't be written without one. */
export type IncidentScope = Brand<ScopeFields, "IncidentScope">;

/** The reach of an actor's reading. */
export function scopeOf(actor: Actor): IncidentScope {
  const { unpublished, protectedFields } = rightsOf[actor.role];
  const fields: ScopeFields = { teamId: actor.teamId, unpublished, protectedFields, seesStaff: actor.role !== "VIEWER" };
  return fields as IncidentScope;
}

/** The reach of a reader of this role who is of no team: for whom a report is written. */
export const scopeOfRole = (role: Role): IncidentScope => scopeOf(actorOf({ userId: 0, name: role, email: "", role, teamId: 0 }));

/** Whether the record may be known to exist at all. */
export function maySee(scope: IncidentScope, record: Pick<RecordFacts, "workflow" | "teamId" | "wasPublished">): boolean {
  return publicWorkflowStates.includes(record.workflow) || (record.workflow === "MERGED_INTO" && record.wasPublished) || reaches(scope.unpublished, scope, record);
}

/** Whether the protected fields of this record are open to the reader. */
export function mayReadProtected(scope: IncidentScope, record: Pick<RecordFacts, "sensitivity" | "teamId">): boolean {
  return !isProtected(record.sensitivity) || reaches(scope.protectedFields, scope, record);
}

/** An item of evidence as policy sees it; its team is the one that brought it in, whoever's record it stands on now. */
export type EvidenceMarks = { readonly sensitivity: string; readonly teamId: number; readonly isWithdrawn?: boolean };

/** Whether everything of the item is open to the reader: its protected parts, its original, its past. */
export const readsAllEvidence = (scope: IncidentScope, item: Pick<EvidenceMarks, "teamId">): boolean => reaches(scope.protectedFields, scope, item);

/**
 * Whether an item of evidence on a record may be known of. A mark on the record protects all of its evidence, a mark on the item
 * the item alone. What is protected or withdrawn is known to those only who may read all of it.
 */
export function mayKnowEvidence(scope: IncidentScope, record: Pick<RecordFacts, "sensitivity" | "teamId">, item: EvidenceMarks): boolean {
  const isOpen = !isProtected(item.sensitivity) && item.isWithdrawn !== true && mayReadProtected(scope, record);
  return isOpen || readsAllEvidence(scope, item);
}

const reaches = (reach: Reach, scope: IncidentScope, record: { teamId: number }): boolean =>
  reach === "ALL" || (reach === "TEAM" && scope.teamId === record.teamId);

export const mayLogIncident = (actor: Actor): boolean => rightsOf[actor.role].mayWrite;

/** Whoever signs in may take out what they may read; the list, the count and the export share one scope. */
export const mayExport = (_actor: Actor): boolean => true;

/** Whether the actor may change this record's content. The state has its own say (`stateAfterEdit`). */
export function mayEditIncident(actor: Actor, record: RecordFacts): boolean {
  if (!rightsOf[actor.role].mayWrite || !mayReadProtected(scopeOf(actor), record)) return false;
  return actor.role === "REVIEWER" || record.teamId === actor.teamId;
}

/** Whether the actor wrote or last edited the record, and so has no say in deciding on it. */
export const isOwnWork = (actor: Actor, record: RecordFacts): boolean => actor.userId === record.authorId || actor.userId === record.lastEditorId;

const decisions: readonly Command[] = ["claim", "requestChanges", "approve", "reject", "publish", "retract"];

/** Why the actor may not give `command` to this record, whatever state it is in; undefined where nothing stands against it. */
export function whyNotCommand(actor: Actor, command: Command, record: RecordFacts): string | undefined {
  if (!rightsOf[actor.role].commands.includes(command)) return `Your role, ${actor.role}, does not include this step.`;
  if (decisions.includes(command)) return isOwnWork(actor, record) ? "The author and the last editor of a record can't decide on it." : undefined;
  // The author of a correction reads all of the record that it copies.
  if (command === "correct") return mayReadProtected(scopeOf(actor), record) ? undefined : "Parts of this record are withheld from you, so you can't open its correction.";
  return actor.role === "REVIEWER" || record.teamId === actor.teamId ? undefined : "This record belongs to another team.";
}

export const mayCommand = (actor: Actor, command: Command, record: RecordFacts): boolean => whyNotCommand(actor, command, record) === undefined;

/** The buttons: what the table offers in this state and policy gives to this actor. */
export const allowedCommands = (actor: Actor, record: RecordFacts): Command[] =>
  commandsFrom(record.workflow).filter((command) => mayCommand(actor, command, record));

/** Whether to offer the edit form. */
export const mayEditNow = (actor: Actor, record: RecordFacts): boolean => mayEditIncident(actor, record) && stateAfterEdit(record.workflow) !== undefined;

type Redactable = {
  readonly view: IncidentView;
  readonly teamId: number;
  /** The team that brought in each item of evidence; the record's own where nothing is said. */
  readonly evidenceTeams?: ReadonlyMap<number, number>;
};

/** The record as the scope may read it. */
export function redact(scope: IncidentScope, { view, teamId, evidenceTeams }: Redactable): IncidentView {
  const facts = { sensitivity: view.sensitivity, teamId };
  if (!mayReadProtected(scope, facts)) return withheld(view);
  const evidence = view.evidence.filter((item) => mayKnowEvidence(scope, facts, { ...item, teamId: evidenceTeams?.get(item.id) ?? teamId }));
  return evidence.length === view.evidence.length ? view : { ...view, evidence };
}

const isSourceProtected = ({ sensitivity }: { readonly sensitivity: string }): boolean => sensitivity === "S3_SOURCE_PROTECTED";

/** What is source-protected, a record or an item of its evidence, leaves the house in no file, whoever takes it out. */
export function redactForExport(scope: IncidentScope, record: Redactable): IncidentView {
  if (isSourceProtected(record.view)) return withheld(record.view);
  const view = redact(scope, record);
  return view.evidence.some(isSourceProtected) ? { ...view, evidence: view.evidence.filter((item) => !isSourceProtected(item)) } : view;
}

/** Narrative, words and exact place are withheld; of a source-protected record also the title, the unit and what was read. */
function withheld(view: IncidentView): IncidentView {
  const isSource = isSourceProtected(view);
  const hideSource = <T extends { source: number | null }>(row: T): T => (isSource ? { ...row, source: null } : row);
  return {
    ...view,
    externalId: isSource ? null : view.externalId,
    title: isSource ? "Restricted record" : view.title,
    narrative: "",
    place: { ...view.place, name: "withheld", unit: isSource ? null : view.place.unit, lat: null, lon: null },
    claims: view.claims.map((claim) => hideSource({ ...claim, quote: null, locator: null })),
    casualties: view.casualties.map(hideSource),
    sources: isSource ? [] : view.sources,
    evidence: [],
    redacted: true,
  };
}
