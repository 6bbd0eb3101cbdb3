import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { findMismatch, undoMismatch } from "@/lib/evidence/mismatch/service";
import { findEvidence } from "@/lib/evidence/queries";
import { withdrawEvidence } from "@/lib/evidence/service";
import { scopeOf } from "@/lib/incidents/policy";
import { findIncident } from "@/lib/incidents/queries";
import { entryInputOf } from "@/lib/incidents/schema";
import { editIncident } from "@/lib/incidents/service";
import { aDiskStorage, attach } from "../../support/evidence-builders";
import { aPhotograph } from "../../support/evidence-files";
import { fixedNow } from "../../support/incident-builders";
import { log, must, plantWorld, step, type World } from "../../support/incident-world";

let world: World;
const storage = aDiskStorage();
beforeAll(async () => {
  world = await plantWorld();
});

type Marks = "S0_PUBLIC" | "S3_SOURCE_PROTECTED";
async function aRecordWithFile(sensitivity: Marks = "S0_PUBLIC"): Promise<{ record: number; file: number }> {
  const record = await log(world.analyst);
  const file = must(await attach(world.analyst, { storage, incidentId: record, file: await aPhotograph(), fields: { sensitivity } })).id;
  return { record, file };
}
async function publishedWithFile(sensitivity?: Marks) {
  const made = await aRecordWithFile(sensitivity);
  for (const [actor, command] of [[world.analyst, "submit"], [world.reviewer, "claim"], [world.reviewer, "approve"], [world.reviewer2, "publish"]] as const) must(await step(actor, made.record, { command }));
  return made;
}

const viewFor = async (actor: World["analyst"], id: number) => (await findIncident(scopeOf(actor), id)) ?? expect.fail(`no record ${id}`);
const flags = async (id: number) => (await viewFor(world.auditor, id)).flags;
const reason = "The picture shows a house of two floors; the claims speak of a post.";
const found = (file: number, actor = world.reviewer) => findMismatch(actor, { id: file, reason }, fixedNow);
const conflict = { ok: false, refusal: { kind: "conflict" } };

describe("a finding that a file and the claims differ", () => {
  it("marks the record and is kept with its reason, its version and its audit entry; no approval falls away", async () => {
    const { record, file } = await publishedWithFile();
    const before = await db().incident.findUniqueOrThrow({ where: { id: record } });
    must(await found(file));
    const after = await db().incident.findUniqueOrThrow({ where: { id: record } });
    expect(after).toMatchObject({ flags: ["MEDIA_MISMATCH"], workflow: "PUBLISHED", contentVersion: before.contentVersion, version: before.version + 1, lastEditorId: before.lastEditorId });
    expect(await db().auditEntry.findFirstOrThrow({ where: { event: "evidence.mismatchFound" }, orderBy: { id: "desc" } })).toMatchObject({ subjectId: String(record), actorId: world.reviewer.userId, data: { version: after.version, evidence: file, reason } });
    expect((await db().incidentVersion.findFirstOrThrow({ where: { incidentId: record, version: after.version } })).snapshot).toMatchObject({ flags: ["MEDIA_MISMATCH"] });
    expect((await findEvidence(scopeOf(world.viewer), file))?.view.mismatch).toEqual({ reason, at: fixedNow.toISOString(), by: null });
    expect((await findEvidence(scopeOf(world.auditor), file))?.view.mismatch).toMatchObject({ by: "reviewer" });
  });

  it("is a reviewer's who neither wrote nor last edited the record", async () => {
    const { file } = await aRecordWithFile();
    for (const actor of [world.analyst, world.colleague, world.admin]) expect(await found(file, actor)).toMatchObject({ ok: false, refusal: { kind: actor === world.admin ? "not-found" : "forbidden" } });
    const own = await log(world.reviewer);
    const mine = must(await attach(world.reviewer, { storage, incidentId: own, file: await aPhotograph() })).id;
    expect(await found(mine)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    expect(await db().evidenceMismatch.count({ where: { evidenceId: { in: [file, mine] } } })).toBe(0);
  });

  it("stands once for a file, though two reviewers find it at once", async () => {
    const { file } = await aRecordWithFile();
    const results = await Promise.all([found(file, world.reviewer), found(file, world.reviewer2)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject(conflict);
  });

  it("outlives an edit of the record, and is taken back with a reason", async () => {
    const { record, file } = await aRecordWithFile();
    must(await found(file));
    const { version, ...view } = await viewFor(world.analyst, record);
    must(await editIncident(world.analyst, { id: record, expectedVersion: version, input: { ...entryInputOf({ version, ...view }), title: "Another title" } }, fixedNow));
    expect(await flags(record)).toContain("MEDIA_MISMATCH");
    must(await undoMismatch(world.reviewer2, { id: file, reason: "It is the same house." }, fixedNow));
    expect(await flags(record)).not.toContain("MEDIA_MISMATCH");
    expect(await undoMismatch(world.reviewer2, { id: file, reason: "Once more." }, fixedNow)).toMatchObject(conflict);
    expect(await db().evidenceMismatch.findFirstOrThrow({ where: { evidenceId: file } })).toMatchObject({ reason, foundById: world.reviewer.userId, undoneReason: "It is the same house.", undoneById: world.reviewer2.userId });
  });

  it("goes with the file when that is withdrawn, and nothing is found of it any more", async () => {
    const { record, file } = await aRecordWithFile();
    must(await found(file));
    must(await withdrawEvidence(world.analyst, { id: file, expectedVersion: 1, reason: "Another event." }, fixedNow));
    expect(await flags(record)).not.toContain("MEDIA_MISMATCH");
    expect(await found(file)).toMatchObject(conflict);
  });

  it("goes over to the correction with its file, in the words and the name of who found it", async () => {
    const { record, file } = await publishedWithFile();
    must(await found(file));
    const draft = must(await step(world.reviewer, record, { command: "correct", reason: "The place was wrong." }));
    expect(await flags(draft.id)).toContain("MEDIA_MISMATCH");
    const carried = await db().evidenceMismatch.findFirstOrThrow({ where: { incidentId: draft.id } });
    expect(carried).toMatchObject({ reason, foundById: world.reviewer.userId, foundAt: fixedNow });
    expect(carried.carriedFromId).not.toBeNull();
  });

  it("of a protected file gives no mark to who may not know of the file", async () => {
    const { record, file } = await publishedWithFile("S3_SOURCE_PROTECTED");
    must(await found(file));
    expect((await viewFor(world.viewer, record)).flags).not.toContain("MEDIA_MISMATCH");
    expect((await viewFor(world.stranger, record)).flags).not.toContain("MEDIA_MISMATCH");
    expect((await viewFor(world.analyst, record)).flags).toContain("MEDIA_MISMATCH");
  });
});

describe("the database", () => {
  const insert = (incident: number, file: number, by: number) => db().$executeRawUnsafe(`INSERT INTO evidence_mismatch (incident_id, evidence_id, reason, found_by_id, found_at) VALUES (${incident}, ${file}, 'r', ${by}, now())`);

  it("takes a finding from nobody but a reviewer with clean hands, of a file of that record", async () => {
    const { record, file } = await aRecordWithFile();
    await expect(insert(record, file, world.analyst.userId)).rejects.toThrow(/four eyes/);
    await expect(insert(record, file, world.admin.userId)).rejects.toThrow(/four eyes/);
    await expect(insert((await aRecordWithFile()).record, file, world.reviewer.userId)).rejects.toThrow(/does not stand/);
    await db().$executeRawUnsafe(`UPDATE incident SET last_editor_id = ${world.reviewer.userId}, content_version = content_version + 1 WHERE id = ${record}`);
    await expect(insert(record, file, world.reviewer.userId)).rejects.toThrow(/four eyes/);
    expect(await insert(record, file, world.reviewer2.userId)).toBe(1);
    await expect(insert(record, file, world.reviewer3.userId)).rejects.toThrow(/evidence_mismatch_standing/);
  });

  it("keeps a finding for ever, changed by nobody, carried by no false name", async () => {
    const { file } = await aRecordWithFile();
    must(await found(file));
    const sql = (text: string) => db().$executeRawUnsafe(text);
    await expect(sql(`UPDATE evidence_mismatch SET reason = 'x' WHERE evidence_id = ${file}`)).rejects.toThrow(/kept|four eyes/);
    await expect(sql(`DELETE FROM evidence_mismatch WHERE evidence_id = ${file}`)).rejects.toThrow(/kept/);
    await expect(sql("TRUNCATE evidence_mismatch CASCADE")).rejects.toThrow(/append-only/);
    await expect(sql(`UPDATE evidence_mismatch SET undone_at = now(), undone_by_id = ${world.analyst.userId}, undone_reason = 'x' WHERE evidence_id = ${file}`)).rejects.toThrow(/four eyes/);
    const { id } = await db().evidenceMismatch.findFirstOrThrow({ where: { evidenceId: file } });
    const other = await aRecordWithFile();
    await expect(sql(`INSERT INTO evidence_mismatch (incident_id, evidence_id, reason, found_by_id, found_at, carried_from_id) VALUES (${other.record}, ${other.file}, 'r', ${world.analyst.userId}, now(), ${id})`)).rejects.toThrow(/carries no such finding/);
  });
});
