import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { type CronItem, Logger, parseCronItems, run, type WorkerEvents } from "graphile-worker";
import { env } from "@/lib/config/env";
import { log } from "@/lib/server/log";
import { forgetWorkers, reportWorkers } from "../store";
import type { TaskName } from "../schema";
import { tasks } from "../tasks/service";

const beatSeconds = 15;
const restSeconds = 5;

/** Minute, hour, day of the month, month, weekday; in UTC. One that was missed while nothing ran is made up for within a day. */
const timetable: readonly (CronItem & { readonly task: TaskName })[] = [
  { task: "board.rebuild", match: "1 0 * * *", identifier: "board.rebuild", options: { jobKey: "board.rebuild", backfillPeriod: 86_400_000 } },
  // Often: after an import of many statements the map reads what each of them added.
  { task: "map.fold", match: "*/2 * * * *", identifier: "map.fold", options: { jobKey: "map.fold", backfillPeriod: 0 } },
];

type Failure = { readonly failure?: boolean; readonly error?: unknown; readonly job?: { readonly id: string; readonly task_identifier: string; readonly attempts: number; readonly max_attempts: number } };

/** What the library has to say, as the product's log lines. A failed job is named without what it was told. */
const logger = new Logger(({ workerId }) => (level, message, meta) => {
  const { failure, job, error }: Failure = meta ?? {};
  if (failure && job) {
    const isLast = job.attempts >= job.max_attempts;
    log.error({ job: job.id, task: job.task_identifier, attempt: job.attempts, of: job.max_attempts, err: error }, isLast ? "a job failed for good" : "a job failed and will be tried again");
  } else if (String(level) === "error") log.error({ workerId }, message);
  else if (String(level) === "warning") log.warn({ workerId }, message);
});

export type JobWorker = { readonly stop: () => Promise<void> };

const held = globalThis as typeof globalThis & { truceLedgerWorker?: JobWorker };

/** Runs jobs in this process until it is told to stop; once, however often it is asked for. Kept across hot reloads in development. */
export function startWorker(): JobWorker {
  held.truceLedgerWorker ??= supervised();
  return held.truceLedgerWorker;
}

/** The library gives up when the database is away for long. Then it is started again until it is wanted no more. */
function supervised(): JobWorker {
  const wanted = new AbortController();
  const ended = (async () => {
    while (!wanted.signal.aborted) {
      try {
        await work(wanted.signal);
      } catch (error) {
        log.error({ err: error }, "the job worker stopped and is started again");
      }
      await sleep(restSeconds * 1000, undefined, { signal: wanted.signal, ref: false }).catch(() => undefined);
    }
  })();
  return {
    stop: () => {
      wanted.abort();
      delete held.truceLedgerWorker;
      return ended;
    },
  };
}

/** One run, from the first connection until the library ends or `wanted` does. Jobs under way are finished before it returns. */
async function work(wanted: AbortSignal): Promise<void> {
  const ids = new Set<string>();
  const events: WorkerEvents = new EventEmitter();
  events.on("worker:create", ({ worker }) => ids.add(worker.workerId));
  const runner = await run({
    connectionString: env().DATABASE_URL,
    concurrency: 2,
    maxPoolSize: 4,
    noHandleSignals: true,
    events,
    logger,
    taskList: tasks,
    parsedCronItems: parseCronItems([...timetable]),
  });
  // Where it has ended by itself there is nothing to stop.
  const stop = () => void runner.stop().catch(() => undefined);
  wanted.addEventListener("abort", stop, { once: true });
  if (wanted.aborted) stop();
  const beat = setInterval(() => void report([...ids]), beatSeconds * 1000);
  beat.unref();
  try {
    await Promise.all([report([...ids]), runner.promise]);
  } finally {
    clearInterval(beat);
    wanted.removeEventListener("abort", stop);
    await forgetWorkers([...ids]);
  }
}

/** That the database can't be told is no reason to stop: the worker's silence is what it says then. */
async function report(ids: readonly string[]): Promise<void> {
  try {
    await reportWorkers(ids);
  } catch (error) {
    log.warn({ err: error }, "the job worker could not report");
  }
}
