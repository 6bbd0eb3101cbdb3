import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { scopeOf } from "@/lib/incidents/policy";
import { countIncidents, listIncidents } from "@/lib/incidents/queries";
import { filterFromSearchParams } from "@/lib/incidents/schema";
import { logIncident } from "@/lib/incidents/service";
import { wordsShown } from "@/lib/incidents/filter/queries";
import { conditionSql, incidentAt } from "@/lib/incidents/statement/queries";
import { understood } from "@/lib/incidents/words/queries";
import type { Actor } from "@/lib/kernel/actor";
import { nearWords } from "@/lib/search/queries";
import { anIncidentInput, fixedNow } from "../../support/incident-builders";
import { must, plantWorld, type World } from "../../support/incident-world";

let world: World;

const logged = async (facts: Parameters<typeof anIncidentInput>[0]): Promise<number> => must(await logIncident(world.analyst, anIncidentInput(facts), fixedNow)).id;
const filterOf = (q: string) => must(filterFromSearchParams(new URLSearchParams({ q })));

async function titles(actor: Actor, q: string): Promise<string[]> {
  const { items } = await listIncidents(scopeOf(actor), filterOf(q));
  const { count } = await countIncidents(scopeOf(actor), filterOf(q));
  expect(count).toBe(items.length);
  return items.map(({ title }) => title).sort();
}

beforeAll(async () => {
  world = await plantWorld();
  await db().place.create({
    data: {
      key: "shusha", kind: "TOWN", unitCode: "AZE-1739", lat: 39.76, lon: 46.75, precisionKm: 1, confidence: "seed", coordinateSource: "test",
      names: { create: [["en", "Latn", "ARMENIAN", "Shushi"], ["en", "Latn", "AZERBAIJANI", "Shusha"], ["az", "Latn", "AZERBAIJANI", "Şuşa"], ["hy", "Armn", "ARMENIAN", "Շուշի"], ["ru", "Cyrl", "RUSSIAN", "Шуша"]].map(([lang = "", script = "", usage = "", form = ""]) => ({ lang, script, usage, form })) },
    },
  });
  const nowhere = { name: null, unit: null, lat: null, lon: null, precision: "L0_UNKNOWN" } as const;
  await logged({ title: "Fire at a post", narrative: "Mortar rounds were reported.", place: { ...nowhere, name: "Shusha", precision: "L2_SETTLEMENT" } });
  await logged({ title: "Drone seen over the road", narrative: "Near Շուշի, say two villagers.", place: nowhere });
  await logged({ title: "Convoy stopped", narrative: "A convoy waited on the Lachin road.", place: nowhere });
  await logged({ title: "Quiet day", narrative: "The word zanzibar stands here under protection.", place: nowhere, sensitivity: "S2_RESTRICTED" });
});

describe("a search for a place", () => {
  it.each(["Şuşa", "Shusha", "Shushi", "Շուշի", "Шуша", "shush"])("by %s finds it in every form and script", async (q) => {
    expect(await titles(world.analyst, q)).toEqual(["Drone seen over the road", "Fire at a post"]);
  });
});

describe("a search for words", () => {
  it("asks for all of them, wherever in the record they stand", async () => expect(await titles(world.analyst, "fire Shusha mortar")).toEqual(["Fire at a post"]));
  it("keeps words in quotation marks together", async () => {
    expect(await titles(world.analyst, '"Lachin road"')).toEqual(["Convoy stopped"]);
    expect(await titles(world.analyst, '"road Lachin"')).toEqual([]);
  });
  it("leaves out what is excluded", async () => expect(await titles(world.analyst, "road -drone")).toEqual(["Convoy stopped"]));
  it("finds words that look like one that nothing holds", async () => {
    expect(await titles(world.analyst, "convoi")).toEqual(["Convoy stopped"]);
    expect((await understood(scopeOf(world.analyst), filterOf("convoi"))).words?.isLoose).toBe(true);
    expect((await understood(scopeOf(world.analyst), filterOf("convoy"))).words?.isLoose).toBe(false);
  });
  it("finds nothing by signs alone, and a record by its reference", async () => {
    expect(await titles(world.analyst, "!!! %")).toEqual([]);
    const [first] = (await listIncidents(scopeOf(world.analyst), filterOf("Fire"))).items;
    expect(await titles(world.analyst, first?.reference ?? "")).toEqual(["Fire at a post"]);
  });
});

describe("what is withheld", () => {
  it("is found by nobody who may not read it, and by those who may", async () => {
    expect(await titles(world.analyst, "zanzibar")).toEqual(["Quiet day"]);
    expect(await titles(world.reviewer, "zanzibar")).toEqual(["Quiet day"]);
    expect(await titles(world.stranger, "zanzibar")).toEqual([]);
    expect(await titles(world.viewer, "zanzibar")).toEqual([]);
  });

  it("does not tell by its absence: an excluded word that is withheld takes no record out of the answer", async () => {
    const holding = async (actor: Actor): Promise<number> => {
      const { words } = await understood(scopeOf(actor), filterOf("quiet -zanzibar"));
      const where = conditionSql(wordsShown(scopeOf(actor), words ?? { needed: "", all: "", beginnings: [], isLoose: false }), incidentAt("i"));
      return (await db().$queryRaw<unknown[]>`SELECT 1 FROM incident i WHERE ${where}`).length;
    };
    expect([await holding(world.reviewer), await holding(world.analyst)]).toEqual([0, 0]);
    expect([await holding(world.viewer), await holding(world.stranger)]).toEqual([1, 1]);
  });
});

describe("the database", () => {
  it("keeps the words of a record by itself, whatever is written into the column", async () => {
    await db().$executeRaw`UPDATE incident SET search = 'forged'::tsvector WHERE title = 'Fire at a post'`;
    expect(await titles(world.analyst, "forged")).toEqual([]);
    expect(await titles(world.analyst, "mortar")).toEqual(["Fire at a post"]);
  });
  it("knows the words of new records for those that are mistyped", async () => expect((await nearWords(["zanzibbar"])).get("zanzibbar")).toEqual(["zanzibar"]));
});
