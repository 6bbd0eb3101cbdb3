import { log } from "./log";

/** What the database answers; undefined where it can't be asked, which is such a page's own answer and not a defect of it. `words` go into the log. */
export async function unlessUnreachable<T>(ask: () => Promise<T>, words: string): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    log.warn({ err: error }, words);
    return undefined;
  }
}
