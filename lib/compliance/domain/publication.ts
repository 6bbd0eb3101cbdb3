import { incidentTypeLabel, positionChangingTypes } from "@/lib/codelists/incident-type";

/** What the board's marks are derived from. */
export type PublishedRecord = {
  readonly type: string;
  readonly title: string;
  readonly sensitivity: string;
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

/** The line that everybody reads on the board: of a source-protected record the type only, as everywhere else. */
export const boardLabel = (record: PublishedRecord): string =>
  record.sensitivity === "S3_SOURCE_PROTECTED" ? `${incidentTypeLabel(record.type)} (source protected)` : record.title;
