import { appendAudit } from "@/lib/audit/store";
import type { Tx } from "@/lib/db/transaction";
import { enqueue } from "@/lib/jobs/store";
import type { Actor } from "@/lib/kernel/actor";
import { calendarDate, toStoredDay } from "@/lib/kernel/calendar-date";
import { conflict, forbidden, type FieldError } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { parseInput } from "@/lib/server/parse-input";
import { resolveSources } from "@/lib/sources/service";
import { keptMarks } from "@/lib/incidents/protection/queries";
import { boardLabel, isAcknowledgedBy, isContested, isLethal, isPositionChange, type PublishedRecord } from "./domain/publication";
import { mayRecordMilestone } from "./policy";
import { milestoneInput, type MilestoneInput, type MilestoneRecord } from "./schema";
import {
  closeBoardRecords,
  findPublishable,
  insertBoardRecords,
  insertMilestone,
  insertMilestoneObligations,
  type NewBoardRecord,
  obligationIdsByCode,
  type Publishable,
} from "./store";

/**
 * Puts a PUBLISHED incident on the board inside the transaction that published it: its earlier rows are closed, and one
 * row for each of its obligations is known from `knownAt` on (a demonstration record may have been known earlier than today).
 */
export async function publishToBoard(tx: Tx, incidentId: number, knownAt: Date): Promise<void> {
  const incident = await findPublishable(tx, incidentId);
  if (incident?.workflow !== "PUBLISHED") throw new RangeError(`incident ${incidentId} is not published and can't stand on the board`);
  const left = await closeBoardRecords(tx, incidentId, knownAt);
  const rows = boardRowsOf(incident, knownAt);
  await insertBoardRecords(tx, rows);
  await askForRecompute(tx, [...left, ...rows.map((row) => row.obligationId)]);
}

/** Takes a record off the board from `at` on; what was answered before stays answerable. */
export async function withdrawFromBoard(tx: Tx, incidentId: number, at: Date): Promise<void> {
  await askForRecompute(tx, await closeBoardRecords(tx, incidentId, at));
}

/**
 * What is stored of these duties is invalid from the commit on, whoever computes it anew; this only sees to it that it is done before
 * somebody waits for it. Jobs without a key take no lock: publications don't wait for each other, and the second job finds nothing to do.
 */
async function askForRecompute(tx: Tx, obligationIds: readonly number[]): Promise<void> {
  const ids = [...new Set(obligationIds)].sort((a, b) => a - b);
  if (ids.length > 0) await enqueue(tx, { task: "board.recompute", payload: { obligationIds: ids }, afterSeconds: 2 });
}

function boardRowsOf(incident: Publishable, knownAt: Date): NewBoardRecord[] {
  const claims = incident.claims.map((claim) => ({ stance: claim.stance, side: claim.speakerRow.side }));
  const record: PublishedRecord = { type: incident.type, title: incident.title, ...keptMarks(incident), flags: incident.flags, claims, killed: incident.casualties };
  return incident.obligations.map(({ obligationId, relation, effect, obligation }) => ({
    obligationId,
    incidentId: incident.id,
    relation,
    effect,
    occurredStart: incident.occurredStart,
    occurredEnd: incident.occurredEnd,
    verification: incident.verification,
    isContested: isContested(record),
    isLethal: isLethal(record),
    isPositionChange: isPositionChange(record, relation),
    isAcknowledged: isAcknowledgedBy(record, { relation, beneficiarySides: obligation.beneficiarySides, boundSides: obligation.agreement.obligations.flatMap((duty) => duty.obligorSides) }),
    label: boardLabel(record),
    knownAt,
  }));
}

/** Records a milestone of the reference data with its figures and sources, puts it on the board, and writes the audit entry. */
export async function recordMilestone(tx: Tx, input: MilestoneInput, { actor, now }: { actor: Actor; now: Date }): Promise<Result<{ id: number }>> {
  if (!mayRecordMilestone(actor)) return refuse(forbidden("Milestones are loaded by the product itself only."));
  const parsed = parseInput(milestoneInput, input);
  if (!parsed.ok) return parsed;
  const milestone = parsed.value;
  const obligationIds = await obligationIdsByCode(tx, milestone.obligations.map((entry) => entry.code));
  const unknown: FieldError[] = milestone.obligations.flatMap(({ code }, index) =>
    obligationIds.has(code) ? [] : [{ path: `obligations.${index}.code`, code: "unknown_obligation", message: `No obligation has the code "${code}".` }],
  );
  if (unknown.length > 0) return refuse({ kind: "invalid", errors: unknown });
  const sources = await resolveSources(tx, milestone.sourceKeys);
  if (!sources.ok) return sources;
  const row = await insertMilestone(tx, milestone, milestone.sourceKeys.map(sources.value));
  if (!row) return refuse(conflict(`A milestone with the key "${milestone.key}" exists.`));
  const findings = milestone.obligations.flatMap(({ code, ...finding }) => {
    const obligationId = obligationIds.get(code);
    return obligationId === undefined ? [] : [{ ...finding, obligationId }];
  });
  await insertMilestoneObligations(tx, row.id, findings.map(({ obligationId, relation, effect }) => ({ obligationId, relation, effect })));
  await insertBoardRecords(tx, findings.flatMap((finding) => milestoneRows(milestone, row.id, finding)));
  await askForRecompute(tx, findings.map((finding) => finding.obligationId));
  await appendAudit(tx, { actorId: actor.userId, subject: { type: "milestone", id: milestone.key }, at: now, event: "milestone.recorded", data: { key: milestone.key } });
  return ok(row);
}

type MilestoneFinding = Omit<MilestoneRecord["obligations"][number], "code"> & { obligationId: number };

/** The board's row of a finding and, where another record carries it from a later time on, that row closed then and context after it. */
function milestoneRows(milestone: MilestoneRecord, milestoneId: number, { carriedUntil, verification = milestone.verification, ...finding }: MilestoneFinding): NewBoardRecord[] {
  const row: NewBoardRecord = {
    ...finding,
    milestoneId,
    verification,
    occurredStart: toStoredDay(calendarDate(milestone.occurredStart)),
    occurredEnd: milestone.occurredEnd === null ? null : toStoredDay(calendarDate(milestone.occurredEnd)),
    isContested: milestone.deniedBy.length > 0,
    isLethal: false,
    isPositionChange: false,
    figures: milestone.figures,
    label: milestone.what,
    knownAt: new Date(milestone.knownAt),
  };
  if (carriedUntil === undefined) return [row];
  const until = new Date(carriedUntil);
  return [{ ...row, supersededAt: until }, { ...row, relation: "CONTEXT", effect: "NONE", isAcknowledged: false, knownAt: until }];
}
