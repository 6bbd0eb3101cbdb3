import type { TaskName } from "../schema";

/** A job that the clock gives. One that was missed while nothing ran is made up for within `madeUpForMillis`. */
export type TimedJob = { readonly task: TaskName; /** Minute, hour, day of the month, month, weekday; in UTC. */ readonly at: string; readonly madeUpForMillis: number; /** Attempts before it is given up and put on record; the last comes within two hours. */ readonly attempts: number };

const day = 86_400_000;

/** What runs by the clock. The night's work is spread out: a small machine does one thing after the other. */
export const timetable: readonly TimedJob[] = [
  { task: "board.rebuild", at: "1 0 * * *", madeUpForMillis: day, attempts: 25 },
  { task: "audit.anchor", at: "5 0 * * *", madeUpForMillis: day, attempts: 8 },
  { task: "evidence.sweep", at: "20 1 * * *", madeUpForMillis: day, attempts: 8 },
  // Reading every file takes as long as the store is large: on the quietest day.
  { task: "evidence.rehash", at: "40 1 * * 0", madeUpForMillis: 7 * day, attempts: 8 },
];
