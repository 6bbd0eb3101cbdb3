import type { ProtectedField } from "@/lib/codelists/protected-field";
import { isProtected, type Sensitivity } from "@/lib/codelists/sensitivity";
import { hiddenWorkflowStates, publicWorkflowStates } from "@/lib/codelists/workflow";
import { type Actor, actorOf, type Role } from "@/lib/kernel/actor";
import type { Brand } from "@/lib/kernel/brand";
import type { IncidentView, RecordFacts } from "./domain/record";
import { commandsFrom, stateAfterEdit, type Command } from "./domain/workflow";
import { fieldsWithheldBy, markOf, type Marked, strictestMark } from "./domain/marks";
import { type PublicPoint, withhold } from "./protection/withheld/domain";

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
  /** Sees who did what, and what is marked S1; a VIEWER reads data, neither names of staff nor what is for the staff. */
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
export function maySee(scope: IncidentScope, record: Pick<RecordFacts, "workflow" | "teamId" | "wasPublished" | "restriction">): boolean {
  if (hiddenWorkflowStates.includes(record.workflow) || isOthersAlone(scope, record)) return false;
  return publicWorkflowStates.includes(record.workflow) || (record.workflow === "MERGED_INTO" && record.wasPublished) || reaches(scope.unpublished, scope, record);
}

/** Whether it came under terms that forbid passing it on. */
const isRestricted = ({ restriction = null }: Pick<RecordFacts, "restriction">): boolean => restriction !== null;

/** Such terms make a record its team's alone, whoever else would see it. */
const isOthersAlone = (scope: IncidentScope, record: Pick<RecordFacts, "teamId" | "restriction">): boolean => isRestricted(record) && record.teamId !== scope.teamId;

/** Whether what bears this mark is open to the reader: S1 to the staff, S2 and S3 to those whose protected fields reach the team. */
function readsMark(scope: IncidentScope, mark: Sensitivity, record: { teamId: number }): boolean {
  return isProtected(mark) ? reaches(scope.protectedFields, scope, record) : mark === "S0_PUBLIC" || scope.seesStaff;
}

/** A record as far as it decides which of its fields are open to whom. */
export type ReadMarks = Marked & { readonly teamId: number };

/** Whether one field of this record is open to the reader. `fieldOpen` in filter/queries.ts is the same in SQL. */
export const mayReadField = (scope: IncidentScope, record: ReadMarks, field: ProtectedField): boolean => readsMark(scope, markOf(record, field), record);

/** Whether all of this record is open to the reader, whatever of it is marked: what people say of it may tell any part of it. */
export const mayReadProtected = (scope: IncidentScope, record: ReadMarks): boolean => readsMark(scope, strictestMark(record), record);

/** An item of evidence as policy sees it; its team is the one that brought it in, whoever's record it stands on now. */
export type EvidenceMarks = { readonly sensitivity: Sensitivity; readonly teamId: number; readonly isWithdrawn?: boolean };

/** Whether everything of the item is open to the reader: its protected parts, its original, its past. */
export const readsAllEvidence = (scope: IncidentScope, item: Pick<EvidenceMarks, "teamId">): boolean => reaches(scope.protectedFields, scope, item);

/**
 * Whether an item of evidence on a record may be known of. A mark on the record protects all of its evidence, a mark on the item
 * the item alone. What is protected or withdrawn is known to those only who may read all of it.
 */
export function mayKnowEvidence(scope: IncidentScope, record: Pick<ReadMarks, "sensitivity" | "teamId">, item: EvidenceMarks): boolean {
  const isOpen = readsMark(scope, item.sensitivity, item) && item.isWithdrawn !== true && readsMark(scope, record.sensitivity, record);
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
  if (command === "publish" && isRestricted(record)) return "The terms under which this record came forbid passing it on; it stays with its team.";
  if (decisions.includes(command)) return isOwnWork(actor, record) ? "The author and the last editor of a record can't decide on it." : undefined;
  // The author of a correction reads all of the record that it copies.
  if (command === "correct") return mayReadProtected(scopeOf(actor), record) ? undefined : "Parts of this record are withheld from you, so you can't open its correction.";
  return actor.role === "REVIEWER" || record.teamId === actor.teamId ? undefined : "This record belongs to another team.";
}

export const mayCommand = (actor: Actor, command: Command, record: RecordFacts): boolean => whyNotCommand(actor, command, record) === undefined;

/** The buttons: what the table offers in this state and policy gives to this actor. */
export const allowedCommands = (actor: Actor, record: RecordFacts): Command[] =>
  commandsFrom(record.workflow).filter((command) => mayCommand(actor, command, record));

/** Steps that one reviewer takes once for one content: a second pair of eyes is somebody else's. */
const oncePerReviewer: readonly Command[] = ["approve", "retract"];

/** The buttons that are worth pressing: without the step that the actor has taken already and that waits for another reviewer. */
export const offeredCommands = (actor: Actor, record: RecordFacts, decidedBy: readonly number[]): Command[] =>
  allowedCommands(actor, record).filter((command) => !(oncePerReviewer.includes(command) && decidedBy.includes(actor.userId)));

/** Whether to offer the edit form. */
export const mayEditNow = (actor: Actor, record: RecordFacts): boolean => mayEditIncident(actor, record) && stateAfterEdit(record.workflow) !== undefined;

type Redactable = {
  readonly view: IncidentView;
  readonly teamId: number;
  /** What stands for the place where it is withheld; nothing where it is not told. */
  readonly publicPoint?: PublicPoint;
  /** The team that brought in each item of evidence; the record's own where nothing is said. */
  readonly evidenceTeams?: ReadonlyMap<number, number>;
};

/** The record as the scope may read it: every door that shows one goes through here, or through `redactForExport`. */
export const redact = (scope: IncidentScope, record: Redactable): IncidentView => redacted(scope, record, () => true);

/** The record as it may leave the house in a file or a feed: what is source-protected stays, whoever takes it out, be it a field, the record or an item of its evidence. */
export const redactForExport = (scope: IncidentScope, record: Redactable): IncidentView => redacted(scope, record, (mark) => mark !== "S3_SOURCE_PROTECTED");

function redacted(scope: IncidentScope, { view, teamId, evidenceTeams, publicPoint = null }: Redactable, mayLeave: (mark: Sensitivity) => boolean): IncidentView {
  const record = { sensitivity: view.sensitivity, teamId };
  const evidence = view.evidence.filter(
    (item) => mayLeave(view.sensitivity) && mayLeave(item.sensitivity) && mayKnowEvidence(scope, record, { ...item, teamId: evidenceTeams?.get(item.id) ?? teamId }),
  );
  const shown = evidence.length === view.evidence.length ? view : withEvidence(view, evidence);
  return withhold(shown, fieldsWithheldBy(view, (mark) => mayLeave(mark) && readsMark(scope, mark, record)), publicPoint);
}

/** The view with this evidence and no other. A mark that only a withheld file gives would tell that there is one. */
function withEvidence(view: IncidentView, evidence: IncidentView["evidence"]): IncidentView {
  const flags = evidence.some((item) => item.differs) ? view.flags : view.flags.filter((flag) => flag !== "MEDIA_MISMATCH");
  return { ...view, evidence, flags };
}
