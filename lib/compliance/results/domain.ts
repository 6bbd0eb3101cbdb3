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

/** The newest answers by what they depend on; the oldest goes when there are too many. */
export function recently<T>(most: number): { readonly get: (key: string) => T | undefined; readonly keep: (key: string, answer: T) => void } {
  const kept = new Map<string, T>();
  return {
    get: (key) => kept.get(key),
    keep: (key, answer) => {
      kept.delete(key);
      kept.set(key, answer);
      for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
    },
  };
}
