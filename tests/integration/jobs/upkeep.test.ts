import { once } from "node:events";
import { spawn } from "node:child_process";
import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findAnchor } from "@/lib/audit/anchors/queries";
import { db } from "@/lib/db/client";
import { prepareEvidence } from "@/lib/evidence/attach/service";
import { evidenceUploadFields } from "@/lib/evidence/schema";
import { evidenceStorage } from "@/lib/evidence/storage/service";
import type { TaskName } from "@/lib/jobs/schema";
import { enqueue } from "@/lib/jobs/store";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { ok } from "@/lib/kernel/result";
import { timedWorkEmail } from "@/lib/people/domain";
import { attach, inChunks, limitBytes } from "../../support/evidence-builders";
import { aPdf } from "../../support/evidence-files";
import { emptyQueue, jobs, runDueJobs, until } from "../../support/job-queue";
import { log, must, plantWorld, type World } from "../../support/incident-world";

let world: World;
beforeAll(async () => {
  world = await plantWorld();
  // The world numbers its teams itself; the product's own account gets the next one.
  await db().$executeRaw`SELECT setval(pg_get_serial_sequence('team', 'id'), 100)`;
});
beforeEach(emptyQueue);

type Timed = Extract<TaskName, "audit.anchor" | "evidence.rehash" | "evidence.sweep" | "incidents.fold" | "incidents.recount">;
async function run(task: Timed): Promise<void> {
  await enqueue(db(), { task, payload: {} });
  await runDueJobs();
  expect(await jobs()).toEqual([]);
}
/** What the audit says of an event, with the account that did it. */
async function entries(event: string): Promise<{ data: unknown; by: string | undefined }[]> {
  const rows = await db().auditEntry.findMany({ where: { event }, select: { data: true, actorId: true }, orderBy: { id: "asc" } });
  const accounts = await db().user.findMany({ select: { id: true, email: true } });
  return rows.map(({ data, actorId }) => ({ data, by: accounts.find((account) => account.id === actorId)?.email }));
}
const objects = (): string[] => {
  const folder = path.join(process.env["TRUCE_DATA_DIR"] ?? "", "evidence", "objects");
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
};

describe("the daily anchor", () => {
  it("is made by its job, and the day's first one stands when the job runs again", async () => {
    await log(world.analyst);
    await run("audit.anchor");
    const first = await findAnchor(utcDayOf(new Date()));
    expect(first?.seq).toBe(await db().auditSeal.count());
    await log(world.analyst);
    await run("audit.anchor");
    expect([await findAnchor(utcDayOf(new Date())), await db().auditAnchor.count()]).toEqual([first, 1]);
  });
});

describe("hashing all evidence again", () => {
  it("is done once a day by the product itself; what has changed is in the custody and in the audit", async () => {
    const storage = await evidenceStorage();
    const incidentId = await log(world.analyst);
    const [sound, changed] = [must(await attach(world.analyst, { storage, incidentId, file: aPdf() })).id, must(await attach(world.analyst, { storage, incidentId, file: aPdf() })).id];
    const { sha256 } = await db().evidence.findUniqueOrThrow({ where: { id: changed } });
    writeFileSync(objects().find((file) => file.endsWith(sha256)) ?? "", "another file");
    await run("evidence.rehash");
    expect(await entries("evidence.verified")).toEqual([{ data: { checked: 2, changed: [changed], missing: [] }, by: timedWorkEmail }]);
    const custody = async (evidenceId: number) => (await db().evidenceCustody.findMany({ where: { evidenceId, event: { startsWith: "REHASHED" } } })).map((step) => step.event);
    expect([await custody(sound), await custody(changed)]).toEqual([["REHASHED_OK"], ["REHASHED_MISMATCH"]]);
    await run("evidence.rehash");
    expect([(await entries("evidence.verified")).length, await custody(sound)]).toEqual([1, ["REHASHED_OK"]]);
  });
});

describe("sweeping", () => {
  it("removes what no record needs, keeps what one does, and is on record once a day", async () => {
    const storage = await evidenceStorage();
    const incidentId = await log(world.analyst);
    const kept = must(await attach(world.analyst, { storage, incidentId, file: aPdf() })).id;
    const before = objects();
    // Its row was never written, as when the database fails after the store.
    must(await prepareEvidence(world.analyst, { incidentId, fields: evidenceUploadFields.parse({}), fileName: "a", bytes: inChunks(aPdf()), rest: () => Promise.resolve(ok(undefined)) }, { storage, limitBytes, now: new Date() }));
    const [orphan = ""] = objects().filter((file) => !before.includes(file));
    const old = new Date(Date.now() - 2 * 3_600_000);
    for (const file of objects()) utimesSync(file, old, old);
    await run("evidence.sweep");
    const { sha256 } = await db().evidence.findUniqueOrThrow({ where: { id: kept } });
    expect(objects().some((file) => file.endsWith(sha256))).toBe(true);
    expect(objects()).not.toContain(orphan);
    await run("evidence.sweep");
    expect(await entries("evidence.swept")).toEqual([{ data: { objects: 1, uploads: 0 }, by: timedWorkEmail }]);
  });
});

it("a job that is given up is put on record, without what it was told", async () => {
  await db().$executeRaw`SELECT 1 FROM graphile_worker.add_job('evidence.sweep', payload := '"a word that nobody may read"'::json, max_attempts := 1)`;
  const child = spawn(process.execPath, ["--import", "tsx", "tests/support/job-worker.ts"], { stdio: "ignore" });
  await until("the entry", async () => (await entries("job.givenUp")).length > 0);
  child.kill("SIGTERM");
  await once(child, "exit");
  expect(await entries("job.givenUp")).toEqual([{ data: { task: "evidence.sweep", attempts: 1 }, by: undefined }]);
});

describe("the counts that are kept of the records", () => {
  it("are folded by their job, and put right by the nightly recount where they differ", async () => {
    await log(world.analyst);
    await run("incidents.fold");
    expect(await db().incidentTally.count({ where: { isFolded: false } })).toBe(0);
    await db().$executeRaw`UPDATE incident_tally SET records = records + 1`;
    await run("incidents.recount");
    expect(await db().$queryRaw`SELECT 1 FROM incident_tally_drift`).toEqual([]);
  });
});
