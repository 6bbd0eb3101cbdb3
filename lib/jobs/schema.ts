import { z } from "zod";

/** Every job that there is, with what it is told. A payload holds ids and days, never a person's words: it lies in the queue in the clear. */
export const jobPayloads = {
  /** What the board says of these duties today, after a record of theirs changed. */
  "board.recompute": z.object({ obligationIds: z.array(z.int().positive()).min(1).max(1000) }),
  /** What the board says today, once the day has begun; and the table is brought back to its size. */
  "board.rebuild": z.object({}),
  /** Stored answers of days that were asked for long ago are dropped. */
  "board.prune": z.object({}),
  /** What writers added to the counts of the map is folded. */
  "map.fold": z.object({}),
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
