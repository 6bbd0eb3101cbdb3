import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { attachEvidence, prepareEvidence } from "@/lib/evidence/attach/service";
import { rehashEvidence } from "@/lib/evidence/integrity/service";
import { evidenceUploadFields } from "@/lib/evidence/schema";
import { diskStorage } from "@/lib/evidence/storage/disk/store";
import { sweepEvidence } from "@/lib/evidence/sweep/service";
import { attach, inChunks, limitBytes, textLike } from "../../support/evidence-builders";
import { aPdf, aPhotograph } from "../../support/evidence-files";
import { fixedNow } from "../../support/incident-builders";
import { log, must, plantWorld, type World } from "../../support/incident-world";

let world: World;
let folder: string;
beforeAll(async () => {
  world = await plantWorld();
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "truce-test-integrity-"));
});

const files = (below = folder): string[] => readdirSync(below, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
const fileOf = (sha256: string): string => files().find((file) => file.endsWith(sha256)) ?? "";
const hoursAgo = (file: string, hours: number): void => utimesSync(file, new Date(fixedNow.getTime() - hours * 3_600_000), new Date(fixedNow.getTime() - hours * 3_600_000));

describe("hashing every file again", () => {
  it("finds what was changed and what is missing, names the items, and writes it into their custody", async () => {
    const storage = diskStorage(folder);
    const incidentId = await log(world.analyst);
    const ids: number[] = [];
    for (let made = 0; made < 3; made++) ids.push(must(await attach(world.analyst, { storage, incidentId, file: await aPhotograph() })).id);
    const [sound, changed, missing] = ids;
    const rowOf = (id: number | undefined) => db().evidence.findUniqueOrThrow({ where: { id: id ?? 0 } });
    writeFileSync(fileOf((await rowOf(changed)).sha256), "another file");
    writeFileSync(fileOf((await rowOf(changed)).copySha256 ?? ""), "another copy");
    await diskStorage(folder).remove((await rowOf(missing)).sha256);
    const progress: number[] = [];
    const { checked, faults } = must(await rehashEvidence(world.auditor, { storage, now: fixedNow, onProgress: (done) => progress.push(done) }));
    expect([checked, progress]).toEqual([3, [1, 2, 3]]);
    expect(faults.map(({ evidence, part, found }) => [evidence, part, found === null])).toEqual([[changed, "original", false], [changed, "copy", false], [missing, "original", true]]);
    const lastOf = async (id: number | undefined) => (await db().evidenceCustody.findMany({ where: { evidenceId: id ?? 0, actorId: world.auditor.userId }, orderBy: { id: "asc" } })).map(({ event, note }) => [event, note]);
    expect(await lastOf(sound)).toEqual([["REHASHED_OK", null]]);
    expect(await lastOf(changed)).toEqual([["REHASHED_MISMATCH", "original"], ["REHASHED_MISMATCH", "copy"]]);
    expect(await lastOf(missing)).toEqual([["MISSING", "original"]]);
    expect((await db().auditEntry.findFirstOrThrow({ where: { event: "evidence.verified" } })).data).toEqual({ checked: 3, changed: [changed], missing: [missing] });
  });

  it.each(["viewer", "analyst", "reviewer"] as const)("is not for the role of %s", async (name) => {
    expect(await rehashEvidence(world[name], { storage: diskStorage(folder), now: fixedNow })).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    expect(await sweepEvidence(world[name], { storage: diskStorage(folder), now: fixedNow })).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
  });
});

describe("files that nobody needs", () => {
  const prepared = async (incidentId: number, file: Buffer) => {
    const upload = { incidentId, fields: evidenceUploadFields.parse({}), fileName: "a", bytes: inChunks(file) };
    return must(await prepareEvidence(world.analyst, upload, { storage: diskStorage(folder), limitBytes, now: fixedNow }));
  };

  it("are swept when their row was never written, and those with a row are not", async () => {
    const storage = diskStorage(folder);
    const incidentId = await log(world.analyst);
    const kept = must(await attach(world.analyst, { storage, incidentId, file: await aPhotograph() })).id;
    await prepared(incidentId, await aPhotograph());
    expect(files()).toHaveLength(6);
    for (const file of files()) hoursAgo(file, 2);
    expect(must(await sweepEvidence(world.admin, { storage, now: fixedNow }))).toMatchObject({ objects: 3 });
    const { sha256, copySha256, thumbnailSha256 } = await db().evidence.findUniqueOrThrow({ where: { id: kept } });
    expect(new Set(files().map((file) => path.basename(file)))).toEqual(new Set([sha256, copySha256, thumbnailSha256]));
  });

  it("are left alone while they may still get their row", async () => {
    await prepared(await log(world.analyst), aPdf());
    for (const file of files()) hoursAgo(file, 0.5);
    expect(must(await sweepEvidence(world.admin, { storage: diskStorage(folder), now: fixedNow }))).toMatchObject({ objects: 0 });
    expect(files()).toHaveLength(1);
  });

  it("and were swept before their row was written are not put on record", async () => {
    const incidentId = await log(world.analyst);
    const ready = await prepared(incidentId, aPdf());
    for (const file of files()) hoursAgo(file, 2);
    must(await sweepEvidence(world.admin, { storage: diskStorage(folder), now: fixedNow }));
    expect(await attachEvidence(world.analyst, ready, { storage: diskStorage(folder), now: fixedNow })).toMatchObject({ ok: false, refusal: { kind: "conflict", reason: textLike(/send it again/) } });
    expect(await db().evidence.count({ where: { incidentId } })).toBe(0);
  });

  it("and uploads that broke off are removed once they are dead", async () => {
    const incoming = path.join(process.env["TRUCE_DATA_DIR"] ?? "", "evidence", "incoming");
    mkdirSync(incoming, { recursive: true });
    const [dead, alive] = [randomBytes(8).toString("hex"), randomBytes(8).toString("hex")].map((name) => path.join(incoming, name));
    for (const file of [dead, alive]) writeFileSync(file ?? "", "part of a file");
    hoursAgo(dead ?? "", 7);
    hoursAgo(alive ?? "", 1);
    expect(must(await sweepEvidence(world.admin, { storage: diskStorage(folder), now: fixedNow }))).toMatchObject({ uploads: 1 });
    expect(files(incoming)).toEqual([alive]);
  });
});
