import { incidentTypeLabel, positionChangingTypes } from "@/lib/codelists/incident-type";
import { type Marked, markOf } from "@/lib/incidents/domain/marks";

/** What the board's marks are derived from. */
export type PublishedRecord = Marked & {
  readonly type: string;
  readonly title: string;
  readonly flags: readonly string[];
  readonly claims: readonly { readonly stance: string; readonly side: string | null }[];
  readonly killed: readonly { readonly low: number | null; readonly best: number | null; readonly high: number | null }[];
};

/** A published record that contradicts its core: somebody denies it or alleges the reverse. */
export const isContested = (record: PublishedRecord): boolean =>
  record.flags.includes("CONTESTED") || record.claims.some((claim) => claim.stance === "DENIED_BY" || claim.stance === "COUNTER_ALLEGED_BY");

/** Somebody was killed by any account given: the best figure, else the highest, else the lowest. */
export const isLethal = (record: PublishedRecord): boolean => record.killed.some((row) => (row.best ?? row.high ?? row.low ?? 0) > 0);

/** An advance, a new position or a ground attack found to be a breach, or one that may still be found to be. Only a breach counts. */
export const isPositionChange = (record: PublishedRecord, relation: string): boolean => ["BREACH", "POSSIBLE_BREACH"].includes(relation) && positionChangingTypes.includes(record.type);

const affirms: readonly string[] = ["ALLEGED_BY", "ADMITTED_BY"];

type Finding = {
  readonly relation: string;
  readonly beneficiarySides: readonly string[];
  /** Sides that bear a duty under the same agreement. */
  readonly boundSides: readonly string[];
};

/**
 * A side to which the duty is owed, and which is itself bound by the agreement, says that it was done. Whoever benefits from a
 * duty without being bound can tell of it; its word does not settle the account between those who are.
 */
export const isAcknowledgedBy = (record: PublishedRecord, { relation, beneficiarySides, boundSides }: Finding): boolean =>
  relation === "FULFILMENT" && record.claims.some(({ stance, side }) => affirms.includes(stance) && side !== null && beneficiarySides.includes(side) && boundSides.includes(side));

/** The line that everybody reads on the board, whatever they may read elsewhere: of a record with a protected title the type only. */
export function boardLabel(record: PublishedRecord): string {
  const mark = markOf(record, "title");
  if (mark === "S0_PUBLIC") return record.title;
  return `${incidentTypeLabel(record.type)} (${mark === "S3_SOURCE_PROTECTED" ? "source protected" : "title protected"})`;
}

/** Whether pages that say the same to everybody may name what was read for a record. */
export const showsSources = (record: Marked): boolean => markOf(record, "sources") === "S0_PUBLIC";
