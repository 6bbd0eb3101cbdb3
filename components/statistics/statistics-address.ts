/** What is of a page alone: pages of the list, its order, and the day that the comparison counts from. */
const ofPages = ["cursor", "limit", "sort", "since", "by"] as const;

const href = (path: string, params: URLSearchParams): string => (params.size === 0 ? path : `${path}?${params}`);

/** The filters that are counted: what stands published where the address names no state. */
export function countedParams(params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const name of ofPages) next.delete(name);
  if (!next.has("workflow")) next.set("workflow", "PUBLISHED");
  return next;
}

/** The list of the records that are counted, narrowed by these values. */
export function countedListHref(params: URLSearchParams, values: Readonly<Record<string, string>> = {}): string {
  const next = countedParams(params);
  for (const [name, value] of Object.entries(values)) next.set(name, value);
  return href("/incidents", next);
}

/** The numbers of one picture as a file. */
export function csvHref(params: URLSearchParams, by: string): string {
  const next = countedParams(params);
  next.set("by", by);
  return href("/api/v1/statistics.csv", next);
}

/** The page for every state that the reader can meet, or again for what stands. */
export function statesHref(params: URLSearchParams, states: readonly string[]): string {
  const next = new URLSearchParams(params);
  next.delete("workflow");
  for (const state of states) next.append("workflow", state);
  return href("/statistics", next);
}
