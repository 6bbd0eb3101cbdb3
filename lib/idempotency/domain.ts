/** How long a key and its answer are kept. A caller that tries again does so within minutes. */
export const keptForDays = 7;

/**
 * After this time a claim without an outcome belongs to a process that died: a transaction is given up after 30 s and
 * waits at most 10 s to begin, so nothing can still be committed under it.
 */
export const abandonedAfterMillis = 120_000;

/** An answer as it is kept and given again. */
export type KeptAnswer = { status: number; body: unknown; headers: Record<string, string> };

/** A key as it was found when it could not be claimed. */
export type Held = { requestHash: string; outcome: unknown; answer: KeptAnswer | undefined };

export type Standing = { is: "answered"; answer: KeptAnswer } | { is: "done"; outcome: unknown } | { is: "under-way" } | { is: "of-another-request" };

/** What a key that is already taken means for a request with this hash. */
export function standingOf(held: Held, requestHash: string): Standing {
  if (held.requestHash !== requestHash) return { is: "of-another-request" };
  if (held.answer !== undefined) return { is: "answered", answer: held.answer };
  return held.outcome === null ? { is: "under-way" } : { is: "done", outcome: held.outcome };
}
