import type { Task } from "graphile-worker";
import type { z } from "zod";
import { pruneBoard, recomputeBoard, refreshBoard } from "@/lib/compliance/results/service";
import { patiently } from "@/lib/db/client";
import { clearRun } from "@/lib/imports/clearing/service";
import { readRun, writeRun } from "@/lib/imports/run/service";
import { foldTallies } from "@/lib/incidents/tallies/service";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { makeReport } from "@/lib/reports/making/service";
import { jobPayloads, type TaskName } from "../schema";
import { anchorDaily, recountDaily, rehashDaily, sweepDaily } from "../upkeep/service";

/** A payload that is not what its job promises is a defect: the job fails, is tried again, and is seen. */
const task =
  <P>(shape: z.ZodType<P>, work: (payload: P, now: Date) => Promise<unknown>): Task =>
  async (payload) => {
    await patiently(() => work(shape.parse(payload), new Date()));
  };

/**
 * What is done for each job. A job may run twice (its process was killed before it could say that it was done), so each leaves the same
 * behind the second time. These keep what can be computed anyway and name no actor; one that changes a record acts as a system account, or as whoever asked for it.
 */
export const tasks = {
  "board.recompute": task(jobPayloads["board.recompute"], ({ obligationIds }, now) => recomputeBoard(utcDayOf(now), obligationIds)),
  "board.rebuild": task(jobPayloads["board.rebuild"], (_, now) => refreshBoard(utcDayOf(now))),
  "board.prune": task(jobPayloads["board.prune"], () => pruneBoard()),
  "audit.anchor": task(jobPayloads["audit.anchor"], (_, now) => anchorDaily(now)),
  "evidence.rehash": task(jobPayloads["evidence.rehash"], (_, now) => rehashDaily(now)),
  "evidence.sweep": task(jobPayloads["evidence.sweep"], (_, now) => sweepDaily(now)),
  "incidents.fold": task(jobPayloads["incidents.fold"], () => foldTallies()),
  "incidents.recount": task(jobPayloads["incidents.recount"], () => recountDaily()),
  "imports.read": task(jobPayloads["imports.read"], (which, now) => readRun(which, { now })),
  "imports.commit": task(jobPayloads["imports.commit"], (which, now) => writeRun(which, now)),
  "imports.clear": task(jobPayloads["imports.clear"], ({ importId }) => clearRun(importId)),
  "report.make": task(jobPayloads["report.make"], ({ reportId }, now) => makeReport(reportId, now)),
} satisfies Record<TaskName, Task>;
