import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { listSavedSearches } from "@/lib/saved-searches/queries";
import { forgetSearch, saveSearch } from "@/lib/saved-searches/service";
import { fixedNow } from "../../support/incident-builders";
import { must, plantWorld, type World } from "../../support/incident-world";

let world: World;
beforeAll(async () => {
  world = await plantWorld();
});

describe("saved searches", () => {
  it("are their owner's alone: read, named once, and taken away by nobody else", async () => {
    const { id } = must(await saveSearch(world.analyst, { name: "Fire", query: "q=fire" }, fixedNow));
    expect(await saveSearch(world.analyst, { name: "Fire", query: "q=other" }, fixedNow)).toMatchObject({ ok: false, refusal: { kind: "invalid", errors: [{ path: "name", code: "taken" }] } });
    must(await saveSearch(world.viewer, { name: "Fire", query: "q=theirs" }, fixedNow));
    expect(await listSavedSearches(world.analyst)).toEqual([{ id, name: "Fire", query: "q=fire" }]);
    expect(await forgetSearch(world.viewer, { id })).toMatchObject({ ok: false, refusal: { kind: "not-found" } });
    must(await forgetSearch(world.analyst, { id }));
    expect(await listSavedSearches(world.analyst)).toEqual([]);
  });

  it("are fifty at most, also when several are saved at once", async () => {
    await db().savedSearch.createMany({ data: Array.from({ length: 48 }, (_, index) => ({ userId: world.reviewer.userId, name: `No ${index}`, query: "q=a", savedAt: fixedNow })) });
    const outcomes = await Promise.all([1, 2, 3, 4].map((turn) => saveSearch(world.reviewer, { name: `At once ${turn}`, query: "q=b" }, fixedNow)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2);
    expect(await listSavedSearches(world.reviewer)).toHaveLength(50);
  });

  it("the database keeps no search without a name", async () => {
    await expect(db().$executeRaw`INSERT INTO saved_search (user_id, name, query, saved_at) VALUES (${world.analyst.userId}, ' ', 'q=a', now())`).rejects.toThrow(/saved_search_name_says_something/);
  });
});
