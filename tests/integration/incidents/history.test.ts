// What changed from version to version, as each role may read it.
import { beforeAll, describe, expect, it } from "vitest";
import { editIncident } from "@/lib/incidents/service";
import { scopeOf } from "@/lib/incidents/policy";
import { compareVersions, listVersions, type VersionStep } from "@/lib/incidents/history/versions/queries";
import { anIncidentInput, fixedNow } from "../../support/incident-builders";
import { log, must, plantWorld, step, type World } from "../../support/incident-world";

let world: World;
beforeAll(async () => {
  world = await plantWorld();
});

type Name = Exclude<keyof World, "sourceId" | "obligationId">;
const versionsFor = async (name: Name, id: number): Promise<VersionStep[]> => (await listVersions(scopeOf(world[name]), id)) ?? [];
const edit = async (id: number, expectedVersion: number, over: Record<string, unknown>) => must(await editIncident(world.analyst, { id, expectedVersion, input: anIncidentInput(over) }, fixedNow)).version;

/** Logged, edited in many places, then taken to the public; ids of the versions are 1 to 6. */
async function aStory(over: Record<string, unknown> = {}): Promise<number> {
  const id = await log(world.analyst, over);
  await edit(id, 1, {
    title: "Shelling reported at Parukh",
    narrative: "As told by both sides, in other words.",
    obligations: [],
    sources: [world.sourceId],
    claims: [
      { stance: "DENIED_BY", speaker: "AZ_MOD", statedOn: "2022-03-27" },
      { stance: "ALLEGED_BY", speaker: "RU_MOD", against: "AZ", statedOn: "2022-03-26", quote: "other words of the ministry", locator: "p. 3" },
    ],
    casualties: [{ outcome: "INJURED", low: 1, best: 2, high: 3, source: world.sourceId }],
    ...over,
  });
  must(await step(world.analyst, id, { command: "submit" }));
  must(await step(world.reviewer, id, { command: "claim" }));
  must(await step(world.reviewer, id, { command: "approve", verification: "V1_CLAIM", reason: "One side, and it is denied." }));
  must(await step(world.reviewer2, id, { command: "publish" }));
  return id;
}

describe("the history of a record", () => {
  let id: number;
  let versions: VersionStep[];
  beforeAll(async () => {
    id = await aStory();
    versions = await versionsFor("auditor", id);
  });

  it("begins with the first values", () => {
    const [first] = versions;
    expect(first).toMatchObject({ version: 1, since: null, event: "incident.logged", by: "analyst", isWithheld: false });
    expect(first?.changes.fields).toEqual(expect.arrayContaining([{ field: "title", before: null, after: "Shelling reported near Parukh" }, { field: "occurred.start", before: null, after: "2022-03-25" }, { field: "workflow", before: null, after: "DRAFT" }]));
    expect(first?.changes.rows.map(({ list, kind }) => [list, kind])).toEqual(expect.arrayContaining([["claims", "added"], ["obligations", "added"]]));
    expect(first?.changes.fields.map(({ field }) => field)).not.toContain("severity");
  });

  it("gives every field and every row of an edit, links included", () => {
    const changes = versions[1]?.changes;
    expect(changes?.fields).toEqual([
      { field: "title", before: "Shelling reported near Parukh", after: "Shelling reported at Parukh" },
      { field: "narrative", before: "As told by both sides.", after: "As told by both sides, in other words." },
    ]);
    expect(changes?.rows).toMatchObject([
      { list: "obligations", kind: "removed", before: { code: "T-1a" } },
      { list: "claims", kind: "changed", from: 0, to: 1, fields: [{ field: "quote", before: "words of the ministry", after: "other words of the ministry" }] },
      { list: "claims", kind: "added", to: 0, after: { speaker: "AZ_MOD" } },
      { list: "casualties", kind: "added", after: { outcome: "INJURED", best: 2 } },
      { list: "sources", kind: "added", after: world.sourceId },
      { list: "flags", kind: "added", after: "CONTESTED" },
    ]);
  });

  it("shows the workflow and the level, with the decision beside them", () => {
    const approved = versions.find(({ event }) => event === "incident.approved");
    expect(approved?.changes.fields).toEqual(expect.arrayContaining([{ field: "verification", before: "V0_UNASSESSED", after: "V1_CLAIM" }, { field: "workflow", before: "IN_REVIEW", after: "APPROVED" }]));
    expect(approved).toMatchObject({ by: "reviewer", review: { decision: "APPROVE", verification: "V1_CLAIM", reason: "One side, and it is denied." } });
    expect(versions.filter(({ review }) => review !== null)).toHaveLength(1);
  });

  it("compares any two versions, either way, and knows none that is not there", async () => {
    const scope = scopeOf(world.reviewer);
    const there = await compareVersions(scope, id, { from: 1, to: 6 });
    const back = await compareVersions(scope, id, { from: 6, to: 1 });
    expect(there?.changes.fields).toContainEqual({ field: "workflow", before: "DRAFT", after: "PUBLISHED" });
    expect(back?.changes.fields).toContainEqual({ field: "workflow", before: "PUBLISHED", after: "DRAFT" });
    expect(back?.changes.rows.find(({ list }) => list === "obligations")).toMatchObject({ kind: "added" });
    expect(await compareVersions(scope, id, { from: 1, to: 77 })).toBeUndefined();
    expect((await compareVersions(scope, id, { from: 2, to: 2 }))?.changes).toEqual({ fields: [], rows: [] });
  });

  it("tells a viewer what was published, without names and without the way to it", async () => {
    const [only, ...others] = await versionsFor("viewer", id);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ event: "incident.published", by: null, since: null, review: null });
    expect(await compareVersions(scopeOf(world.viewer), id, { from: 1, to: 6 })).toBeUndefined();
  });

  it("tells an analyst of another team and an administrator no draft either", async () => {
    for (const name of ["stranger", "admin"] as const) expect((await versionsFor(name, id)).map(({ event }) => event)).toEqual(["incident.published"]);
    expect(await versionsFor("colleague", id)).toHaveLength(6);
  });

  it("of a draft is not there for whoever may not know of it", async () => {
    const draft = await log(world.analyst);
    for (const name of ["viewer", "stranger", "admin"] as const) {
      expect(await listVersions(scopeOf(world[name]), draft)).toBeUndefined();
      expect(await compareVersions(scopeOf(world[name]), draft, { from: 1, to: 1 })).toBeUndefined();
    }
  });
});

describe("a secret planted in a protected record", () => {
  const secret = "Xyzzy-planted-secret";
  const planted = { narrative: secret, place: { name: secret, lat: 40.123456, lon: 46.654321, precision: "L2_SETTLEMENT" }, claims: [{ stance: "ALLEGED_BY", speaker: "RU_MOD", quote: secret, locator: secret }] };

  it.each([
    ["from the first version on", "S2_RESTRICTED", "S2_RESTRICTED"],
    ["that was marked only later", "S0_PUBLIC", "S2_RESTRICTED"],
    ["of a source that is protected", "S3_SOURCE_PROTECTED", "S3_SOURCE_PROTECTED"],
    ["of a source that was protected only later", "S0_PUBLIC", "S3_SOURCE_PROTECTED"],
  ])("%s is in nobody's history who may not read it", async (_name, first, second) => {
    const id = await log(world.analyst, { ...planted, sensitivity: first });
    await edit(id, 1, { ...planted, narrative: `${secret}, edited`, sensitivity: second });
    must(await step(world.analyst, id, { command: "submit" }));
    must(await step(world.reviewer, id, { command: "claim" }));
    must(await step(world.reviewer, id, { command: "approve", verification: "V1_CLAIM", reason: secret }));
    must(await step(world.reviewer2, id, { command: "publish" }));
    for (const name of ["viewer", "stranger", "admin"] as const) {
      const versions = await versionsFor(name, id);
      expect(JSON.stringify(versions)).not.toMatch(/Xyzzy|40\.123456|46\.654321/);
      expect(versions.map(({ isWithheld }) => isWithheld)).toEqual([true]);
      const last = versions.at(-1)?.version ?? 0;
      expect(JSON.stringify(await compareVersions(scopeOf(world[name]), id, { from: last, to: last }))).not.toMatch(/Xyzzy/);
    }
    expect(JSON.stringify(await versionsFor("auditor", id))).toContain(secret);
  });
});
