import type { PublicChangeKind } from "@/lib/codelists/public-change";
import { workflowStateLabel } from "@/lib/codelists/workflow";
import { type IncidentView, referenceOf } from "@/lib/incidents/domain/record";

/** A request to correct, as far as everybody is told of it; its words have their own policy. */
export type RequestMention = { readonly reference: string; readonly outcome: string | null };

/** One change of a public record, with the record as it stands now and as the reader may have it. */
export type PublicChange = {
  /** Where in the order of changes it stands; `since` takes it. */
  readonly cursor: string;
  readonly at: string;
  readonly change: PublicChangeKind;
  readonly id: number;
  readonly reference: string;
  readonly workflow: IncidentView["workflow"];
  /** Why the record no longer stands, since when, and what stands in its place. */
  readonly notice: IncidentView["notice"];
  readonly request: RequestMention | null;
  readonly record: IncidentView;
};

/** A change with what is generated from the record's ledger. */
export type ToldChange = PublicChange & { readonly sentence: string };

const kinds: Readonly<Record<string, PublicChangeKind>> = {
  "incident.published": "PUBLISHED",
  "incident.corrected": "CORRECTED",
  "incident.retracted": "RETRACTED",
  "incident.mergedInto": "MERGED_INTO",
  "correction.filed": "REQUEST_FILED",
  "correction.decided": "REQUEST_DECIDED",
  "correction.withdrawn": "REQUEST_WITHDRAWN",
};

/** What an event of the audit is to those outside. Others than these changed something that stays public: its lines, its level, its evidence. */
export const changeOf = (event: string): PublicChangeKind => kinds[event] ?? "CHANGED";

const withdrawnWords: Partial<Record<IncidentView["workflow"], string>> = { RETRACTED: "Retracted", CORRECTED: "Replaced by a correction", MERGED_INTO: "Merged into another record" };

/** The title by which a feed names the record; that it no longer stands comes first. */
export const feedTitle = ({ title, workflow }: Pick<IncidentView, "title" | "workflow">): string => {
  const words = withdrawnWords[workflow];
  return words === undefined ? title : `${words}: ${title}`;
};

/** The notice in a sentence: what became of the record, on which day in UTC, and why; undefined where it stands. */
export function noticeSentence({ notice, workflow }: Pick<IncidentView, "notice" | "workflow">): string | undefined {
  if (notice === null) return undefined;
  const day = notice.at === null ? "" : ` on ${notice.at.slice(0, 10)} (UTC)`;
  const place = notice.replacedBy === null ? "" : ` In its place stands ${referenceOf(notice.replacedBy)}.`;
  return `${withdrawnWords[workflow] ?? workflowStateLabel(workflow)}${day}. Reason: ${notice.reason}${place}`;
}

/** The latest change of each record, in the order given. */
export function latestOfEach<T extends Pick<PublicChange, "id">>(newestFirst: readonly T[]): T[] {
  const seen = new Set<number>();
  return newestFirst.filter(({ id }) => !seen.has(id) && seen.add(id));
}
