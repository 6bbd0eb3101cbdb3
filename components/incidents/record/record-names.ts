import type { IncidentView } from "@/lib/incidents/domain/record";

export type SourceLine = {
  readonly id: number;
  readonly publisher: string;
  readonly title: string | null;
  readonly publishedOn: string | null;
  readonly url: string | null;
  readonly basis: string;
  readonly kind: string;
};

/** What the codes and ids in a record are called. */
export type RecordNames = {
  readonly speakers: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
  readonly obligations: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<number, SourceLine>;
};

/** Every source that the record names anywhere, once, in the order of first mention. */
export function sourceIdsOf(incident: Pick<IncidentView, "sources" | "claims" | "casualties">): number[] {
  const mentioned = [...incident.claims, ...incident.casualties].map((row) => row.source);
  return [...new Set([...mentioned, ...incident.sources])].filter((id) => id !== null);
}
