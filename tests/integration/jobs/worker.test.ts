import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET as ready } from "@/app/readyz/route";
import { db } from "@/lib/db/client";
import { findWorkerSilence } from "@/lib/jobs/queries";
import { enqueue, forgetWorkers, reportWorkers } from "@/lib/jobs/store";
import { startWorker } from "@/lib/jobs/worker/service";
import { aWorld } from "../../support/board-world";
import { emptyQueue, jobs, makeDue, runDueJobs, until } from "../../support/job-queue";
import { aWebOfDuties, emptyStore, storedRows } from "../../support/stored-board";

let obligationIds: number[];
const children: ChildProcess[] = [];

beforeAll(async () => {
  await aWebOfDuties(await aWorld());
  obligationIds = (await db().obligation.findMany({ select: { id: true } })).map((row) => row.id);
});
beforeEach(async () => {
  await emptyQueue();
  await emptyStore();
  await db().$executeRaw`DELETE FROM job_worker`;
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

/** A process of its own that runs jobs; what it says is kept. */
function aWorkerProcess(): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/support/job-worker.ts"], { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  return { child, said: () => text };
}

const recomputeAll = () => enqueue(db(), { task: "board.recompute", payload: { obligationIds } });
const workers = () => db().jobWorker.count();
const readiness = async () => ((await (await ready()).json()) as { worker: string }).worker;

describe("the worker", () => {
  it("runs what is added, is seen by /readyz, and is gone when it was stopped", async () => {
    expect(await readiness()).toBe("silent");
    const worker = startWorker();
    expect(startWorker()).toBe(worker);
    await until("the worker to report", async () => (await workers()) === 2);
    expect(await readiness()).toBe("running");
    await recomputeAll();
    await until("the answers", async () => (await storedRows()).length === obligationIds.length);
    await worker.stop();
    expect(await workers()).toBe(0);
    expect(await readiness()).toBe("silent");
  });

  it("tells of a failed job, and not what the job was told", async () => {
    await db().$executeRaw`SELECT 1 FROM graphile_worker.add_job('board.recompute', payload := '{"obligationIds":"a word that nobody may read"}'::json)`;
    const { child, said } = aWorkerProcess();
    await until("the line", async () => said().includes("will be tried again"));
    expect(said()).toMatch(/"task":"board\.recompute","attempt":1,"of":25/);
    expect(said()).not.toContain("nobody may read");
    expect(await jobs()).toMatchObject([{ attempts: 1, isDue: false }]);
    child.kill("SIGTERM");
    await once(child, "exit");
    expect(await workers()).toBe(0);
  });

  it("that is killed leaves its job to the next one, once its silence is long enough", async () => {
    const blocker = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
    await blocker.connect();
    await blocker.query("BEGIN; LOCK TABLE board_result IN ACCESS EXCLUSIVE MODE");
    const { child } = aWorkerProcess();
    await recomputeAll();
    await until("the job to be under way", async () => ((await jobs())[0]?.lockedBy ?? null) !== null);
    child.kill("SIGKILL");
    await once(child, "exit");
    await blocker.query("ROLLBACK");
    await blocker.end();
    expect(await storedRows()).toEqual([]);

    // It was heard of just now: whoever else runs jobs leaves it alone.
    await reportWorkers(["another"]);
    await runDueJobs();
    expect(await storedRows()).toEqual([]);
    await db().$executeRaw`UPDATE job_worker SET seen_at = now() - interval '3 minutes' WHERE id <> 'another'`;
    await db().$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '3 minutes'`;
    await reportWorkers(["another"]);
    await makeDue();
    await runDueJobs();
    expect(await storedRows()).toHaveLength(obligationIds.length);
    expect(await jobs()).toEqual([]);
  });
});

describe("who was heard of", () => {
  it("is measured by the database, and forgotten when it stopped or after a day", async () => {
    expect(await findWorkerSilence()).toBeUndefined();
    await reportWorkers(["a", "b"]);
    expect(await findWorkerSilence()).toBeLessThan(5);
    await db().$executeRaw`UPDATE job_worker SET seen_at = now() - interval '90 seconds'`;
    expect(await findWorkerSilence()).toBeGreaterThan(89);
    expect(await readiness()).toBe("silent");
    await db().$executeRaw`UPDATE job_worker SET seen_at = now() - interval '2 days' WHERE id = 'b'`;
    await forgetWorkers(["a"]);
    expect(await workers()).toBe(0);
  });

  it("does not lose a job that it runs for long", async () => {
    await reportWorkers(["busy"]);
    await recomputeAll();
    await db().$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = 'busy', locked_at = now() - interval '1 hour'`;
    await reportWorkers(["another"]);
    expect(await jobs()).toMatchObject([{ lockedBy: "busy" }]);
  });
});
