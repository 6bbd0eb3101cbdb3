import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import type { Job } from "@/lib/jobs/schema";
import { enqueue } from "@/lib/jobs/store";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { conflict } from "@/lib/kernel/refusal";
import { ok, refuse } from "@/lib/kernel/result";
import { transitionIncident } from "@/lib/reviews/service";
import { aWorld, logged, published, retracted, type World } from "../../support/board-world";
import { emptyQueue, jobs, makeDue, runDueJobs } from "../../support/job-queue";
import { aMilestone, aWebOfDuties, boardOn, computedOn, emptyStore, storedRows, told, withoutRecords } from "../../support/stored-board";

const now = new Date("2021-01-05T10:00:00Z");
let world: World;
let idOf: Map<string, number>;

beforeAll(async () => {
  world = await aWorld();
  await aWebOfDuties(world);
  idOf = new Map((await db().obligation.findMany({ select: { id: true, code: true } })).map((row) => [row.code, row.id]));
});
beforeEach(async () => {
  await emptyQueue();
  await emptyStore();
});

const recompute: Job = { task: "board.recompute", payload: { obligationIds: [1] } };
const prune: Job = { task: "board.prune", payload: {}, key: "board.prune" };

describe("a job", () => {
  it("is there when its transaction is committed, and never was when it is rolled back", async () => {
    expect(await transaction(async (tx) => (await enqueue(tx, recompute), refuse(conflict("No."))))).toMatchObject({ ok: false });
    await expect(transaction(async (tx) => (await enqueue(tx, recompute), Promise.reject(new Error("a defect"))))).rejects.toThrow("a defect");
    expect(await jobs()).toEqual([]);
    await transaction(async (tx) => ok(await enqueue(tx, recompute)));
    expect(await jobs()).toMatchObject([{ task: "board.recompute", payload: { obligationIds: [1] }, key: null, isDue: true }]);
  });

  it("with a key waits once, and at the time of the first", async () => {
    await enqueue(db(), prune);
    await enqueue(db(), { ...prune, afterSeconds: 600 });
    await enqueue(db(), prune);
    expect(await jobs()).toMatchObject([{ task: "board.prune", key: "board.prune", isDue: true }]);
  });

  it("that is told nonsense is refused where it is added", async () => {
    await expect(enqueue(db(), { task: "board.recompute", payload: { obligationIds: [] } })).rejects.toThrow("Too small");
    expect(await jobs()).toEqual([]);
  });

  it("that fails is kept with its error, waits before the next attempt, and is done when the cause is gone", async () => {
    await db().$executeRaw`ALTER TABLE board_result RENAME TO board_result_away`;
    await enqueue(db(), recompute);
    await runDueJobs();
    expect(await jobs()).toMatchObject([{ attempts: 1, isDue: false, lockedBy: null }]);
    expect((await jobs())[0]?.lastError).toContain("board_result");
    await makeDue();
    await runDueJobs();
    expect(await jobs()).toMatchObject([{ attempts: 2, isDue: false }]);
    await db().$executeRaw`ALTER TABLE board_result_away RENAME TO board_result`;
    await makeDue();
    await runDueJobs();
    expect(await jobs()).toEqual([]);
  });
});

describe("a change on the board", () => {
  it("leaves a job with its duties, in its own transaction", async () => {
    const id = await logged(world, { on: "2021-01-04" }, now);
    expect(await jobs()).toEqual([]);
    await published(world, id, { verification: "V3_CORROBORATED", now });
    expect(await jobs()).toMatchObject([{ task: "board.recompute", payload: { obligationIds: [idOf.get("TT-1a")] }, isDue: false }]);
    await emptyQueue();
    await retracted(world, id, now);
    expect(await jobs()).toMatchObject([{ payload: { obligationIds: [idOf.get("TT-1a")] } }]);
    await emptyQueue();
    const refused = await transitionIncident(world.reviewer, { id, command: "retract", reason: "Once more." }, now);
    expect([refused.ok, await jobs()]).toEqual([false, []]);
  });

  it("is answered by its job before somebody asks; a burst is answered once", async () => {
    const today = utcDayOf(new Date());
    await boardOn(today);
    const steps = ["WW-2b", "WW-1a", "WW-2b"].map((code, index) => aMilestone(`MS-Q${index}`, { obligations: [{ code, relation: "CONTEXT", effect: "ENDED", isAcknowledged: false }] }));
    for (const step of steps) await told(world, step, now);
    await expect(withoutRecords(() => boardOn(today))).rejects.toThrow("board_record");
    await makeDue();
    await runDueJobs();
    expect(await jobs()).toEqual([]);
    expect(await withoutRecords(() => boardOn(today))).toEqual(await computedOn(today));
  });

  it("whose job runs twice is left as it is", async () => {
    const ids = [...idOf.values()];
    await enqueue(db(), { task: "board.recompute", payload: { obligationIds: ids } });
    await runDueJobs();
    const rows = await storedRows();
    const kept = await db().boardResult.findMany({ orderBy: { obligationId: "asc" } });
    expect(rows).toHaveLength(ids.length);
    await enqueue(db(), { task: "board.recompute", payload: { obligationIds: ids } });
    await runDueJobs();
    expect(await db().boardResult.findMany({ orderBy: { obligationId: "asc" } })).toEqual(kept);
  });
});

it("asking for day after day leaves one job that empties the table again", async () => {
  for (const day of ["2020-12-01", "2020-12-02", "2020-12-03"]) await boardOn(day);
  await boardOn("2020-12-01");
  expect(await jobs()).toMatchObject([{ task: "board.prune", key: "board.prune", isDue: false }]);
});
