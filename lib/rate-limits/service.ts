import { createHash } from "node:crypto";
import { RateLimiterPostgres, type RateLimiterRes } from "rate-limiter-flexible";
import { connections } from "./store";

export type Limit = { readonly name: string; /** How many tries are free. */ readonly tries: number; /** Seconds after the first of them until they are forgotten. */ readonly seconds: number };

const limiters = new Map<string, RateLimiterPostgres>();

/** Counts in the database, so that a limit holds across processes. The table is the migration's. */
function limiterOf({ name, tries, seconds }: Limit): RateLimiterPostgres {
  const made = limiters.get(name) ?? new RateLimiterPostgres({ storeClient: connections, storeType: "pool", tableName: "rate_limit", tableCreated: true, clearExpiredByTimeout: true, keyPrefix: name, points: tries, duration: seconds });
  limiters.set(name, made);
  return made;
}

/** What stands in the table for somebody: it can be looked up, not read. */
const keyOf = (whom: string): string => createHash("sha256").update(whom).digest("hex");

const secondsOf = (state: RateLimiterRes): number => Math.max(1, Math.ceil(state.msBeforeNext / 1000));

/** Counts one try of `whom`. Whole seconds until the next one is free where this was one too many; undefined where it was not. */
export async function countTry(limit: Limit, whom: string): Promise<number | undefined> {
  // The library throws its state where a limit is passed, and an Error where it could not count.
  try {
    await limiterOf(limit).consume(keyOf(whom));
    return undefined;
  } catch (state) {
    if (state instanceof Error) throw state;
    return secondsOf(state as RateLimiterRes);
  }
}

/** Forgets the tries of `whom`. */
export async function forgetTries(limit: Limit, whom: string): Promise<void> {
  await limiterOf(limit).delete(keyOf(whom));
}
