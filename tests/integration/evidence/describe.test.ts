import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { copyFor, originalFor } from "@/lib/evidence/reading/service";
import { findEvidence, listEvidence } from "@/lib/evidence/queries";
import { evidenceUploadFields, metadataOf } from "@/lib/evidence/schema";
import { describeEvidence, withdrawEvidence } from "@/lib/evidence/service";
import { scopeOf } from "@/lib/incidents/policy";
import { findIncident, findStoredRecord, listIncidentHistory } from "@/lib/incidents/queries";
import { editIncident } from "@/lib/incidents/service";
import type { Actor } from "@/lib/kernel/actor";
import { aDiskStorage, attach, textLike } from "../../support/evidence-builders";
import { aPdf, aPhotograph } from "../../support/evidence-files";
import { anIncidentInput, fixedNow } from "../../support/incident-builders";
import { log, must, plantWorld, step, type World } from "../../support/incident-world";

const storage = aDiskStorage();
let world: World;
beforeAll(async () => {
  world = await plantWorld();
});

const described = (fields: Record<string, string>) => metadataOf(evidenceUploadFields.parse(fields));
const added = async (incidentId: number, fields: Record<string, string> = {}, file?: Buffer) => must(await attach(world.analyst, { storage, incidentId, file: file ?? aPdf(), fields })).id;
const change = (actor: Actor, id: number, { version = "1", ...fields }: Record<string, string>) => describeEvidence(actor, { id, expectedVersion: Number(version), metadata: described(fields) }, fixedNow);
const withdraw = (actor: Actor, id: number, expectedVersion = 1) => withdrawEvidence(actor, { id, expectedVersion, reason: "The witness asked for it." }, fixedNow);

/** A published record with one item of evidence, of the given mark. */
async function publishedWith(fields: Record<string, string>, file?: Buffer): Promise<{ incidentId: number; id: number }> {
  const incidentId = await log(world.analyst);
  const id = await added(incidentId, fields, file);
  must(await step(world.analyst, incidentId, { command: "submit" }));
  must(await step(world.reviewer, incidentId, { command: "claim" }));
  must(await step(world.reviewer, incidentId, { command: "approve" }));
  must(await step(world.reviewer2, incidentId, { command: "publish" }));
  return { incidentId, id };
}

describe("describing evidence anew", () => {
  it("keeps both wordings in the audit, a step of custody and a new version of the record", async () => {
    const incidentId = await log(world.analyst);
    const id = await added(incidentId, { language: "ru" });
    expect(must(await change(world.analyst, id, { language: "hy", quote: "words", licence: "CC_BY" }))).toMatchObject({ version: 2, incident: incidentId });
    const audit = await db().auditEntry.findFirstOrThrow({ where: { event: "evidence.described", subjectId: String(incidentId) } });
    expect(audit.data).toMatchObject({ version: 3, evidence: id, changes: { language: { before: "ru", after: "hy" }, quote: { before: null, after: "words" }, licence: { before: "UNKNOWN", after: "CC_BY" } } });
    expect(await db().evidenceCustody.findFirstOrThrow({ where: { evidenceId: id, event: "DESCRIBED" } })).toMatchObject({ note: "quote, language, licence", actorId: world.analyst.userId });
    expect(await findEvidence(scopeOf(world.analyst), id)).toMatchObject({ view: { language: "hy", quote: "words", version: 2 } });
  });

  it("that says nothing new leaves no trace", async () => {
    const id = await added(await log(world.analyst), { language: "ru" });
    expect(must(await change(world.analyst, id, { language: "ru" })).version).toBe(1);
    expect(await db().evidenceCustody.count({ where: { evidenceId: id, event: "DESCRIBED" } })).toBe(0);
  });

  it("is for the own team and reviewers, and never over somebody else's change", async () => {
    const id = await added(await log(world.analyst));
    for (const [name, kind] of [["viewer", "not-found"], ["stranger", "not-found"], ["auditor", "forbidden"], ["admin", "not-found"]] as const) {
      expect(await change(world[name], id, { language: "hy" })).toMatchObject({ ok: false, refusal: { kind } });
    }
    const race = await Promise.all([world.analyst, world.colleague, world.reviewer].map((actor, index) => change(actor, id, { quote: `words ${index}` })));
    expect(race.filter((result) => result.ok)).toHaveLength(1);
    expect(race.filter((result) => !result.ok).map((result) => (result.ok ? "" : result.refusal.kind))).toEqual(["conflict", "conflict"]);
  });

  it("of a published record can only protect further", async () => {
    const { id, incidentId } = await publishedWith({ sensitivity: "S0_PUBLIC" }, await aPhotograph());
    expect(await copyFor(world.viewer, { id, isSmall: false })).toMatchObject({ ok: true });
    expect(await change(world.analyst, id, { sensitivity: "S0_PUBLIC", quote: "new" })).toMatchObject({ ok: false, refusal: { kind: "conflict", reason: textLike(/correction/) } });
    expect(must(await change(world.analyst, id, { sensitivity: "S3_SOURCE_PROTECTED", isGraphic: "true" })).version).toBe(2);
    expect(await copyFor(world.viewer, { id, isSmall: false })).toMatchObject({ ok: false, refusal: { kind: "not-found" } });
    expect(await change(world.reviewer, id, { sensitivity: "S0_PUBLIC", isGraphic: "true", version: "2" })).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
    expect((await findStoredRecord(scopeOf(world.reviewer), incidentId))?.facts).toMatchObject({ workflow: "PUBLISHED", lastEditorId: world.analyst.userId });
  });
});

describe("withdrawing evidence", () => {
  it("hides it from others, keeps the file and its custody, and tells the reason to those who may know", async () => {
    const { id, incidentId } = await publishedWith({ sensitivity: "S0_PUBLIC" }, await aPhotograph());
    expect(await withdraw(world.analyst, id)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    must(await withdraw(world.reviewer, id));
    expect((await findIncident(scopeOf(world.reviewer), incidentId))?.evidence).toEqual([]);
    expect(await copyFor(world.viewer, { id, isSmall: true })).toMatchObject({ ok: false, refusal: { kind: "not-found" } });
    expect(await originalFor(world.analyst, id, fixedNow)).toMatchObject({ ok: true });
    expect(await findEvidence(scopeOf(world.auditor), id)).toMatchObject({ view: { withdrawn: { by: "reviewer", reason: "The witness asked for it." } } });
    expect(await db().auditEntry.count({ where: { event: "evidence.withdrawn", subjectId: String(incidentId) } })).toBe(1);
    expect(await withdraw(world.reviewer, id, 2)).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
  });

  it("lets the same file come back as another item", async () => {
    const incidentId = await log(world.analyst);
    const file = aPdf();
    const first = await added(incidentId, {}, file);
    must(await withdraw(world.analyst, first));
    const again = must(await attach(world.analyst, { storage, incidentId, file }));
    expect(again).toMatchObject({ isNew: true });
    expect(again.id).not.toBe(first);
  });
});

describe("a claim that evidence bears on", () => {
  it("is found again after an edit that leaves it as it is, and said to be lost after one that changes it", async () => {
    const claims = [{ stance: "ALLEGED_BY", speaker: "RU_MOD", against: "AZ", statedOn: "2022-03-26" }, { stance: "DENIED_BY", speaker: "AZ_MOD", against: null, statedOn: "2022-03-26" }];
    const incidentId = await log(world.analyst, { claims });
    const id = await added(incidentId, { claims: "1" });
    must(await editIncident(world.analyst, { id: incidentId, expectedVersion: 2, input: anIncidentInput({ claims: claims.toReversed() }) }, fixedNow));
    expect(await findEvidence(scopeOf(world.analyst), id)).toMatchObject({ view: { claims: [0], lostClaims: 0 } });
    must(await editIncident(world.analyst, { id: incidentId, expectedVersion: 3, input: anIncidentInput({ claims: [claims[0]] }) }, fixedNow));
    expect(await findEvidence(scopeOf(world.analyst), id)).toMatchObject({ view: { claims: [], lostClaims: 1 } });
  });
});

describe("a correction", () => {
  it("begins with the evidence of the record that it corrects, whose protected parts stay with the team that brought it in", async () => {
    const { id, incidentId } = await publishedWith({ sensitivity: "S3_SOURCE_PROTECTED" });
    const correction = must(await step(world.stranger, incidentId, { command: "correct", reason: "A date was wrong." })).id;
    const carried = await db().evidence.findFirstOrThrow({ where: { incidentId: correction } });
    expect(carried).toMatchObject({ carriedFromId: id, sensitivity: "S3_SOURCE_PROTECTED", teamId: world.analyst.teamId });
    expect(await db().evidenceCustody.findMany({ where: { evidenceId: carried.id }, select: { event: true, actorId: true } })).toEqual([{ event: "CARRIED", actorId: world.stranger.userId }]);
    const record = await findStoredRecord(scopeOf(world.stranger), correction);
    expect(record && (await listEvidence(scopeOf(world.stranger), record))).toEqual([]);
    expect((await findIncident(scopeOf(world.stranger), correction))?.evidence).toEqual([]);
    expect((await findIncident(scopeOf(world.reviewer), correction))?.evidence).toHaveLength(1);
    expect(await originalFor(world.stranger, carried.id, fixedNow)).toMatchObject({ ok: false, refusal: { kind: "not-found" } });
    expect(await originalFor(world.reviewer, carried.id, fixedNow)).toMatchObject({ ok: true });
  });
});

describe("the history of a record", () => {
  it("tells of evidence to those alone who may read all of it", async () => {
    const { incidentId } = await publishedWith({ sensitivity: "S3_SOURCE_PROTECTED" });
    const told = async (actor: Actor) => (await listIncidentHistory(scopeOf(actor), incidentId))?.filter((entry) => entry.event.startsWith("evidence.")).length;
    expect([await told(world.analyst), await told(world.reviewer), await told(world.auditor), await told(world.stranger), await told(world.admin), await told(world.viewer)]).toEqual([1, 1, 1, 0, 0, 0]);
  });
});
