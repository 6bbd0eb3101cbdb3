import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { prepareEvidence } from "@/lib/evidence/attach/service";
import { copyFor, bytesOf, originalFor } from "@/lib/evidence/reading/service";
import { findEvidence, listCustody, listEvidence } from "@/lib/evidence/queries";
import { evidenceUploadFields } from "@/lib/evidence/schema";
import { scopeOf } from "@/lib/incidents/policy";
import { findIncident, findStoredRecord } from "@/lib/incidents/queries";
import type { Actor } from "@/lib/kernel/actor";
import { aDiskStorage, attach, limitBytes, open, readAll, textLike, textWithout } from "../../support/evidence-builders";
import { aDrawing, aFilm, aPage, aPdf, aPhotograph, aProgram, carriedBy } from "../../support/evidence-files";
import { fixedNow } from "../../support/incident-builders";
import { log, must, plantWorld, published, step, type World } from "../../support/incident-world";

const storage = aDiskStorage();
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const waiting = (): string[] => readdirSync(path.join(process.env["TRUCE_DATA_DIR"] ?? "", "evidence", "incoming"));
const countOn = (incidentId: number) => db().evidence.count({ where: { incidentId } });
const copyBytes = async (actor: Actor, id: number, isSmall = false) => readAll(await bytesOf(must(await copyFor(actor, { id, isSmall })), storage));
const originalBytes = async (actor: Actor, id: number) => readAll(await bytesOf(must(await originalFor(actor, id, fixedNow)), storage));

let world: World;
beforeAll(async () => {
  world = await plantWorld();
});

describe("a photograph that is added to a record", () => {
  it("is kept byte for byte, with a copy that tells no place, no device and is upright", async () => {
    const incidentId = await log(world.analyst);
    const photograph = await aPhotograph();
    expect(await carriedBy(photograph)).toMatchObject({ gps: [40, 3, 36], make: "Maker of telephones", orientation: 6, width: 640, height: 360 });
    const { id, isNew } = must(await attach(world.analyst, { storage, incidentId, file: photograph, fields: open }));
    expect(isNew).toBe(true);
    const original = await originalBytes(world.analyst, id);
    expect(original.equals(photograph)).toBe(true);
    const copy = await carriedBy(await copyBytes(world.analyst, id));
    expect(copy).toEqual({ gps: undefined, make: undefined, hasBlocks: false, orientation: undefined, width: 360, height: 640 });
    const small = await copyBytes(world.analyst, id, true);
    expect(await carriedBy(small)).toMatchObject({ hasBlocks: false, height: 480 });
    expect(`${original.toString("latin1")}`).toContain("Secret device");
    expect(`${small.toString("latin1")}${(await copyBytes(world.analyst, id)).toString("latin1")}`).not.toContain("Secret device");
  });

  it("writes row, custody, audit, a new version and its snapshot together", async () => {
    const incidentId = await log(world.analyst);
    const photograph = await aPhotograph();
    const { id } = must(await attach(world.analyst, { storage, incidentId, file: photograph, fields: { ...open, kind: "PRIMARY_MEDIA", capturedAt: "2022-03-25T10:00:00Z", capturedPrecision: "T1_MINUTE", claims: "0" } }));
    const record = await findStoredRecord(scopeOf(world.analyst), incidentId);
    expect(record).toMatchObject({ version: 2, contentVersion: 2 });
    expect(record?.view.evidence).toEqual([
      { id, kind: "PRIMARY_MEDIA", sha256: sha256(photograph), mimeType: "image/jpeg", bytes: photograph.byteLength, sensitivity: "S0_PUBLIC", isGraphic: false, capturedAt: "2022-03-25T10:00:00.000Z", licence: "UNKNOWN", hasCopy: true, differs: false },
    ]);
    const custody = record && (await listCustody(scopeOf(world.analyst), record)).get(id);
    expect(custody?.map((entry) => entry.event)).toEqual(["RECEIVED", "HASHED", "STORED", "DERIVED"]);
    expect(custody?.[1]).toMatchObject({ sha256: sha256(photograph), by: "analyst" });
    const audit = await db().auditEntry.findFirstOrThrow({ where: { event: "evidence.attached", subjectId: String(incidentId) } });
    expect(audit.data).toMatchObject({ version: 2, evidence: id, sha256: sha256(photograph) });
    const snapshot = await db().incidentVersion.findUniqueOrThrow({ where: { incidentId_version: { incidentId, version: 2 } } });
    expect(JSON.stringify(snapshot.snapshot)).toContain(sha256(photograph));
    expect(await findEvidence(scopeOf(world.analyst), id)).toMatchObject({ view: { claims: [0], lostClaims: 0, originalName: "IMG_0001.jpg", uploadedBy: "analyst" } });
  });

  it("is not added twice to one record, and the same file elsewhere is told", async () => {
    const [first, second] = [await log(world.analyst), await log(world.analyst)];
    const photograph = await aPhotograph();
    const one = must(await attach(world.analyst, { storage, incidentId: first, file: photograph }));
    const again = must(await attach(world.analyst, { storage, incidentId: first, file: photograph, name: "another-name.jpg" }));
    expect(again).toEqual({ id: one.id, isNew: false });
    expect(await countOn(first)).toBe(1);
    const other = must(await attach(world.analyst, { storage, incidentId: second, file: photograph }));
    expect(other.isNew).toBe(true);
    expect((await findEvidence(scopeOf(world.analyst), other.id))?.view.alsoOn).toEqual([{ incident: first, reference: textLike(/^TL-/), evidence: one.id }]);
    expect((await findEvidence(scopeOf(world.reviewer), one.id))?.view.alsoOn).toHaveLength(1);
  });

  it("added by two at the same moment stands on the record once", async () => {
    const incidentId = await log(world.analyst);
    const photograph = await aPhotograph();
    const results = await Promise.all([world.analyst, world.colleague, world.reviewer].map((actor) => attach(actor, { storage, incidentId, file: photograph })));
    expect(results.map((result) => must(result).isNew).filter(Boolean)).toHaveLength(1);
    expect(await countOn(incidentId)).toBe(1);
  });
});

describe("what a file is", () => {
  it.each([
    ["a film", aFilm, "video/mp4"],
    ["a PDF", aPdf, "application/pdf"],
    ["a page called .jpg", aPage, "text/html"],
    ["a drawing called .jpg", aDrawing, "image/svg+xml"],
  ])("is told by its content: %s", async (_what, make, mimeType) => {
    const incidentId = await log(world.analyst);
    const { id } = must(await attach(world.analyst, { storage, incidentId, file: make(), fields: open }));
    const found = await findEvidence(scopeOf(world.analyst), id);
    expect(found?.view).toMatchObject({ mimeType, copy: { state: "NOT_POSSIBLE", mimeType: null } });
    expect(await copyFor(world.analyst, { id, isSmall: false })).toMatchObject({ ok: false, refusal: { kind: "conflict", reason: textLike(/metadata can't be removed/) } });
  });

  it("hands out what a browser could run as bytes without a meaning", async () => {
    const incidentId = await log(world.analyst);
    for (const [file, contentType] of [[aPage(), "application/octet-stream"], [aDrawing(), "application/octet-stream"], [aPdf(), "application/pdf"], [Buffer.from("plain words"), "text/plain; charset=utf-8"]] as const) {
      const { id } = must(await attach(world.analyst, { storage, incidentId, file, name: "a.html" }));
      expect(must(await originalFor(world.analyst, id, fixedNow))).toMatchObject({ contentType, disposition: textLike(/^attachment; filename="a.html"/) });
    }
  });

  it("decides whether it is taken: a program called .jpg is refused, and nothing is left of it", async () => {
    const incidentId = await log(world.analyst);
    expect(await attach(world.analyst, { storage, incidentId, file: aProgram() })).toMatchObject({ ok: false, refusal: { kind: "invalid", errors: [{ path: "file", code: "type_not_taken" }] } });
    expect([await countOn(incidentId), waiting()]).toEqual([0, []]);
  });

  it("is a picture that can't be read: it is kept, and no copy is pretended", async () => {
    const incidentId = await log(world.analyst);
    const broken = Buffer.concat([(await aPhotograph()).subarray(0, 40), Buffer.from("not a picture any more")]);
    const { id } = must(await attach(world.analyst, { storage, incidentId, file: broken, fields: open }));
    expect((await findEvidence(scopeOf(world.analyst), id))?.view.copy).toMatchObject({ state: "UNREADABLE" });
  });
});

describe("limits", () => {
  it("refuses an empty file, and one that grows too large while it comes in", async () => {
    const incidentId = await log(world.analyst);
    expect(await attach(world.analyst, { storage, incidentId, file: Buffer.alloc(0) })).toMatchObject({ ok: false, refusal: { errors: [{ code: "empty" }] } });
    expect(await attach(world.analyst, { storage, incidentId, file: Buffer.alloc(limitBytes + 1) })).toMatchObject({ ok: false, refusal: { errors: [{ code: "too_large" }] } });
    expect([await countOn(incidentId), waiting()]).toEqual([0, []]);
  });

  it("takes no file that is not the one that was announced", async () => {
    const incidentId = await log(world.analyst);
    const result = await attach(world.analyst, { storage, incidentId, file: aPdf(), fields: { sha256: sha256(Buffer.from("another")) } });
    expect(result).toMatchObject({ ok: false, refusal: { errors: [{ path: "sha256", code: "digest_mismatch" }] } });
    expect(await countOn(incidentId)).toBe(0);
  });

  it("takes no claim that the record hasn't, and no capture that has not come yet", async () => {
    const incidentId = await log(world.analyst);
    expect(await attach(world.analyst, { storage, incidentId, file: aPdf(), fields: { claims: "7" } })).toMatchObject({ ok: false, refusal: { errors: [{ path: "claims" }] } });
    expect(await attach(world.analyst, { storage, incidentId, file: aPdf(), fields: { capturedAt: "2031-01-01T00:00:00Z", capturedPrecision: "T4_DAY" } })).toMatchObject({ ok: false, refusal: { errors: [{ path: "capturedAt" }] } });
  });
});

describe("who may add evidence", () => {
  it("the own team and reviewers; nobody else, and no byte is read before", async () => {
    const incidentId = await published(world);
    const draft = await log(world.analyst);
    const never = { [Symbol.asyncIterator]: () => { throw new Error("was read"); } };
    const outcomes: [keyof World, number, string][] = [
      ["viewer", incidentId, "forbidden"], ["admin", incidentId, "forbidden"], ["auditor", incidentId, "forbidden"], ["stranger", incidentId, "forbidden"],
      ["analyst", incidentId, "conflict"], ["reviewer", incidentId, "conflict"], ["viewer", draft, "not-found"], ["stranger", draft, "not-found"],
    ];
    for (const [name, id, kind] of outcomes) {
      const upload = { incidentId: id, fields: evidenceUploadFields.parse({}), fileName: "a", bytes: never };
      const result = await prepareEvidence(world[name] as Actor, upload, { storage, limitBytes, now: fixedNow });
      expect([name, result.ok ? "ok" : result.refusal.kind]).toEqual([name, kind]);
    }
  });

  it("whoever adds it becomes the last editor, and earlier approvals fall away", async () => {
    const incidentId = await log(world.analyst, { casualties: [{ outcome: "KILLED", best: 2 }] });
    must(await step(world.analyst, incidentId, { command: "submit" }));
    must(await step(world.reviewer, incidentId, { command: "claim" }));
    must(await step(world.reviewer, incidentId, { command: "approve" }));
    must(await attach(world.reviewer2, { storage, incidentId, file: aPdf() }));
    expect(await step(world.reviewer2, incidentId, { command: "approve" })).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    expect(must(await step(world.reviewer3, incidentId, { command: "approve" })).workflow).toBe("IN_REVIEW");
    expect(must(await step(world.reviewer, incidentId, { command: "approve" })).workflow).toBe("APPROVED");
  });
});

describe("who may see it", () => {
  it("a viewer of a published record has the copy of open evidence and neither original, name nor protected items", async () => {
    const incidentId = await log(world.analyst);
    const shown = must(await attach(world.analyst, { storage, incidentId, file: await aPhotograph(), fields: { ...open, capturedBy: "Somebody by name" } })).id;
    const hidden = must(await attach(world.analyst, { storage, incidentId, file: await aPhotograph(), name: "secret-name.jpg", fields: { sensitivity: "S3_SOURCE_PROTECTED" } })).id;
    must(await step(world.analyst, incidentId, { command: "submit" }));
    must(await step(world.reviewer, incidentId, { command: "claim" }));
    must(await step(world.reviewer, incidentId, { command: "approve" }));
    must(await step(world.reviewer2, incidentId, { command: "publish" }));
    for (const name of ["viewer", "stranger", "admin"] as const) {
      const scope = scopeOf(world[name]);
      const record = await findStoredRecord(scope, incidentId);
      const items = record ? await listEvidence(scope, record) : [];
      expect(items.map((item) => item.id)).toEqual([shown]);
      expect(items[0]).toMatchObject({ originalName: null, capturedBy: null, mayOpenOriginal: false });
      expect((await findIncident(scope, incidentId))?.evidence.map((item) => item.id)).toEqual([shown]);
      expect(await copyFor(world[name], { id: shown, isSmall: false })).toMatchObject({ ok: true, value: { disposition: textWithout("IMG_0001") } });
      expect(await originalFor(world[name], shown, fixedNow)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
      for (const read of [copyFor(world[name], { id: hidden, isSmall: true }), originalFor(world[name], hidden, fixedNow)]) expect(await read).toMatchObject({ ok: false, refusal: { kind: "not-found" } });
      expect(record && (await listCustody(scope, record)).size).toBe(0);
    }
    for (const name of ["analyst", "colleague", "reviewer2", "auditor"] as const) expect(await originalFor(world[name], hidden, fixedNow)).toMatchObject({ ok: true });
    expect(await db().evidenceCustody.count({ where: { evidenceId: hidden, event: "ORIGINAL_OPENED" } })).toBe(4);
  });

  it("evidence of a protected record is protected whatever its own mark", async () => {
    const incidentId = await published(world, { sensitivity: "S2_RESTRICTED" });
    await db().$executeRawUnsafe("ALTER TABLE evidence DISABLE TRIGGER evidence_frozen");
    const draft = await log(world.analyst);
    const id = must(await attach(world.analyst, { storage, incidentId: draft, file: await aPhotograph(), fields: open })).id;
    await db().$executeRawUnsafe(`ALTER TABLE evidence DISABLE TRIGGER evidence_bytes_kept; UPDATE evidence SET incident_id = ${incidentId} WHERE id = ${id}; ALTER TABLE evidence ENABLE TRIGGER ALL`);
    expect(await copyFor(world.viewer, { id, isSmall: false })).toMatchObject({ ok: false, refusal: { kind: "not-found" } });
    expect((await findIncident(scopeOf(world.viewer), incidentId))?.evidence).toEqual([]);
    expect(await copyFor(world.reviewer, { id, isSmall: false })).toMatchObject({ ok: true });
  });
});
