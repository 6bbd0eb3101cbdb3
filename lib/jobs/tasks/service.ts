import type { Task } from "graphile-worker";
import type { z } from "zod";
import { pruneBoard, recomputeBoard, refreshBoard } from "@/lib/compliance/results/service";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { foldMapCounts } from "@/lib/map/cells/service";
import { jobPayloads, type TaskName } from "../schema";

/** A payload that is not what its job promises is a defect: the job fails, is tried again, and is seen. */
const task =
  <P>(shape: z.ZodType<P>, work: (payload: P, now: Date) => Promise<unknown>): Task =>
  async (payload) => {
    await work(shape.parse(payload), new Date());
  };

/**
 * What is done for each job. A job may run twice (its process was killed before it could say that it was done), so each leaves the same
 * behind the second time. These keep what can be computed anyway and name no actor; one that changes a record acts as a system account.
 */
export const tasks = {
  "board.recompute": task(jobPayloads["board.recompute"], ({ obligationIds }, now) => recomputeBoard(utcDayOf(now), obligationIds)),
  "board.rebuild": task(jobPayloads["board.rebuild"], (_, now) => refreshBoard(utcDayOf(now))),
  "board.prune": task(jobPayloads["board.prune"], () => pruneBoard()),
  "map.fold": task(jobPayloads["map.fold"], () => foldMapCounts()),
} satisfies Record<TaskName, Task>;
