// What a killed process leaves of an import: nothing. And what tampering with a batch afterwards leaves: a named row.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { beforeAll, describe, expect, it } from "vitest";
import { verifyAudit } from "@/lib/audit/chain/service";
import { db } from "@/lib/db/client";
import { readRun, writeRun } from "@/lib/imports/run/service";
import { cancelImport, requestCommit } from "@/lib/imports/service";
import { findRun } from "@/lib/imports/store";
import { listIncidentHistory } from "@/lib/incidents/history/queries";
import { scopeOf } from "@/lib/incidents/policy";
import { fixedNow } from "../../support/incident-builders";
import { must, plantWorld, type World } from "../../support/incident-world";
import { anImportRow, broughtIn, imported, readerOf, readIn } from "../../support/import-builders";
import { runDueJobs, until } from "../../support/job-queue";

let world: World;
beforeAll(async () => void (world = await plantWorld()));

const rows = (count: number, from = 1) => Array.from({ length: count }, (_none, at) => ({ ...anImportRow(from + at), record: at + 1 }));
const onFile = async (id: number) => ({ incidents: await db().incident.count({ where: { importId: id } }), bundles: await db().auditBundle.count({ where: { importId: id } }), sources: await db().source.count({ where: { basis: "data" } }) });
const nothing = { incidents: 0, bundles: 0, sources: 0 };
const isGone = async (application: string) => (await db().$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND state <> 'idle' AND query LIKE ${application} AND pid <> pg_backend_pid()`)[0]?.n === 0;

describe("a process that is killed", () => {
  it("in the middle of writing leaves nothing, and the job that is run again writes all of it once", async () => {
    const id = await readIn(world.analyst, rows(12_000));
    must(await requestCommit(world.analyst, { id }, { now: fixedNow, isQueued: false }));
    const child = spawn(process.execPath, ["--import", "tsx", "tests/support/import-worker.ts", String(id)], { stdio: ["ignore", "pipe", "inherit"] });
    await until("the first records being written", async () => Number((await db().importRun.findUniqueOrThrow({ where: { id } })).done) > 0);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(child.signalCode).toBe("SIGKILL");
    await until("the database letting go", () => isGone("%import_row%"));
    expect(await onFile(id)).toEqual(nothing);
    expect((await findRun(id))?.status).toBe("COMMITTING");
    expect(must(await writeRun({ importId: id, reading: 1 }, fixedNow))).toMatchObject({ created: 12_000 });
    expect(await onFile(id)).toMatchObject({ incidents: 12_000, bundles: 12 });
    expect(must(await verifyAudit(world.auditor, {}, fixedNow))).toMatchObject({ isIntact: true });
  }, 120_000);

  it("in the middle of reading leaves no row, and the next reading begins anew", async () => {
    const id = await broughtIn(world.analyst);
    const broken = { ...readerOf([]), async *readImport() { yield* await Promise.resolve(rows(1500, 20_000)); throw new Error("the process is gone"); } };
    await readRun({ importId: id, reading: 1 }, { now: fixedNow, reader: broken });
    expect(await db().importRow.count({ where: { importId: id } })).toBe(0);
    expect((await findRun(id))?.status).toBe("FAILED");
    await db().importRun.update({ where: { id }, data: { status: "STAGING" } });
    await readRun({ importId: id, reading: 1 }, { now: fixedNow, reader: readerOf(rows(3, 20_000)) });
    expect((await findRun(id))?.status).toBe("READY");
    expect(await db().importRow.count({ where: { importId: id } })).toBe(3);
  });
});

describe("an import that is cancelled", () => {
  it("while it is read stops, and its rows go", async () => {
    const id = await broughtIn(world.analyst);
    const slow = {
      ...readerOf([]),
      async *readImport() {
        yield* rows(1000, 30_000);
        must(await cancelImport(world.analyst, { id }, fixedNow));
        yield* rows(1000, 31_000).map((row) => ({ ...row, record: row.record + 1000 }));
      },
    };
    await readRun({ importId: id, reading: 1 }, { now: fixedNow, reader: slow });
    expect((await findRun(id))?.status).toBe("CANCELLED");
    await runDueJobs();
    expect(await db().importRow.count({ where: { importId: id } })).toBe(0);
  });

  it("while it is written is taken back whole", async () => {
    const id = await readIn(world.analyst, rows(12_000, 40_000));
    must(await requestCommit(world.analyst, { id }, { now: fixedNow, isQueued: false }));
    const before = await db().incident.count();
    const writing = writeRun({ importId: id, reading: 1 }, fixedNow);
    await until("the first records being written", async () => Number((await db().importRun.findUniqueOrThrow({ where: { id } })).done) > 0);
    must(await cancelImport(world.analyst, { id }, fixedNow));
    expect(await writing).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
    expect(await db().incident.count()).toBe(before);
    expect((await findRun(id))?.status).toBe("CANCELLED");
  }, 120_000);
});

describe("a version that a batch wrote", () => {
  const sql = (text: string) => db().$executeRawUnsafe(text);
  const verdict = async () => must(await verifyAudit(world.auditor, {}, fixedNow)).fault;

  it("stands in the history of its record", async () => {
    const id = await imported(world.analyst, rows(1, 60_000));
    const { id: incident } = await db().incident.findFirstOrThrow({ where: { importId: id } });
    expect(await listIncidentHistory(scopeOf(world.reviewer), incident)).toMatchObject([{ event: "incident.imported", version: 1, by: "analyst" }]);
  });

  it("is named when a byte of it, its digests or its row was changed past the product", async () => {
    const id = await imported(world.analyst, rows(3, 70_000));
    const [first, second] = await db().incidentVersion.findMany({ where: { bundle: { importId: id } }, orderBy: { incidentId: "asc" } });
    const bundle = first?.bundleId ?? 0;
    const restoring = async (change: string, restore: string) => {
      await sql("ALTER TABLE incident_version DISABLE TRIGGER USER");
      await sql("ALTER TABLE audit_bundle DISABLE TRIGGER USER");
      await sql(change);
      const fault = await verdict();
      await sql(restore);
      expect(await verdict()).toBeNull();
      return fault;
    };
    const where = `WHERE incident_id = ${second?.incidentId}`;
    expect(await restoring(`UPDATE incident_version SET snapshot = jsonb_set(snapshot, '{title}', '"Other"') ${where}`, `UPDATE incident_version SET snapshot = jsonb_set(snapshot, '{title}', '"Event 70001 reported"') ${where}`)).toMatchObject({ kind: "version-changed", incidentId: String(second?.incidentId), version: "1" });
    expect(await restoring(`UPDATE incident_version SET bundle_id = NULL ${where}`, `UPDATE incident_version SET bundle_id = ${bundle} ${where}`)).toMatchObject({ kind: "version-missing", incidentId: String(second?.incidentId) });
    expect(await restoring(`UPDATE audit_bundle SET leaves = replace(leaves, ':1 ', ':2 ') WHERE id = ${bundle}`, `UPDATE audit_bundle SET leaves = replace(leaves, ':2 ', ':1 ') WHERE id = ${bundle}`)).toMatchObject({ kind: "bundle-changed", bundle });
    await sql("ALTER TABLE incident_version ENABLE TRIGGER USER");
    await sql("ALTER TABLE audit_bundle ENABLE TRIGGER USER");
  });
});

describe("the database itself", () => {
  const sql = (text: string) => db().$executeRawUnsafe(text);
  it("keeps what a batch wrote, its file and its end, and lets no record slip into a batch or out of it", async () => {
    const id = await imported(world.analyst, rows(2, 80_000));
    const record = await db().incident.findFirstOrThrow({ where: { importId: id } });
    await expect(sql(`DELETE FROM import_record WHERE import_id = ${id}`)).rejects.toThrow(/append-only/);
    await expect(sql(`UPDATE import_run SET sha256 = repeat('0', 64) WHERE id = ${id}`)).rejects.toThrow(/stay as they came/);
    await expect(sql(`UPDATE import_run SET status = 'READY', committed_at = NULL WHERE id = ${id}`)).rejects.toThrow(/does not become/);
    await expect(sql(`DELETE FROM import_run WHERE id = ${id}`)).rejects.toThrow(/append-only/);
    await expect(sql(`UPDATE incident SET import_id = NULL WHERE id = ${record.id}`)).rejects.toThrow(/stays a record of the batch/);
    await expect(sql(`INSERT INTO incident (type, title, narrative, occurred_start, time_precision, location_precision, author_id, last_editor_id, team_id, import_id) VALUES ('CV02', 'x', '', '2021-01-01', 'T4_DAY', 'L0_UNKNOWN', ${world.analyst.userId}, ${world.analyst.userId}, 1, ${id})`)).rejects.toThrow(/while it is written/);
    await expect(sql(`INSERT INTO incident (type, title, narrative, occurred_start, time_precision, location_precision, author_id, last_editor_id, team_id, workflow) VALUES ('CV02', 'x', '', '2021-01-01', 'T4_DAY', 'L0_UNKNOWN', ${world.analyst.userId}, ${world.analyst.userId}, 1, 'SUBMITTED')`)).rejects.toThrow(/begins as DRAFT/);
    const trial = await readIn(world.analyst, rows(1, 81_000), { dryRun: true });
    await expect(sql(`UPDATE import_run SET status = 'COMMITTING' WHERE id = ${trial}`)).rejects.toThrow(/trial_writes_nothing/);
  });
});
