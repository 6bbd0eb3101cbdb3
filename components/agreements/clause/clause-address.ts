export type ClauseAddress = { readonly base?: string | undefined; readonly other?: string | undefined; readonly asOf?: string | undefined; readonly knownOn?: string | undefined };

/** The address of a clause, with the two wordings compared and the day on each clock where they are given. */
export function clauseHref({ agreement, number }: { agreement: string; number: number }, { base, other, asOf, knownOn }: ClauseAddress = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ base, other, asOf, knownAt: knownOn })) if (value !== undefined) query.set(name, value);
  const path = `/agreements/${encodeURIComponent(agreement)}/clauses/${number}`;
  return query.size === 0 ? path : `${path}?${query}`;
}
