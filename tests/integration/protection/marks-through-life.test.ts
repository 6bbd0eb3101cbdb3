// Marks on fields through a record's life: edit, history, correction, merge, board. Rows and audit together.
import { beforeAll, describe, expect, it } from "vitest";
import { PATCH, GET as getIncident } from "@/app/api/v1/incidents/[id]/route";
import { POST as postIncident } from "@/app/api/v1/incidents/route";
import { db } from "@/lib/db/client";
import { mergeIncidents } from "@/lib/duplicates/service";
import { listVersions } from "@/lib/incidents/history/versions/queries";
import { scopeOf } from "@/lib/incidents/policy";
import { findIncident } from "@/lib/incidents/queries";
import { entryInputOf } from "@/lib/incidents/schema";
import { editIncident } from "@/lib/incidents/service";
import { send } from "../../support/api";
import { textLike } from "../../support/evidence-builders";
import { anIncidentInput, fixedNow, incidentJson } from "../../support/incident-builders";
import { log, must, plantWorld, published, step, type World } from "../../support/incident-world";
import { actorNamed } from "../../support/secret-walk/readers";

let world: World;
beforeAll(async () => {
  world = await plantWorld();
  await db().$queryRaw`SELECT setval(pg_get_serial_sequence('team', 'id'), 100)`;
  await actorNamed("analyst");
});

const marks = { narrative: "S3_SOURCE_PROTECTED", casualties: "S1_INTERNAL" } as const;
const seenBy = (actor: World["analyst"], id: number) => findIncident(scopeOf(actor), id);

describe("an edit of the marks", () => {
  it("is a change of the record: a version, an audit entry that names the field, and a review that begins anew", async () => {
    const id = await log(world.analyst);
    must(await step(world.analyst, id, { command: "submit" }));
    must(await step(world.reviewer, id, { command: "claim" }));
    must(await step(world.reviewer, id, { command: "approve" }));
    const before = await seenBy(world.analyst, id);
    if (!before) throw new Error("no record");
    const saved = must(await editIncident(world.analyst, { id, expectedVersion: before.version, input: { ...entryInputOf(before), protectedFields: marks } }, fixedNow));
    expect(await seenBy(world.analyst, id)).toMatchObject({ version: saved.version, workflow: "SUBMITTED", verification: "V0_UNASSESSED", protectedFields: marks, withheld: [] });
    const entry = await db().auditEntry.findFirstOrThrow({ where: { subjectType: "incident", subjectId: String(id), event: "incident.edited" }, orderBy: { id: "desc" } });
    expect(entry.data).toMatchObject({ changed: ["protectedFields"] });
    const versions = await listVersions(scopeOf(world.auditor), id);
    expect(versions?.at(-1)?.changes.fields.filter(({ field }) => field.startsWith("protectedFields"))).toEqual([
      { field: "protectedFields.narrative", before: null, after: "S3_SOURCE_PROTECTED" },
      { field: "protectedFields.casualties", before: null, after: "S1_INTERNAL" },
    ]);
  });

  it("that says the same again is none, in whatever order the fields stand", async () => {
    const id = await log(world.analyst, { protectedFields: marks });
    const reversed = Object.fromEntries(Object.entries(marks).toReversed());
    expect(must(await editIncident(world.analyst, { id, expectedVersion: 1, input: anIncidentInput({ protectedFields: reversed, place: { name: "Parukh", unit: "AZE-1739", lat: 40.06, lon: 46.73, precision: "L2_SETTLEMENT" } }) }, fixedNow)).version).toBe(1);
  });

  it("is refused to whoever may not write the record, and to another team", async () => {
    const id = await log(world.analyst);
    for (const actor of [world.viewer, world.stranger, world.auditor, world.admin]) {
      expect(await editIncident(actor, { id, expectedVersion: 1, input: anIncidentInput({ protectedFields: marks }) }, fixedNow)).toMatchObject({ ok: false });
    }
  });
});

describe("over HTTP", () => {
  it("marks are written, answered, kept by a change of something else, and refused where a field is misspelt", async () => {
    const made = await send(postIncident, { as: "analyst", method: "POST", path: "/incidents", body: incidentJson({ protectedFields: { ...marks, title: "" } }), expected: 201 });
    const id = String(made.body["id"]);
    expect(made.body).toMatchObject({ protectedFields: marks, withheld: [], redacted: false });
    const changed = await send(PATCH, { as: "analyst", method: "PATCH", path: `/incidents/${id}`, params: { id }, body: { narrative: "Other words." }, headers: { "if-match": made.headers.get("etag") ?? "" }, expected: 200 });
    expect(changed.body).toMatchObject({ narrative: "Other words.", protectedFields: marks });
    const wrong = await send(postIncident, { as: "analyst", method: "POST", path: "/incidents", body: incidentJson({ protectedFields: { narative: "S2_RESTRICTED" } }), expected: 422 });
    expect(wrong.text).toContain("narative can't be marked");
    // An answer can be sent back as it is.
    const answer = await send(getIncident, { as: "analyst", path: `/incidents/${id}`, params: { id }, expected: 200 });
    const sent = { ...answer.body, obligations: incidentJson()["obligations"], externalId: null };
    expect((await send(postIncident, { as: "analyst", method: "POST", path: "/incidents", body: sent, expected: 201 })).body).toMatchObject({ protectedFields: marks });
  });
});

describe("what comes of a record", () => {
  it("its correction begins with the same marks, and withholds the same from readers", async () => {
    const id = await published(world, { protectedFields: marks });
    const { id: correction } = must(await step(world.analyst, id, { command: "correct", reason: "The day was wrong." }));
    expect(await seenBy(world.reviewer, correction)).toMatchObject({ protectedFields: marks });
    expect((await seenBy(world.viewer, id))?.withheld).toEqual(["narrative", "casualties"]);
  });

  it("whoever can't read all of it can't open its correction", async () => {
    const id = await published(world, { protectedFields: { narrative: "S2_RESTRICTED" } });
    expect(await step(world.stranger, id, { command: "correct", reason: "The day was wrong." })).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
  });

  it("its protected lines are not merged into a record where they would be open", async () => {
    const [open, restricted] = [await published(world), await published(world, { protectedFields: { quotes: "S2_RESTRICTED" } })];
    expect(await mergeIncidents(world.reviewer3, { id: open, other: restricted, reason: "One event." }, fixedNow)).toMatchObject({ ok: false, refusal: { kind: "conflict", reason: textLike(/“Quotes” is protected/) } });
    must(await mergeIncidents(world.reviewer3, { id: restricted, other: open, reason: "One event." }, fixedNow));
    expect((await seenBy(world.viewer, restricted))?.claims.map(({ quote }) => quote)).toEqual([null, null]);
  });

  it("the board, which is the same for everybody, names its type where the title is marked", async () => {
    const id = await published(world, { title: "Okapi on the road", protectedFields: { title: "S1_INTERNAL" } });
    const rows = await db().boardRecord.findMany({ where: { incidentId: id }, select: { label: true } });
    expect(rows.map(({ label }) => label)).toEqual(["Mortar, tank or artillery fire (title protected)"]);
  });
});
