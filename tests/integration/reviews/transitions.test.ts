import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { scopeOf } from "@/lib/incidents/policy";
import { findIncident, listIncidentHistory } from "@/lib/incidents/queries";
import { editIncident } from "@/lib/incidents/service";
import { anIncidentInput, fixedNow } from "../../support/incident-builders";
import { inReview, log, must, plantWorld, published, step, type World } from "../../support/incident-world";

let world: World;
beforeAll(async () => {
  world = await plantWorld();
});

const stateOf = (id: number) => db().incident.findUniqueOrThrow({ where: { id } });
const boardOf = (id: number) => db().boardRecord.findMany({ where: { incidentId: id }, orderBy: { id: "asc" } });
const deaths = { casualties: [{ outcome: "KILLED", status: "COMBATANT", side: "AM", low: 3, best: 3, high: 3 }] };
const forbidden = { ok: false, refusal: { kind: "forbidden" } };
const conflict = { ok: false, refusal: { kind: "conflict" } };

describe("a record's way to the public", () => {
  it("keeps state, review, version, audit entry and board row of each step together", async () => {
    const id = await published(world);
    expect(await stateOf(id)).toMatchObject({ workflow: "PUBLISHED", verification: "V3_CORROBORATED", publishedById: world.reviewer2.userId, version: 5, contentVersion: 1 });
    expect((await db().incidentVersion.findMany({ where: { incidentId: id }, orderBy: { version: "asc" } })).map((row) => [row.version, row.event])).toEqual([
      [1, "incident.logged"], [2, "incident.submitted"], [3, "incident.claimed"], [4, "incident.approved"], [5, "incident.published"],
    ]);
    const approved = await db().incidentVersion.findUniqueOrThrow({ where: { incidentId_version: { incidentId: id, version: 4 } } });
    expect(approved.snapshot).toMatchObject({ workflow: "APPROVED", verification: "V3_CORROBORATED", obligations: [{ relation: "BREACH" }] });
    expect(await db().review.findMany({ where: { incidentId: id } })).toMatchObject([{ decision: "APPROVE", verification: "V3_CORROBORATED", reviewerId: world.reviewer.userId, findings: [{ code: "T-1a", relation: "BREACH", effect: "NONE" }] }]);
    expect((await listIncidentHistory(scopeOf(world.reviewer), id))?.map((entry) => [entry.event, entry.by])).toEqual([
      ["incident.logged", "analyst"], ["incident.submitted", "analyst"], ["incident.claimed", "reviewer"], ["incident.approved", "reviewer"], ["incident.published", "reviewer2"],
    ]);
    expect(await boardOf(id)).toMatchObject([{ relation: "BREACH", verification: "V3_CORROBORATED", supersededAt: null, knownAt: fixedNow }]);
  });

  it("shows a viewer what became public, without names", async () => {
    const id = await published(world);
    expect(await listIncidentHistory(scopeOf(world.viewer), id)).toMatchObject([{ event: "incident.published", by: null }]);
  });

  it("never lets the author or the last editor decide", async () => {
    const id = await log(world.reviewer);
    must(await step(world.reviewer, id, { command: "submit" }));
    expect(await step(world.reviewer, id, { command: "claim" })).toMatchObject(forbidden);
    must(await step(world.reviewer2, id, { command: "claim" }));
    for (const command of ["approve", "requestChanges", "reject"] as const) expect(await step(world.reviewer, id, { command, reason: "mine" })).toMatchObject(forbidden);
    must(await step(world.reviewer2, id, { command: "approve" }));
    expect(await step(world.reviewer, id, { command: "publish" })).toMatchObject(forbidden);
    const mine = await inReview(world);
    must(await editIncident(world.reviewer, { id: mine, expectedVersion: 3, input: anIncidentInput({ title: "A reviewer's edit" }) }, fixedNow));
    must(await step(world.reviewer2, mine, { command: "claim" }));
    expect(await step(world.reviewer, mine, { command: "approve" })).toMatchObject(forbidden);
  });

  it.each(["analyst", "viewer", "auditor", "admin"] as const)("gives no decision to the %s", async (name) => {
    const id = await published(world);
    for (const command of ["approve", "publish", "retract", "claim"] as const) expect(await step(world[name], id, { command, reason: "r" })).toMatchObject(forbidden);
  });

  it("refuses a step that the state does not have, a stale one and one without its reason", async () => {
    const id = await log(world.analyst);
    expect(await step(world.reviewer, id, { command: "publish" })).toMatchObject(conflict);
    expect(await step(world.analyst, id, { command: "submit", expectedVersion: 9 })).toMatchObject({ refusal: { kind: "conflict", currentVersion: 1 } });
    must(await step(world.analyst, id, { command: "submit", expectedVersion: 1 }));
    must(await step(world.reviewer, id, { command: "claim" }));
    expect(await step(world.reviewer, id, { command: "reject" })).toMatchObject({ refusal: { kind: "invalid", errors: [{ path: "reason" }] } });
    expect(await step(world.stranger, id, { command: "submit" })).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await step(world.reviewer, 999_999, { command: "claim" })).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await step(world.reviewer, id, { command: "approve", knownAt: new Date(0) })).toMatchObject(forbidden);
  });

  it("refuses a level above what the claims carry, with the rule", async () => {
    const id = await inReview(world, { claims: [{ stance: "ALLEGED_BY", speaker: "AZ_MOD", against: "AM" }] });
    expect(await step(world.reviewer, id, { command: "approve", verification: "V3_CORROBORATED" })).toMatchObject({ refusal: { kind: "invalid", errors: [{ path: "verification", code: "above_ceiling" }] } });
    must(await step(world.reviewer, id, { command: "approve" }));
    expect(await findIncident(scopeOf(world.reviewer), id)).toMatchObject({ verification: "V1_CLAIM", flags: ["SINGLE_SIDE_ONLY"], obligations: [{ relation: "POSSIBLE_BREACH" }] });
  });

  it("sends a record back and takes the approval with it", async () => {
    const id = await inReview(world);
    must(await step(world.reviewer, id, { command: "approve" }));
    must(await step(world.reviewer2, id, { command: "requestChanges", reason: "Name the source." }));
    expect(await findIncident(scopeOf(world.analyst), id)).toMatchObject({ workflow: "CHANGES_REQUESTED", verification: "V0_UNASSESSED", obligations: [{ relation: "POSSIBLE_BREACH" }] });
    must(await step(world.analyst, id, { command: "submit" }));
    must(await step(world.reviewer, id, { command: "claim" }));
    must(await step(world.reviewer, id, { command: "approve" }));
    expect((await stateOf(id)).workflow).toBe("APPROVED");
  });

  it("holds an approved record and approves it anew", async () => {
    const id = await inReview(world);
    must(await step(world.reviewer, id, { command: "approve" }));
    must(await step(world.reviewer, id, { command: "hold" }));
    must(await step(world.reviewer, id, { command: "claim" }));
    must(await step(world.reviewer, id, { command: "approve" }));
    expect((await stateOf(id)).workflow).toBe("APPROVED");
  });
});

describe("what needs two", () => {
  it("deaths: the first approval is recorded and the state stays", async () => {
    const id = await inReview(world, deaths);
    expect(must(await step(world.reviewer, id, { command: "approve" })).workflow).toBe("IN_REVIEW");
    expect(await findIncident(scopeOf(world.reviewer), id)).toMatchObject({ verification: "V0_UNASSESSED", obligations: [{ relation: "POSSIBLE_BREACH" }] });
    expect(await step(world.reviewer, id, { command: "approve" })).toMatchObject(conflict);
    expect(must(await step(world.reviewer2, id, { command: "approve" })).workflow).toBe("APPROVED");
    expect(await findIncident(scopeOf(world.reviewer), id)).toMatchObject({ verification: "V3_CORROBORATED", obligations: [{ relation: "BREACH" }] });
  });

  it("a finding of a mandated body, and any level of V4 and above", async () => {
    const found = await inReview(world, { claims: [{ stance: "FOUND_BY", speaker: "ICJ", source: world.sourceId }] });
    must(await step(world.reviewer, found, { command: "approve", verification: "V5_INVESTIGATED" }));
    expect((await stateOf(found)).workflow).toBe("IN_REVIEW");
    must(await step(world.reviewer3, found, { command: "approve" }));
    expect(await stateOf(found)).toMatchObject({ workflow: "APPROVED", verification: "V5_INVESTIGATED" });
    const claims = [{ stance: "ALLEGED_BY", speaker: "RU_MOD", against: "AZ" }, { stance: "ALLEGED_BY", speaker: "AM_MOD", against: "AZ" }];
    const verified = await inReview(world, { claims });
    expect(must(await step(world.reviewer, verified, { command: "approve", verification: "V4_VERIFIED" })).workflow).toBe("IN_REVIEW");
    expect(must(await step(world.reviewer2, verified, { command: "approve", verification: "V4_VERIFIED" })).workflow).toBe("APPROVED");
  });

  it("an edit between the two takes the first away", async () => {
    const id = await inReview(world, deaths);
    must(await step(world.reviewer, id, { command: "approve" }));
    must(await editIncident(world.analyst, { id, expectedVersion: 4, input: anIncidentInput({ ...deaths, title: "Edited between" }) }, fixedNow));
    must(await step(world.reviewer2, id, { command: "claim" }));
    expect(must(await step(world.reviewer2, id, { command: "approve" })).workflow).toBe("IN_REVIEW");
  });

  it("two approvals at once: both count, each once", async () => {
    const id = await inReview(world, deaths);
    const results = await Promise.all([world.reviewer, world.reviewer2, world.reviewer3, world.reviewer].map((reviewer) => step(reviewer, id, { command: "approve" })));
    expect((await stateOf(id)).workflow).toBe("APPROVED");
    expect(results.filter((result) => result.ok)).toHaveLength(2);
    expect(await db().review.count({ where: { incidentId: id } })).toBe(2);
  });

  it("of two publications at once one is done, and the board has one row", async () => {
    const id = await inReview(world);
    must(await step(world.reviewer, id, { command: "approve" }));
    const results = await Promise.all([world.reviewer2, world.reviewer3].map((reviewer) => step(reviewer, id, { command: "publish" })));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await boardOf(id)).toHaveLength(1);
  });

  it("a retraction: the second reviewer carries it out, and the board forgets the record from then on", async () => {
    const id = await published(world);
    expect(must(await step(world.reviewer, id, { command: "retract", reason: "The source withdrew it." })).workflow).toBe("PUBLISHED");
    expect(await step(world.reviewer, id, { command: "retract", reason: "Again." })).toMatchObject(conflict);
    expect(must(await step(world.reviewer2, id, { command: "retract", reason: "The source withdrew it." })).workflow).toBe("RETRACTED");
    expect(await findIncident(scopeOf(world.viewer), id)).toMatchObject({ workflow: "RETRACTED", notice: { reason: "The source withdrew it.", replacedBy: null } });
    expect(await boardOf(id)).toMatchObject([{ supersededAt: fixedNow }]);
  });
});

describe("a correction", () => {
  it("stands beside the record until it is published, then takes its place and its external id", async () => {
    const id = await published(world, { externalId: "EXT-1" });
    const draft = must(await step(world.analyst, id, { command: "correct", reason: "The day was wrong." }));
    expect(draft).toMatchObject({ version: 1, workflow: "DRAFT" });
    expect(await step(world.stranger, id, { command: "correct", reason: "Also." })).toMatchObject(conflict);
    must(await editIncident(world.analyst, { id: draft.id, expectedVersion: 1, input: anIncidentInput({ occurred: { start: "2022-03-24" } }) }, fixedNow));
    must(await step(world.analyst, draft.id, { command: "submit" }));
    must(await step(world.reviewer, draft.id, { command: "claim" }));
    must(await step(world.reviewer, draft.id, { command: "approve" }));
    expect(await findIncident(scopeOf(world.viewer), id)).toMatchObject({ workflow: "PUBLISHED", notice: null, occurred: { start: "2022-03-25" } });
    must(await step(world.reviewer2, draft.id, { command: "publish" }));
    expect(await findIncident(scopeOf(world.viewer), id)).toMatchObject({ workflow: "CORRECTED", externalId: null, notice: { reason: "The day was wrong.", replacedBy: draft.id } });
    expect(await findIncident(scopeOf(world.viewer), draft.id)).toMatchObject({ workflow: "PUBLISHED", externalId: "EXT-1", corrects: id, occurred: { start: "2022-03-24" } });
    expect((await boardOf(id)).every((row) => row.supersededAt !== null)).toBe(true);
    expect(await boardOf(draft.id)).toHaveLength(1);
  });

  it("is not opened by somebody from whom parts of the record are withheld", async () => {
    const id = await published(world, { sensitivity: "S2_RESTRICTED" });
    expect(await step(world.stranger, id, { command: "correct", reason: "Curious." })).toMatchObject(forbidden);
  });
});
