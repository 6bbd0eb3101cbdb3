import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { findIncident } from "@/lib/incidents/queries";
import { scopeOf } from "@/lib/incidents/policy";
import { entryInputOf, incidentInput } from "@/lib/incidents/schema";
import { editIncident, logIncident, logReferenceIncident } from "@/lib/incidents/service";
import { anIncidentInput, fixedNow } from "../../support/incident-builders";
import { inReview, log, must, plantWorld, published, step, type World } from "../../support/incident-world";

let world: World;
beforeAll(async () => {
  world = await plantWorld();
});

const auditOf = (id: number) => db().auditEntry.findMany({ where: { subjectType: "incident", subjectId: String(id) }, orderBy: { id: "asc" } });
const versionsOf = (id: number) => db().incidentVersion.findMany({ where: { incidentId: id }, orderBy: { version: "asc" } });
const edit = async (id: number, over: Record<string, unknown>, { actor = world.analyst, expectedVersion = 1 } = {}) =>
  editIncident(actor, { id, expectedVersion, input: anIncidentInput(over) }, fixedNow);

describe("logging an incident", () => {
  it("keeps the record, its parts, its first version and its audit entry", async () => {
    const id = await log(world.analyst, { casualties: [{ outcome: "INJURED", best: 2 }], observations: [{ kind: "EXPLOSION", means: "HEARD", countBest: 7 }], sources: [world.sourceId], externalId: "X-1" });
    const view = await findIncident(scopeOf(world.analyst), id);
    expect(view).toMatchObject({
      reference: `TL-${String(id).padStart(6, "0")}`, version: 1, externalId: "X-1", workflow: "DRAFT", verification: "V0_UNASSESSED", flags: [], sources: [world.sourceId],
      occurred: { start: "2022-03-25", zone: "Asia/Baku" }, obligations: [{ code: "T-1a", relation: "POSSIBLE_BREACH", effect: "NONE" }],
      claims: [{ speaker: "RU_MOD", against: "AZ", statedOn: "2022-03-26" }], casualties: [{ best: 2, orderFlagged: false }], observations: [{ countBest: 7 }],
    });
    expect(await versionsOf(id)).toMatchObject([{ version: 1, event: "incident.logged", actorId: world.analyst.userId, snapshot: { title: view?.title, teamId: world.analyst.teamId } }]);
    expect(await auditOf(id)).toMatchObject([{ event: "incident.logged", actorId: world.analyst.userId, data: { version: 1 } }]);
  });

  it("shows a known place by both names, whichever was written, and takes the unit from it", async () => {
    for (const name of ["parukh", "FARRUKH", "Farrukh / Parukh", "Փառուխ"]) {
      const id = await log(world.analyst, { place: { name, precision: "L2_SETTLEMENT" } });
      expect((await findIncident(scopeOf(world.analyst), id))?.place).toMatchObject({ name: "Farrukh / Parukh", unit: "AZE-1739" });
    }
    const id = await log(world.analyst, { place: { name: "P_rukh%", precision: "L2_SETTLEMENT" } });
    expect((await findIncident(scopeOf(world.analyst), id))?.place).toMatchObject({ name: "P_rukh%", unit: null });
  });

  it("takes back what it answered, as it answered it", async () => {
    const id = await log(world.analyst, { narrative: "Round and round." });
    const view = await findIncident(scopeOf(world.analyst), id);
    const again = incidentInput.parse(JSON.parse(JSON.stringify(view)));
    expect(must(await editIncident(world.analyst, { id, expectedVersion: 1, input: again }, fixedNow))).toEqual({ id, version: 1 });
    expect(again).toEqual(view && entryInputOf(view));
  });

  it("says of each name that nothing bears it where it stands and what there is", async () => {
    const input = anIncidentInput({
      place: { unit: "AZE-0", precision: "L4_DISTRICT" },
      obligations: [{ code: "T-9", relation: "CONTEXT" }],
      claims: [{ stance: "ALLEGED_BY", speaker: "NOBODY", against: "RU_MOD", source: 999 }],
      casualties: [{ outcome: "KILLED", best: 1, source: 998 }],
      sources: [997],
    });
    const result = await logIncident(world.analyst, input, fixedNow);
    expect(result).toMatchObject({ ok: false, refusal: { kind: "invalid" } });
    const errors = !result.ok && result.refusal.kind === "invalid" ? result.refusal.errors : [];
    expect(errors.map((error) => error.path)).toEqual(["claims.0.speaker", "claims.0.against", "obligations.0.code", "claims.0.source", "casualties.0.source", "sources.0", "place.unit"]);
    expect(errors[0]?.message).toMatch(/NOBODY.*AM_MOD.*RU_MOD/);
    expect(errors[2]?.message).toMatch(/T-9.*T-1a/);
  });

  it("refuses a day that has not come, and nothing is left behind", async () => {
    const before = await db().incident.count();
    expect(await logIncident(world.analyst, anIncidentInput({ occurred: { start: "2026-11-26" } }), fixedNow)).toMatchObject({ ok: false, refusal: { errors: [{ path: "occurred.start", code: "in_future" }] } });
    expect(await db().incident.count()).toBe(before);
  });

  it("refuses an external id that is taken, also where two come at once", async () => {
    const attempts = await Promise.all([1, 2, 3].map(() => logIncident(world.analyst, anIncidentInput({ externalId: "TWICE" }), fixedNow)));
    expect(attempts.filter((attempt) => attempt.ok)).toHaveLength(1);
    expect(attempts.find((attempt) => !attempt.ok)).toMatchObject({ refusal: { kind: "invalid", errors: [{ path: "externalId" }] } });
  });

  it.each(["viewer", "auditor", "admin"] as const)("is refused to the %s", async (name) => {
    expect(await logIncident(world[name], anIncidentInput(), fixedNow)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
  });

  it("marks reference data only for the product itself", async () => {
    expect(await logReferenceIncident(world.reviewer, { input: anIncidentInput(), confidence: "seed", note: null }, fixedNow)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
  });
});

describe("editing an incident", () => {
  it("replaces the content, names what changed and keeps both versions", async () => {
    const id = await log(world.analyst);
    expect(must(await edit(id, { title: "Another title", claims: [] }, { actor: world.colleague }))).toEqual({ id, version: 2 });
    expect(await findIncident(scopeOf(world.analyst), id)).toMatchObject({ title: "Another title", claims: [], workflow: "DRAFT", version: 2 });
    expect((await versionsOf(id)).map((row) => (row.snapshot as { title: string }).title)).toEqual(["Shelling reported near Parukh", "Another title"]);
    expect((await auditOf(id))[1]).toMatchObject({ event: "incident.edited", actorId: world.colleague.userId, data: { version: 2, changed: ["title", "claims"] } });
  });

  it("is refused on a version that no longer stands, and says which one does", async () => {
    const id = await log(world.analyst);
    must(await edit(id, { title: "First" }));
    expect(await edit(id, { title: "Second" })).toMatchObject({ ok: false, refusal: { kind: "conflict", currentVersion: 2 } });
  });

  it("lets one of two edits at once through", async () => {
    const id = await log(world.analyst);
    const results = await Promise.all([edit(id, { title: "One" }), edit(id, { title: "Two" }, { actor: world.colleague })]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await versionsOf(id)).toHaveLength(2);
  });

  it("of an approved record goes back to the queue and takes level, finding and approvals away", async () => {
    const id = await inReview(world);
    must(await step(world.reviewer, id, { command: "approve" }));
    const approved = await findIncident(scopeOf(world.reviewer), id);
    expect(approved).toMatchObject({ workflow: "APPROVED", verification: "V3_CORROBORATED", obligations: [{ relation: "BREACH" }] });
    must(await edit(id, { title: "Changed after approval" }, { expectedVersion: approved?.version ?? 0 }));
    expect(await findIncident(scopeOf(world.reviewer), id)).toMatchObject({ workflow: "SUBMITTED", verification: "V0_UNASSESSED", obligations: [{ relation: "POSSIBLE_BREACH" }] });
    must(await step(world.reviewer2, id, { command: "claim" }));
    expect(await step(world.reviewer2, id, { command: "publish" })).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
  });

  it("of a published record is refused: it is corrected instead", async () => {
    const id = await published(world);
    const version = (await findIncident(scopeOf(world.analyst), id))?.version ?? 0;
    expect(await edit(id, { title: "Rewritten" }, { expectedVersion: version })).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
  });

  it("finds no draft of another team, and is refused where it may be seen but not written", async () => {
    const id = await log(world.analyst);
    expect(await edit(id, {}, { actor: world.stranger })).toMatchObject({ ok: false, refusal: { kind: "not-found" } });
    expect(await edit(id, {}, { actor: world.auditor })).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
  });
});
