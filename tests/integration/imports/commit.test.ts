import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { verifyAudit } from "@/lib/audit/chain/service";
import { db } from "@/lib/db/client";
import { findImport } from "@/lib/imports/queries";
import { importScopeOf } from "@/lib/imports/policy";
import { undoImport } from "@/lib/imports/undo/service";
import { writeRun } from "@/lib/imports/run/service";
import { findRun } from "@/lib/imports/store";
import { requestCommit } from "@/lib/imports/service";
import { decideRows } from "@/lib/imports/rows/service";
import { recordSelect, storedRecord } from "@/lib/incidents/record/queries";
import { logIncident } from "@/lib/incidents/service";
import { scopeOf } from "@/lib/incidents/policy";
import { countIncidents, findIncident } from "@/lib/incidents/queries";
import { filterFromSearchParams } from "@/lib/incidents/schema";
import type { Actor } from "@/lib/kernel/actor";
import { anIncidentInput, fixedNow } from "../../support/incident-builders";
import { inReview, log, must, plantWorld, published, step, type World } from "../../support/incident-world";
import { anImportRow, imported, readIn, written } from "../../support/import-builders";

let world: World;
/** What is kept of counts says the same as the records, whatever a batch did. */
afterEach(async () => {
  const drift = await db().$queryRaw<unknown[]>`SELECT kind, value FROM incident_tally_drift UNION ALL SELECT kind, value FROM incident_facet_drift`;
  if (drift.length > 0) throw new Error(`counts that are kept differ from the records: ${JSON.stringify(drift)}`);
});

beforeAll(async () => void (world = await plantWorld()));

const later = new Date("2026-11-25T12:00:00Z");
const rowsOf = (from: number, count: number, over: (record: number) => Parameters<typeof anImportRow>[1] = () => ({})) =>
  Array.from({ length: count }, (_none, at) => ({ ...anImportRow(from + at, over(from + at)), record: at + 1 }));
const run = async (actor: Actor, id: number) => {
  const scope = importScopeOf(actor);
  const found = scope && (await findImport(scope, id));
  if (!found) throw new Error(`no import ${id} for ${actor.role}`);
  return found.view;
};
const all = must(filterFromSearchParams(new URLSearchParams()));
const countFor = async (actor: Actor): Promise<number> => (await countIncidents(scopeOf(actor), all)).count;
const tables = ["incident", "claim", "casualty", "observation", "incident_obligation", "incident_source", "incident_version", "import_record", "audit_bundle", "source"] as const;
const sizes = async () => Object.fromEntries(await Promise.all(tables.map(async (table) => [table, Number((await db().$queryRawUnsafe<{ n: bigint }[]>(`SELECT count(*) AS n FROM ${table}`))[0]?.n)] as const)));
const verdict = async () => must(await verifyAudit(world.auditor, {}, later));

describe("a batch that is written", () => {
  it("leaves each record as logging it by hand would: content, places, sources, flags, snapshot, and an audit that holds", async () => {
    const id = await imported(world.analyst, rowsOf(1, 3, (record) => (record === 2 ? { incident: { claims: [{ stance: "ALLEGED_BY", speaker: "AM_MOD", against: "AZ" }, { stance: "DENIED_BY", speaker: "AZ_MOD" }], place: { name: "Farrukh" } } } : {})));
    expect(await run(world.analyst, id)).toMatchObject({ status: "COMMITTED", rows: { read: 3, accepted: 3 }, effects: { create: 3 } });
    const records = (await db().incident.findMany({ where: { importId: id }, select: { ...recordSelect, placeId: true, submittedAt: true }, orderBy: { id: "asc" } })).map((row) => ({ ...storedRecord(row), placeId: row.placeId }));
    expect(records).toHaveLength(3);
    for (const { view, contentVersion, facts, teamId, reference, placeId } of records) {
      const version = await db().incidentVersion.findUniqueOrThrow({ where: { incidentId_version: { incidentId: view.id, version: 1 } } });
      expect(version.snapshot).toEqual({ ...view, contentVersion, authorId: facts.authorId, lastEditorId: facts.lastEditorId, teamId, ...reference });
      expect(version).toMatchObject({ event: "incident.imported", actorId: world.analyst.userId });
      expect(placeId).not.toBeNull();
      expect(view.place).toMatchObject({ name: "Farrukh / Parukh", unit: "AZE-1739" });
      expect(view.sources).toContain(world.sourceId);
      expect(view).toMatchObject({ workflow: "DRAFT", verification: "V0_UNASSESSED" });
    }
    const [first, second] = records;
    const { claims, casualties, observations, place, occurred, title } = first?.view ?? {};
    const byHand = must(await logIncident(world.analyst, anIncidentInput({ claims: second?.view.claims, casualties, observations, place, occurred, title }), fixedNow));
    expect(second?.view.flags).toEqual((await findIncident(scopeOf(world.analyst), byHand.id))?.flags);
    expect(second?.view.flags).toEqual(["CONTESTED"]);
    expect(claims).toHaveLength(1);
    expect(await verdict()).toMatchObject({ isIntact: true, fault: null });
    expect(await db().auditEntry.findMany({ where: { subjectType: "import", subjectId: String(id) }, select: { event: true }, orderBy: { id: "asc" } })).toEqual(
      ["import.uploaded", "import.sourcesRegistered", "import.sealed", "import.committed"].map((event) => ({ event })),
    );
  });

  it("registers a source that many records name once, by its canonical address, and the next batch finds it", async () => {
    const known = await db().source.findMany({ where: { url: { contains: "example.invalid/report" } } });
    expect(known).toMatchObject([{ publisher: "example.invalid", publishedOn: "2022-03-27", reliability: "B", kind: "DATASET", basis: "data" }]);
    await imported(world.analyst, rowsOf(10, 1));
    expect(await db().source.count({ where: { url: { contains: "example.invalid/report" } } })).toBe(1);
  });

  it("hands its records in where that was asked, and never takes them further", async () => {
    const id = await imported(world.analyst, rowsOf(20, 1), { commitAs: "SUBMITTED" });
    expect(await db().incident.findMany({ where: { importId: id }, select: { workflow: true, submittedAt: true, verification: true } })).toEqual([{ workflow: "SUBMITTED", submittedAt: fixedNow, verification: "V0_UNASSESSED" }]);
  });

  it("is the same file again: nothing changes (trust rule 10), with ids and without", async () => {
    const rows = [...rowsOf(30, 2), { ...anImportRow(33, { externalId: null }), record: 3 }];
    await imported(world.analyst, rows);
    const before = await sizes();
    const again = await readIn(world.analyst, rows);
    expect(await run(world.analyst, again)).toMatchObject({ status: "READY", rows: { duplicate: 3, accepted: 0 }, effects: { create: 0, update: 0, skip: 3 }, reasons: { already_on_record: 3 } });
    expect(await requestCommit(world.analyst, { id: again }, { now: fixedNow })).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
    expect(await sizes()).toEqual(before);
  });
});

describe("a record that is on file", () => {
  it("is updated where an import wrote it last, keeps its number, and gets a version that the audit holds", async () => {
    await imported(world.analyst, rowsOf(40, 2));
    const changed = rowsOf(40, 2, (record) => (record === 40 ? { incident: { title: "Told anew", claims: [{ stance: "ALLEGED_BY", speaker: "AM_MOD" }] } } : {}));
    const id = await readIn(world.analyst, changed);
    expect(await run(world.analyst, id)).toMatchObject({ effects: { update: 1, skip: 1, create: 0 } });
    expect(await db().importRow.findFirst({ where: { importId: id, effect: "UPDATE" }, select: { changed: true } })).toEqual({ changed: ["title", "claims"] });
    must(await written(world.analyst, id, later));
    const record = await db().incident.findUniqueOrThrow({ where: { externalId: "X-40" }, select: recordSelect });
    expect(record).toMatchObject({ title: "Told anew", version: 2, contentVersion: 2 });
    const { view, contentVersion, facts, teamId, reference } = storedRecord(record);
    expect(view.claims).toMatchObject([{ speaker: "AM_MOD" }]);
    const version = await db().incidentVersion.findUniqueOrThrow({ where: { incidentId_version: { incidentId: view.id, version: 2 } } });
    expect(version.snapshot).toEqual({ ...view, contentVersion, authorId: facts.authorId, lastEditorId: facts.lastEditorId, teamId, ...reference });
    expect(await verdict()).toMatchObject({ isIntact: true });
  });

  it("is held for a person where a person wrote or edited it, and where it is published; another team's is refused", async () => {
    const byHand = await log(world.analyst, { externalId: "X-50" });
    const open = await published(world, { externalId: "X-51" });
    await log(world.stranger, { externalId: "X-52" });
    const id = await readIn(world.analyst, rowsOf(50, 3));
    const rows = await db().importRow.findMany({ where: { importId: id }, select: { effect: true, offer: true, targetId: true, reasonCodes: true }, orderBy: { record: "asc" } });
    expect(rows).toMatchObject([
      { effect: "HOLD", offer: "UPDATE", targetId: byHand, reasonCodes: ["written_by_hand"] },
      { effect: "HOLD", offer: null, targetId: open, reasonCodes: ["published_on_record"] },
      { effect: "REJECT", offer: null, reasonCodes: ["external_id_taken"] },
    ]);
    expect(await decideRows(world.analyst, { id, decision: "ACCEPT", record: 2 }, fixedNow)).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
    must(await decideRows(world.analyst, { id, decision: "ACCEPT", reason: "written_by_hand" }, fixedNow));
    must(await written(world.analyst, id, later));
    expect(await db().incident.findUniqueOrThrow({ where: { id: byHand }, select: { title: true, version: true, importId: true } })).toEqual({ title: "Event 50 reported", version: 2, importId: null });
  });

  it("is skipped where a file says less of who may read it than is on record: no file lowers a mark", async () => {
    const rows = rowsOf(55, 1);
    await imported(world.analyst, rows);
    const { id } = await db().incident.findUniqueOrThrow({ where: { externalId: "X-55" } });
    await db().$executeRaw`UPDATE incident SET sensitivity = 'S2_RESTRICTED', protected_fields = '{"narrative": "S3_SOURCE_PROTECTED"}' WHERE id = ${id}`;
    const again = await readIn(world.analyst, rows.map((row) => ({ ...row, digest: "0".repeat(64) })));
    expect(await run(world.analyst, again)).toMatchObject({ effects: { skip: 1, update: 0, create: 0 } });
  });

  it("near in time, place and type is pointed to, and the row waits until somebody accepts it", async () => {
    const like = await log(world.analyst, { occurred: { start: "2021-05-20" }, type: "CV02" });
    const id = await readIn(world.analyst, [anImportRow(1, { externalId: "N-1", incident: { occurred: { start: "2021-05-20" }, type: "CV02" } })]);
    expect(await db().importRow.findMany({ where: { importId: id }, select: { effect: true, likeId: true, reasonCodes: true } })).toEqual([{ effect: "HOLD", likeId: like, reasonCodes: ["near_duplicate"] }]);
    const unseen = await readIn(world.stranger, [anImportRow(1, { externalId: "N-2", incident: { occurred: { start: "2021-05-20" }, type: "CV02" } })]);
    expect(await run(world.stranger, unseen)).toMatchObject({ effects: { create: 1 } });
  });
});

describe("a batch that is refused", () => {
  it("writes nothing where what is on file changed since it was read, and can be read again", async () => {
    const id = await readIn(world.analyst, rowsOf(60, 5));
    await log(world.analyst, { externalId: "X-62" });
    const before = await sizes();
    const refused = await written(world.analyst, id);
    expect(refused).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
    expect(await sizes()).toEqual(before);
    expect(await run(world.analyst, id)).toMatchObject({ status: "READY", problems: [{ message: expect.stringContaining("Record 3") as string }] });
  });

  it("takes all of it back where the database refuses one row", async () => {
    const id = await readIn(world.analyst, rowsOf(70, 2500));
    await db().$executeRaw`UPDATE import_row SET content = replace(content, '"precision":"L2_SETTLEMENT"', '"precision":null') WHERE import_id = ${id} AND record = 2400`;
    const before = await sizes();
    must(await requestCommit(world.analyst, { id }, { now: fixedNow, isQueued: false }));
    expect(await writeRun({ importId: id, reading: 1 }, fixedNow)).toMatchObject({ ok: false });
    expect(await sizes()).toEqual(before);
    expect(await run(world.analyst, id)).toMatchObject({ status: "READY" });
  });

  it("is written once where it is asked for twice at once, and two that name one record are written one after the other", async () => {
    const [a, b] = [await readIn(world.analyst, rowsOf(3000, 3)), await readIn(world.analyst, rowsOf(3000, 3))];
    const asked = await Promise.all([requestCommit(world.analyst, { id: a }, { now: fixedNow, isQueued: false }), requestCommit(world.analyst, { id: a }, { now: fixedNow, isQueued: false })]);
    expect(asked.filter((result) => result.ok)).toHaveLength(1);
    must(await requestCommit(world.analyst, { id: b }, { now: fixedNow, isQueued: false }));
    const results = await Promise.all([writeRun({ importId: a, reading: 1 }, fixedNow), writeRun({ importId: b, reading: 1 }, fixedNow), writeRun({ importId: a, reading: 1 }, fixedNow)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await db().incident.count({ where: { externalId: { in: ["X-3000", "X-3001", "X-3002"] } } })).toBe(3);
    expect(new Set([(await findRun(a))?.status, (await findRun(b))?.status])).toEqual(new Set(["COMMITTED", "READY"]));
  });
});

describe("a batch that is taken back", () => {
  it("leaves the counts, the records that it updated and their ids as they were; the audit keeps both steps", async () => {
    await imported(world.analyst, rowsOf(4000, 2));
    const before = { count: await countFor(world.analyst), view: await findIncident(scopeOf(world.analyst), (await db().incident.findUniqueOrThrow({ where: { externalId: "X-4000" } })).id) };
    const id = await imported(world.analyst, rowsOf(4000, 5, (record) => (record === 4000 ? { incident: { title: "Changed by a batch" } } : {})));
    expect(await countFor(world.analyst)).toBe(before.count + 3);
    const undone = must(await undoImport(world.analyst, { id, reason: "The wrong file." }, later));
    expect(undone).toEqual({ removed: 3, restored: 1 });
    expect(await countFor(world.analyst)).toBe(before.count);
    const after = await findIncident(scopeOf(world.analyst), before.view?.id ?? 0);
    expect({ ...after, version: 0, updatedAt: "" }).toEqual({ ...before.view, version: 0, updatedAt: "" });
    expect(await db().incident.count({ where: { externalId: "X-4003" } })).toBe(0);
    expect(await verdict()).toMatchObject({ isIntact: true });
    expect(await undoImport(world.analyst, { id }, later)).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
    const again = await readIn(world.analyst, rowsOf(4002, 3));
    expect(await run(world.analyst, again)).toMatchObject({ effects: { create: 3 } });
  });

  it("gives a record that was written by hand back with all that its lines said, and without the finding that its review had made", async () => {
    const id = await inReview(world, {
      externalId: "X-4500", casualties: [{ outcome: "KILLED", status: "COMBATANT", side: "NK", best: 2, countedBy: "RU_MOD" }],
      claims: [{ stance: "ALLEGED_BY", speaker: "RU_MOD", against: "AZ", eventOn: "2022-03-24", eventPlace: "Farrukh" }],
      observations: [{ kind: "EXPLOSION", means: "HEARD", direction: "INCOMING", countBest: 3, weapon: "MORTAR", weaponCalibreMm: 120, observerPlace: "Parukh", bearing16: "NNE", distanceKmLow: 2, distanceKmHigh: 3.5 }],
    });
    must(await step(world.reviewer, id, { command: "approve", verification: "V3_CORROBORATED", findings: [{ code: "T-1a", relation: "BREACH", effect: "NONE" }] }));
    const linesOf = async () => ({
      claims: await db().claim.findMany({ where: { incidentId: id }, omit: { id: true } }), casualties: await db().casualty.findMany({ where: { incidentId: id }, omit: { id: true } }),
      observations: await db().observation.findMany({ where: { incidentId: id }, omit: { id: true } }),
    });
    const before = await linesOf();
    expect(before.claims[0]).toMatchObject({ eventPlace: "Farrukh", eventPlaceId: expect.any(Number) as number });
    const run = await readIn(world.analyst, rowsOf(4500, 1));
    must(await decideRows(world.analyst, { id: run, decision: "ACCEPT" }, fixedNow));
    must(await written(world.analyst, run, later));
    expect(await linesOf()).not.toEqual(before);
    must(await undoImport(world.analyst, { id: run, reason: "The wrong file." }, later));
    expect(await linesOf()).toEqual(before);
    const view = await findIncident(scopeOf(world.analyst), id);
    expect(view).toMatchObject({ workflow: "SUBMITTED", verification: "V0_UNASSESSED", obligations: [{ code: "T-1a", relation: "POSSIBLE_BREACH", effect: "NONE" }] });
    expect(await verdict()).toMatchObject({ isIntact: true });
  });

  it("is refused with the names of records that somebody touched since", async () => {
    const id = await imported(world.analyst, rowsOf(5000, 3));
    const touched = await db().incident.findUniqueOrThrow({ where: { externalId: "X-5001" } });
    must(await step(world.analyst, touched.id, { command: "submit" }));
    const before = await sizes();
    expect(await undoImport(world.analyst, { id }, later)).toMatchObject({ ok: false, refusal: { kind: "conflict", reason: expect.stringContaining(`TL-${String(touched.id).padStart(6, "0")} was changed`) as string } });
    expect(await sizes()).toEqual(before);
  });
});
