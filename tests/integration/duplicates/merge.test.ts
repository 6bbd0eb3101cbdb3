import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { listLikeDraft, listLikeRecords, listMerged, listRelations } from "@/lib/duplicates/queries";
import { draftToCompare } from "@/lib/duplicates/schema";
import { mergeIncidents, relateIncidents, undoRelationOf, unmergeIncidents } from "@/lib/duplicates/service";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { scopeOf } from "@/lib/incidents/policy";
import { findIncident, listIncidentHistory } from "@/lib/incidents/queries";
import { entryInputOf } from "@/lib/incidents/schema";
import { editIncident } from "@/lib/incidents/service";
import { fixedNow } from "../../support/incident-builders";
import { inReview, log, must, plantWorld, published, step, type World } from "../../support/incident-world";

let world: World;
beforeAll(async () => {
  world = await plantWorld();
});

const view = async (id: number): Promise<IncidentView> => {
  const found = await findIncident(scopeOf(world.auditor), id);
  if (!found) throw new Error(`no record ${id}`);
  return found;
};
/** A record without what every step moves on. */
const content = async (id: number) => {
  const { version: _version, updatedAt: _updatedAt, ...rest } = await view(id);
  return JSON.stringify(rest);
};
const boardRows = (incidentId: number) => db().boardRecord.count({ where: { incidentId, supersededAt: null } });
const reason = "Both tell of one event.";

// Trust rule 9 (domain.md, section 5).
describe("trust rule 9: a merge of two published records", () => {
  it("keeps every claim, counts once on the board, and is undone to byte-equal records with both steps in the history", async () => {
    const survivor = await published(world, { title: "Shelling near Parukh" });
    const merged = await published(world, { title: "Shelling again near Parukh", claims: [{ stance: "DENIED_BY", speaker: "AZ_MOD", against: null, statedOn: "2022-03-27" }, { stance: "ALLEGED_BY", speaker: "AM_MOD", against: "AZ" }] });
    const before = { survivor: await content(survivor), merged: await content(merged), claims: (await view(survivor)).claims.length };
    must(await mergeIncidents(world.reviewer3, { id: survivor, other: merged, reason }, fixedNow));

    const joined = await view(survivor);
    expect(joined.claims).toHaveLength(before.claims + 2);
    expect(joined.claims.slice(-2).map((claim) => claim.mergedFrom)).toEqual([merged, merged]);
    expect(joined.flags).toContain("CONTESTED");
    const gone = await view(merged);
    expect(gone).toMatchObject({ workflow: "MERGED_INTO", claims: [], notice: { reason, replacedBy: survivor } });
    expect(await findIncident(scopeOf(world.viewer), merged), "readers get a notice").toMatchObject({ workflow: "MERGED_INTO" });
    expect([await boardRows(survivor), await boardRows(merged)]).toEqual([1, 0]);
    expect(await db().boardRecord.findFirst({ where: { incidentId: survivor, supersededAt: null }, select: { isContested: true } })).toEqual({ isContested: true });
    expect(await listMerged(scopeOf(world.viewer), survivor)).toMatchObject([{ other: { id: merged }, reason }]);

    must(await unmergeIncidents(world.reviewer3, { id: survivor, other: merged, reason: "Two events after all." }, fixedNow));
    expect(await content(survivor)).toBe(before.survivor);
    expect(await content(merged)).toBe(before.merged);
    expect([await boardRows(survivor), await boardRows(merged)]).toEqual([1, 1]);
    const events = async (id: number) => (await listIncidentHistory(scopeOf(world.auditor), id))?.map((entry) => entry.event).slice(-2);
    expect(await events(survivor)).toEqual(["incident.mergeReceived", "incident.mergeUndone"]);
    expect(await events(merged)).toEqual(["incident.mergedInto", "incident.mergeUndone"]);
  });

  it("is refused to the author, to other roles, and to a record of another stage", async () => {
    const [a, b] = [await published(world), await published(world)];
    const draft = await log(world.analyst);
    for (const actor of [world.analyst, world.viewer, world.auditor, world.admin]) expect(await mergeIncidents(actor, { id: a, other: b, reason }, fixedNow)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    expect(await mergeIncidents(world.reviewer3, { id: a, other: draft, reason }, fixedNow)).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
    expect(await mergeIncidents(world.reviewer3, { id: a, other: a, reason }, fixedNow)).toMatchObject({ ok: false, refusal: { kind: "invalid", errors: [{ path: "other" }] } });
    expect(await mergeIncidents(world.reviewer3, { id: a, other: 999_999, reason }, fixedNow)).toMatchObject({ ok: false, refusal: { kind: "invalid", errors: [{ path: "other", code: "unknown_record" }] } });
  });

  it("is done once where two reviewers merge both ways at once", async () => {
    const [a, b] = [await published(world), await published(world)];
    const results = await Promise.all([mergeIncidents(world.reviewer3, { id: a, other: b, reason }, fixedNow), mergeIncidents(world.reviewer3, { id: b, other: a, reason }, fixedNow)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await db().incidentMerge.count({ where: { OR: [{ survivorId: a }, { survivorId: b }], undoneAt: null } })).toBe(1);
  });
});

describe("a merge under review", () => {
  it("lets the survivor be edited without losing the merged lines, and gives them back afterwards", async () => {
    const [survivor, merged] = [await log(world.analyst), await log(world.analyst, { claims: [{ stance: "DENIED_BY", speaker: "AZ_MOD" }] })];
    const before = await content(merged);
    must(await mergeIncidents(world.reviewer, { id: survivor, other: merged, reason }, fixedNow));
    const joined = await view(survivor);
    must(await editIncident(world.analyst, { id: survivor, expectedVersion: joined.version, input: { ...entryInputOf(joined), title: "Edited after the merge" } }, fixedNow));
    const edited = await view(survivor);
    expect(edited.claims.filter((claim) => claim.mergedFrom === merged)).toHaveLength(1);
    expect(edited.flags).toContain("CONTESTED");
    must(await unmergeIncidents(world.reviewer, { id: survivor, other: merged, reason }, fixedNow));
    expect(await content(merged)).toBe(before);
    expect((await view(survivor)).flags).not.toContain("CONTESTED");
  });
});

describe("the database itself", () => {
  const sql = (text: string) => db().$executeRawUnsafe(text);
  it("refuses a merge by the author, an unexplained one, and a state without a merge", async () => {
    const [a, b] = [await log(world.analyst), await log(world.analyst)];
    const insert = (by: number, why: string) => sql(`INSERT INTO incident_merge (survivor_id, merged_id, workflow_before, survivor_flags, reason, merged_by_id, merged_at) VALUES (${a}, ${b}, 'DRAFT', '{}', '${why}', ${by}, now())`);
    await expect(insert(world.analyst.userId, "x")).rejects.toThrow(/not a reviewer/);
    await expect(insert(world.reviewer.userId, " ")).rejects.toThrow(/reasoned/);
    await expect(sql(`UPDATE incident SET workflow = 'MERGED_INTO' WHERE id = ${a}`)).rejects.toThrow(/only by a merge/);
  });
  it("keeps merges and decided relations, and moves no approved line without a merge", async () => {
    const [a, b] = [await published(world), await published(world)];
    must(await mergeIncidents(world.reviewer3, { id: a, other: b, reason }, fixedNow));
    await expect(sql(`DELETE FROM incident_merge WHERE survivor_id = ${a}`)).rejects.toThrow(/is kept/);
    await expect(sql(`UPDATE incident_merge SET reason = 'other' WHERE survivor_id = ${a}`)).rejects.toThrow(/is kept/);
    await expect(sql(`UPDATE incident SET workflow = 'PUBLISHED' WHERE id = ${b}`)).rejects.toThrow(/only by undoing/);
    await expect(sql("TRUNCATE incident_relation")).rejects.toThrow(/append-only/);
    const other = await published(world);
    await expect(sql(`UPDATE claim SET incident_id = ${other}, merged_from_id = ${a} WHERE incident_id = ${a}`)).rejects.toThrow(/is approved/);
    await expect(sql(`UPDATE claim SET quote = 'changed' WHERE incident_id = ${a}`)).rejects.toThrow(/is approved/);
  });
});

describe("records that look alike", () => {
  it("are found with their reasons, and a decision against them is remembered until it is taken back", async () => {
    const day = { occurred: { start: "2021-07-01", end: null, time: null, zone: null, precision: "T4_DAY" } };
    const [a, b] = [await log(world.analyst, { ...day, sources: [world.sourceId] }), await log(world.analyst, { ...day, sources: [world.sourceId] })];
    const scope = scopeOf(world.analyst);
    const like = async () => (await listLikeRecords(scope, a))?.map((entry) => entry.id);
    expect(await like()).toEqual([b]);
    must(await relateIncidents(world.analyst, { id: b, other: a, relation: "PART_OF", reason }, fixedNow));
    expect(await listRelations(scope, a)).toMatchObject([{ relation: "PART_OF", isOfOther: true, other: { id: b } }]);
    expect(await listRelations(scope, b)).toMatchObject([{ relation: "PART_OF", isOfOther: false, other: { id: a } }]);
    must(await relateIncidents(world.analyst, { id: a, other: b, relation: "NOT_DUPLICATE", reason }, fixedNow));
    expect(await like()).toEqual([]);
    must(await undoRelationOf(world.analyst, { id: a, other: b, reason }, fixedNow));
    expect(await like()).toEqual([b]);
    expect(await listLikeRecords(scopeOf(world.stranger), a), "another team's draft").toBeUndefined();
  });

  it("are offered to whoever is writing, from what that person may see only", async () => {
    const hidden = await log(world.analyst, { occurred: { start: "2021-09-01", end: null, time: null, zone: null, precision: "T4_DAY" } });
    const draft = draftToCompare.parse({ type: "CH04", start: "2021-09-01", place: "Parukh", title: "Shelling reported near Parukh" });
    expect((await listLikeDraft(scopeOf(world.colleague), draft)).map((entry) => entry.id)).toEqual([hidden]);
    expect(await listLikeDraft(scopeOf(world.stranger), draft)).toEqual([]);
  });

  it("take nothing from what is withheld: a protected place is no reason", async () => {
    const secret = await published(world, { sensitivity: "S2_RESTRICTED", occurred: { start: "2021-10-01", end: null, time: null, zone: null, precision: "T4_DAY" } });
    const draft = draftToCompare.parse({ type: "CH04", start: "2021-10-01", place: "Parukh", lat: 40.06, lon: 46.73, title: "Shelling reported near Parukh" });
    const [found] = (await listLikeDraft(scopeOf(world.stranger), draft)).filter((entry) => entry.id === secret);
    expect(found?.reasons.map((entry) => entry.code) ?? []).not.toContain("NEAR_PLACE");
    expect(found?.reasons.map((entry) => entry.code) ?? []).not.toContain("LIKE_NAME");
  });
});

describe("the canonical address of a page", () => {
  it.each([
    ["https://www.Example.org/a/b/?utm_source=x&id=7#top", "example.org/a/b/?id=7"],
    ["http://example.org/a/", "example.org/a"],
    ["https://example.org/a?utm_campaign=y", "example.org/a"],
    ["https://example.org/a?id=7&fbclid=z", "example.org/a?id=7"],
  ])("of %s is %s", async (url, expected) => {
    const [row] = await db().$queryRaw<{ address: string }[]>`SELECT canonical_url(${url}) AS address`;
    expect(row?.address).toBe(expected);
  });
});

it("a step on a record that was merged meanwhile is refused", async () => {
  const [a, b] = [await inReview(world), await inReview(world)];
  must(await mergeIncidents(world.reviewer, { id: a, other: b, reason }, fixedNow));
  expect(await step(world.reviewer, b, { command: "approve" })).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
});
