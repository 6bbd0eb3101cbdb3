import { z } from "zod";

/** Every job that there is, with what it is told. A payload holds ids and days, never a person's words: it lies in the queue in the clear. */
export const jobPayloads = {
  /** What the board says of these duties today, after a record of theirs changed. */
  "board.recompute": z.object({ obligationIds: z.array(z.int().positive()).min(1).max(1000) }),
  /** What the board says today, once the day has begun; and the table is brought back to its size. */
  "board.rebuild": z.object({}),
  /** Stored answers of days that were asked for long ago are dropped. */
  "board.prune": z.object({}),
  /** Where the chain over the audit stands today is written down. */
  "audit.anchor": z.object({}),
  /** Every file of evidence is hashed again. */
  "evidence.rehash": z.object({}),
  /** Files that no record needs are removed. */
  "evidence.sweep": z.object({}),
  /** What was added to the counts of records since the last time is folded. */
  "incidents.fold": z.object({}),
  /** The counts of records are held against the records. */
  "incidents.recount": z.object({}),
  /** The file of an import is read and its records are put down. */
  "imports.read": z.object({ importId: z.int().positive(), reading: z.int().positive() }),
  /** An import is written, whole or not at all. */
  "imports.commit": z.object({ importId: z.int().positive(), reading: z.int().positive() }),
  /** What an ended import leaves in the waiting tables is taken out. */
  "imports.clear": z.object({ importId: z.int().positive() }),
  /** A report that was asked for is made. */
  "report.make": z.object({ reportId: z.int().positive() }),
} satisfies Record<string, z.ZodType>;

export type TaskName = keyof typeof jobPayloads;
export type Payload<Name extends TaskName> = z.infer<(typeof jobPayloads)[Name]>;

type JobOf<Name extends TaskName> = {
  readonly task: Name;
  readonly payload: Payload<Name>;
  /** Of the jobs with one key one waits at most: a later one takes its place and its time. Leave it out where jobs may stand beside each other. */
  readonly key?: string;
  /** How long it waits at least, so that a burst is answered once. */
  readonly afterSeconds?: number;
};

export type Job = { [Name in TaskName]: JobOf<Name> }[TaskName];

/** A job that the clock gives. One that was missed while nothing ran is made up for within `madeUpForMillis`. */
export type TimedJob = { readonly task: TaskName; /** Minute, hour, day of the month, month, weekday; in UTC. */ readonly at: string; readonly madeUpForMillis: number; /** Attempts before it is given up and put on record; the last comes within two hours. */ readonly attempts: number };

const day = 86_400_000;

/** What runs by the clock. The night's work is spread out: a small machine does one thing after the other. */
export const timetable: readonly TimedJob[] = [
  { task: "board.rebuild", at: "1 0 * * *", madeUpForMillis: day, attempts: 25 },
  { task: "audit.anchor", at: "5 0 * * *", madeUpForMillis: day, attempts: 8 },
  // Counts are right without it, and quicker to read after it.
  { task: "incidents.fold", at: "*/2 * * * *", madeUpForMillis: 0, attempts: 3 },
  { task: "incidents.recount", at: "30 2 * * *", madeUpForMillis: day, attempts: 3 },
  { task: "evidence.sweep", at: "20 1 * * *", madeUpForMillis: day, attempts: 8 },
  // Reading every file takes as long as the store is large: on the quietest day.
  { task: "evidence.rehash", at: "40 1 * * 0", madeUpForMillis: 7 * day, attempts: 8 },
];
