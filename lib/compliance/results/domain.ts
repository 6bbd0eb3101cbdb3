/** Work under way, by what it answers. */
export type UnderWay<T> = Map<string, Promise<T>>;

/**
 * The answer of work that is under way already, else of new work: many who ask for the same at once are answered by one computation. The
 * key says everything that the answer depends on, the revisions that the asker has seen included, so that nobody gets an answer older than
 * the question. What fails, fails for all who wait, and is begun anew by the next.
 */
export function together<T>(underWay: UnderWay<T>, key: string, work: () => Promise<T>): Promise<T> {
  const known = underWay.get(key);
  if (known) return known;
  const begun = work().finally(() => underWay.delete(key));
  underWay.set(key, begun);
  return begun;
}
