import type { SourceFilter } from "@/lib/sources/schema";

/** The address of the list of sources with this filter; what is empty is left out. */
export function sourcesHref(filter: SourceFilter, page: number): string {
  const params = new URLSearchParams();
  if (filter.q !== "") params.set("q", filter.q);
  if (filter.kind !== "") params.set("kind", filter.kind);
  if (filter.alignment !== "") params.set("alignment", filter.alignment);
  if (page > 1) params.set("page", String(page));
  const query = params.toString();
  return query === "" ? "/sources" : `/sources?${query}`;
}
