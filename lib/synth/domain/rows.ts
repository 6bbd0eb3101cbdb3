import { boardLabel, isAcknowledgedBy, isContested, isLethal, isPositionChange } from "@/lib/compliance/domain/publication";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { codeArray, copyLine } from "./copy-text";
import { type MadeRecord, synthNote } from "./record";

/** The tables that a load fills, in the order in which they refer to each other, with the columns that it gives. */
export const synthTables = {
  incident: [
    "id", "external_id", "type", "title", "narrative", "occurred_start", "occurred_end", "occurred_time", "zone", "time_precision", "place_id", "place_name", "unit_code", "lat", "lon",
    "location_precision", "severity", "sensitivity", "verification", "flags", "workflow", "version", "content_version", "author_id", "last_editor_id", "claimed_by_id", "published_by_id", "team_id",
    "is_demonstration", "note", "notice_reason", "notice_at", "created_at", "updated_at", "submitted_at", "published_at",
  ],
  claim: ["incident_id", "position", "stance", "speaker", "against", "stated_on", "source_id", "locator"],
  casualty: ["incident_id", "position", "outcome", "status", "side", "low", "best", "high", "source_id"],
  observation: ["incident_id", "position", "kind", "means", "direction", "count_best"],
  incident_obligation: ["incident_id", "obligation_id", "relation", "effect"],
  incident_source: ["incident_id", "source_id"],
  incident_version: ["incident_id", "version", "event", "snapshot", "actor_id", "recorded_at"],
  review: ["incident_id", "content_version", "reviewer_id", "decision", "verification", "reason", "findings", "created_at"],
  board_record: [
    "obligation_id", "incident_id", "relation", "effect", "occurred_start", "occurred_end", "verification", "is_contested", "is_lethal", "is_position_change", "is_acknowledged", "label", "known_at",
  ],
} as const;
export type SynthTable = keyof typeof synthTables;
export type Lines = Record<SynthTable, string>;

/** One kept version with its snapshot as canonical JSON. */
export type MadeVersion = { incidentId: number; version: number; event: string; actorId: number; recordedAt: string; snapshot: string; from: string | undefined; to: string };

/** The versions of a record as the product would have kept them, were the steps between the first and the last one step. */
export function versionsOf(record: MadeRecord): MadeVersion[] {
  const { view, logged, event, authorId, teamId } = record;
  const facts = { contentVersion: 1, authorId, lastEditorId: authorId, teamId, confidence: null, note: synthNote };
  const kept = (of: typeof view, actorId: number, name: string): MadeVersion => ({
    incidentId: of.id, version: of.version, event: name, actorId, recordedAt: of.updatedAt, snapshot: canonicalJson({ ...of, ...facts }), from: of.version === 1 ? undefined : "DRAFT", to: of.workflow,
  });
  const first = kept(logged, authorId, "incident.logged");
  return event === undefined ? [first] : [first, kept(view, event === "incident.submitted" ? authorId : (record.publishedById ?? record.claimedById ?? authorId), event)];
}

/** The record's rows in every table but the audit's, as COPY text. */
export function linesOf(record: MadeRecord, versions: readonly MadeVersion[]): Lines {
  const { view } = record;
  const { id } = view;
  return {
    incident: incidentLine(record),
    claim: view.claims.map((claim, position) => copyLine([id, position, claim.stance, claim.speaker, claim.against, claim.statedOn, claim.source, claim.locator])).join(""),
    casualty: view.casualties.map((row, position) => copyLine([id, position, row.outcome, row.status, row.side, row.low, row.best, row.high, row.source])).join(""),
    observation: view.observations.map((row, position) => copyLine([id, position, row.kind, row.means, row.direction, row.countBest])).join(""),
    incident_obligation: record.duties.map((duty, index) => copyLine([id, duty.id, view.obligations[index]?.relation ?? "CONTEXT", view.obligations[index]?.effect ?? "NONE"])).join(""),
    incident_source: view.sources.map((source) => copyLine([id, source])).join(""),
    incident_version: versions.map((kept) => copyLine([id, kept.version, kept.event, kept.snapshot, kept.actorId, kept.recordedAt])).join(""),
    review: record.reviews.map((review) => copyLine([id, 1, review.reviewerId, review.decision, review.verification, review.reason, JSON.stringify(review.findings), view.updatedAt])).join(""),
    // What was retracted has left the board.
    board_record: view.workflow === "PUBLISHED" ? boardLines(record) : "",
  };
}

function incidentLine({ view, placeId, placeName, authorId, teamId, claimedById, publishedById }: MadeRecord): string {
  const { occurred, place } = view;
  return copyLine([
    view.id, view.externalId, view.type, view.title, view.narrative, occurred.start, occurred.end, occurred.time, occurred.zone, occurred.precision, placeId, placeName, place.unit, place.lat, place.lon,
    place.precision, view.severity, view.sensitivity, view.verification, codeArray(view.flags), view.workflow, view.version, 1, authorId, authorId, claimedById, publishedById, teamId,
    true, synthNote, view.notice?.reason ?? null, view.notice?.at ?? null, view.createdAt, view.updatedAt, view.workflow === "DRAFT" ? null : view.updatedAt, publishedById === null ? null : view.updatedAt,
  ]);
}

/** What the board knows of a published record: as lib/compliance puts it there. */
function boardLines({ view, duties, sides }: MadeRecord): string {
  const claims = view.claims.map(({ stance }, index) => ({ stance, side: sides[index] ?? null }));
  const facts = { type: view.type, title: view.title, sensitivity: view.sensitivity, protectedFields: view.protectedFields, flags: view.flags, claims, killed: view.casualties.filter((row) => row.outcome === "KILLED") };
  return duties
    .map((duty, index) => {
      const { relation, effect } = view.obligations[index] ?? { relation: "CONTEXT", effect: "NONE" };
      const finding = { relation, beneficiarySides: duty.beneficiarySides, boundSides: duty.boundSides };
      return copyLine([
        duty.id, view.id, relation, effect, view.occurred.start, view.occurred.end, view.verification, isContested(facts), isLethal(facts), isPositionChange(facts, relation), isAcknowledgedBy(facts, finding),
        boardLabel(facts), view.updatedAt,
      ]);
    })
    .join("");
}
