import type { CasualtyView, ClaimView, IncidentView, ObservationView } from "@/lib/incidents/domain/record";
import type { EntryRelation } from "@/lib/incidents/domain/relation";

/** What became of one record of a file. */
export const rowResults = ["accepted", "acceptedWithWarning", "needsReview", "rejected", "duplicate"] as const;
export type RowResult = (typeof rowResults)[number];

/** Why, with the cell it is about. A value is cut to its first 200 characters. */
export type RowReason = {
  code: string;
  column: string | null;
  value: string | null;
  message: string;
  /** What the reader would put in the cell's place, where it has a proposal. */
  suggested?: string;
};

/** A source as a file names it: by address and publisher, not by our number. */
export type ImportedSource = { url: string | null; publisher: string | null; publishedOn: string | null; reliability: string | null };

type Line<T> = Omit<T, "source" | "mergedFrom"> & { source: ImportedSource | null };

/**
 * A record as a file gives it: what `incidentInput` takes, with sources still unregistered and codes already resolved. Its keys stand in
 * the order of canonical JSON, so that writing it out gives the text that the digest is made of.
 */
export type ImportedIncident = Pick<IncidentView, "externalId" | "type" | "title" | "narrative" | "place" | "severity" | "sensitivity"> & {
  occurred: Omit<IncidentView["occurred"], "zone"> & { zone: IncidentView["occurred"]["zone"] | null };
  obligations: { code: string; relation: EntryRelation }[];
  claims: Line<ClaimView>[];
  casualties: Line<CasualtyView>[];
  observations: Omit<ObservationView, "mergedFrom">[];
  sources: ImportedSource[];
};

/** One record of a file after reading, mapping and checking. The number counts records, not lines: 1 is the first after the header. */
export type ImportRow = {
  record: number;
  result: RowResult;
  reasons: RowReason[];
  externalId: string | null;
  /** SHA-256, in hexadecimal, of the canonical JSON of the normalised content. */
  digest: string;
  /** What would be recorded. Null where the record was rejected, and where no record can be made before a person has filled in what is missing (its type). */
  incident: ImportedIncident | null;
  /** The cells as they stood, by header, each cut to 2,000 characters: for the error file. */
  cells: Record<string, string>;
};
