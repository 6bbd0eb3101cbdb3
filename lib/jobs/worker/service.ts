import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { type CronItem, Logger, parseCronItems, run, type WorkerEvents } from "graphile-worker";
import { env } from "@/lib/config/env";
import { log } from "@/lib/server/log";
import { timetable } from "../schema";
import { forgetWorkers, reportWorkers } from "../store";
import { recordGivenUp, type GivenUp } from "../failures/service";
import { tasks } from "../tasks/service";

const beatSeconds = 15;
const restSeconds = 5;

/** The timetable as the library reads it: of one job's runs one waits at most. */
export const cronItems: CronItem[] = timetable.map(({ task, at, madeUpForMillis, attempts }) => ({
  task, match: at, identifier: task, options: { jobKey: task, backfillPeriod: madeUpForMillis, maxAttempts: attempts },
}));

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
  events.on("job:failed", ({ job }) => void giveUp({ id: job.id, task: job.task_identifier, attempts: job.attempts }));
  const runner = await run({
    connectionString: env().DATABASE_URL,
    concurrency: 2,
    maxPoolSize: 4,
    noHandleSignals: true,
    events,
    logger,
    taskList: tasks,
    parsedCronItems: parseCronItems(cronItems),
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

/** The log has said why already. Where not even this can be written down, it stays the log's. */
async function giveUp(job: GivenUp): Promise<void> {
  try {
    await recordGivenUp(job, new Date());
  } catch (error) {
    log.error({ err: error, job: job.id }, "that a job was given up could not be put on record");
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
