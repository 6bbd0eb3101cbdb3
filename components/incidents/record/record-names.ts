import type { IncidentView } from "@/lib/incidents/domain/record";
import type { SourceItem } from "@/lib/sources/domain";

export type SourceLine = Pick<SourceItem, "id" | "publisher" | "title" | "publishedOn" | "url" | "basis" | "kind">;

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
