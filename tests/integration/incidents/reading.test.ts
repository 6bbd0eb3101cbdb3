import { beforeAll, describe, expect, it } from "vitest";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { scopeOf } from "@/lib/incidents/policy";
import { countIncidents, findIncident, listIncidentHistory, listIncidents, streamIncidents } from "@/lib/incidents/queries";
import { filterFromSearchParams, type IncidentFilter } from "@/lib/incidents/schema";
import type { Actor } from "@/lib/kernel/actor";
import { listReviewQueue } from "@/lib/reviews/queries";
import { inReview, log, must, plantWorld, published, step, type World } from "../../support/incident-world";

let world: World;
const ids: Record<string, number> = {};
beforeAll(async () => {
  world = await plantWorld();
  ids["draft"] = await log(world.analyst, { title: "A draft of the north" });
  ids["submitted"] = await inReview(world, { title: "Under review" });
  ids["open"] = await published(world, { title: "An open record 100% done", narrative: "Zebra_one in the text." });
  ids["restricted"] = await published(world, { title: "A restricted record", narrative: "Giraffe in the text.", sensitivity: "S2_RESTRICTED" });
  ids["protected"] = await published(world, { title: "Okapi in the title", narrative: "Okapi in the text.", sensitivity: "S3_SOURCE_PROTECTED", externalId: "SECRET-1", claims: [{ stance: "ALLEGED_BY", speaker: "RU_MOD", quote: "q", source: world.sourceId }] });
  ids["long"] = await published(world, { title: "A closure of months", occurred: { start: "2022-12-12", end: "2023-04-23" }, place: { precision: "L7_COUNTRY" }, claims: [{ stance: "ALLEGED_BY", speaker: "AM_MOD", against: "AZ" }, { stance: "DENIED_BY", speaker: "AZ_MOD" }] });
});

const filterOf = (query: string): IncidentFilter => must(filterFromSearchParams(new URLSearchParams(query)));
const found = async (actor: Actor, query = "") => (await listIncidents(scopeOf(actor), filterOf(query))).items.map((item) => Object.entries(ids).find(([, id]) => id === item.id)?.[0] ?? "?").toSorted((a, b) => a.localeCompare(b));
/** A box of 5 by 7 km: what stands for a protected place is never so near. */
const aroundTheVillage = "bbox=46.70,40.03,46.76,40.09";
const everything = ["draft", "long", "open", "protected", "restricted", "submitted"];
const publicOnes = ["long", "open", "protected", "restricted"];

describe("who sees which records", () => {
  it.each([
    ["viewer", publicOnes], ["admin", publicOnes], ["stranger", publicOnes], ["analyst", everything], ["colleague", everything], ["reviewer2", everything], ["auditor", everything],
  ] as const)("%s", async (name, expected) => {
    const actor = world[name];
    expect(await found(actor)).toEqual(expected);
    expect((await countIncidents(scopeOf(actor), filterOf(""))).count).toBe(expected.length);
    const streamed: number[] = [];
    for await (const batch of streamIncidents(scopeOf(actor), filterOf(""))) streamed.push(...batch.map((record) => record.id));
    expect(streamed).toHaveLength(expected.length);
    expect((await findIncident(scopeOf(actor), ids["draft"] ?? 0)) !== undefined).toBe((expected as readonly string[]).includes("draft"));
    expect((await listIncidentHistory(scopeOf(actor), ids["draft"] ?? 0)) !== undefined).toBe((expected as readonly string[]).includes("draft"));
  });

  it("the queue holds what waits for a reviewer, within the same scope", async () => {
    expect((await listReviewQueue(scopeOf(world.reviewer2))).records.map(({ record }) => record.id)).toEqual([ids["submitted"]]);
    expect((await listReviewQueue(scopeOf(world.viewer))).total).toBe(0);
    must(await step(world.reviewer, ids["open"] ?? 0, { command: "retract", reason: "Under doubt." }));
    expect((await listReviewQueue(scopeOf(world.reviewer2))).records.map(({ record, tally }) => [record.id, tally])).toContainEqual([ids["open"], { given: 1, needed: 2 }]);
  });
});

describe("what is withheld", () => {
  const read = async (actor: Actor, name: string): Promise<IncidentView | undefined> => findIncident(scopeOf(actor), ids[name] ?? 0);

  it.each(["viewer", "admin", "stranger"] as const)("from the %s: narrative, words and exact place; of a source-protected record also title, unit and source", async (name) => {
    expect(await read(world[name], "restricted")).toMatchObject({ redacted: true, title: "A restricted record", narrative: "", place: { name: "withheld", unit: "AZE-1739", precision: "L4_DISTRICT" }, claims: [{ quote: null, locator: null, speaker: "RU_MOD" }] });
    expect(await read(world[name], "protected")).toMatchObject({ redacted: true, title: "Restricted record", narrative: "", externalId: null, place: { name: "withheld", unit: null, precision: "L5_REGION" }, claims: [{ source: null, quote: null }] });
    expect(await read(world[name], "open")).toMatchObject({ redacted: false, narrative: "Zebra_one in the text." });
  });

  it.each(["analyst", "colleague", "reviewer", "auditor"] as const)("nothing from the %s", async (name) => {
    expect(await read(world[name], "protected")).toMatchObject({ redacted: false, title: "Okapi in the title", place: { unit: "AZE-1739", lat: 40.06 }, claims: [{ quote: "q" }] });
  });

  it("and no filter tells it by what it finds", async () => {
    for (const [query, name] of [["q=giraffe", "restricted"], ["q=okapi", "protected"], ["q=parukh&sort=occurred", "protected"], [aroundTheVillage, "restricted"], [aroundTheVillage, "protected"], ["unit=AZE-1739", "protected"]] as const) {
      const [blind, sighted] = [await found(world.viewer, query), await found(world.reviewer, query)];
      expect({ query, finds: sighted.includes(name), tells: blind.includes(name) }).toEqual({ query, finds: true, tells: false });
    }
    expect(await found(world.viewer, "q=restricted")).toEqual(["restricted"]);
    expect(await found(world.viewer, "unit=AZE-1739")).toEqual(["open", "restricted"]);
  });

  it("and a protected place is on every reader's map: as an area, found where it is shown", async () => {
    expect(await countIncidents(scopeOf(world.viewer), filterOf(""))).toEqual({ count: 4, notOnMap: 1 });
    expect(await countIncidents(scopeOf(world.reviewer), filterOf(""))).toEqual({ count: 6, notOnMap: 1 });
    expect(await countIncidents(scopeOf(world.viewer), filterOf(aroundTheVillage))).toEqual({ count: 1, notOnMap: 0 });
    for (const name of ["restricted", "protected"]) {
      const { lat, lon } = (await read(world.viewer, name))?.place ?? {};
      const around = `bbox=${Number(lon) - 0.005},${Number(lat) - 0.005},${Number(lon) + 0.005},${Number(lat) + 0.005}`;
      for (const actor of [world.viewer, world.admin, world.stranger]) expect(await found(actor, around)).toEqual([name]);
      for (const actor of [world.analyst, world.reviewer, world.auditor]) expect(await found(actor, around)).toEqual([]);
    }
  });
});

describe("filters", () => {
  it.each([
    ["q=100%25", ["open"]],
    ["q=zebra_ONE", ["open"]],
    // A word that looks like it is taken where nothing holds the one that was typed; a sign alone is no word.
    ["q=zebraXone", ["open"]],
    ["q=walrus", []],
    ["q=%25", []],
    ["from=2023-01-01&to=2023-01-31", ["long"]],
    ["from=2023-04-24", []],
    ["to=2022-03-24", []],
    ["workflow=DRAFT&workflow=IN_REVIEW", ["draft", "submitted"]],
    ["party=AM", ["long"]],
    ["party=RU&type=CH04", ["draft", "open", "protected", "restricted", "submitted"]],
    ["verification=V3_CORROBORATED&unit=AZE-1739", ["open", "protected", "restricted"]],
    ["obligation=T-1a&obligation=NONE", everything],
    ["obligation=NONE", []],
    ["bbox=46.7,40,46.8,40.1", ["draft", "open", "protected", "restricted", "submitted"]],
    ["bbox=170,40,46.8,40.1", ["draft", "open", "protected", "restricted", "submitted"]],
    ["bbox=0,0,1,1", []],
  ])("%s", async (query, expected) => {
    expect(await found(world.auditor, query)).toEqual(expected);
    expect((await countIncidents(scopeOf(world.auditor), filterOf(query))).count).toBe(expected.length);
  });

  it("q finds a record by its reference", async () => {
    expect(await found(world.viewer, `q=TL-${String(ids["open"]).padStart(6, "0")}`)).toEqual(["open"]);
  });

  it.each(["occurred", "-occurred"])("pages by %s show every record once, whatever is logged in between", async (sort) => {
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: IncidentView[]; nextCursor: string | null } = await listIncidents(scopeOf(world.viewer), filterOf(`sort=${sort}&limit=1${cursor === null ? "" : `&cursor=${cursor}`}`));
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toHaveLength(publicOnes.length);
    expect(new Set(seen)).toEqual(new Set(publicOnes.map((name) => ids[name])));
    const days = await Promise.all(seen.map(async (id) => (await findIncident(scopeOf(world.viewer), id))?.occurred.start ?? ""));
    expect(days).toEqual(sort === "occurred" ? days.toSorted() : days.toSorted().toReversed());
  });
});
