import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { scopeOf } from "@/lib/incidents/policy";
import { findIncident } from "@/lib/incidents/queries";
import { entryInputOf } from "@/lib/incidents/schema";
import { editIncident } from "@/lib/incidents/service";
import { aClaim, fixedNow } from "../../support/incident-builders";
import { log, must, plantWorld, type World } from "../../support/incident-world";

let world: World;
beforeAll(async () => {
  world = await plantWorld();
});

const editors = 20;

/** One editor: reads, adds a claim, saves; where somebody was faster, reads again and repeats. Returns how often it was refused. */
async function addClaim(id: number, quote: string): Promise<number> {
  for (let refusals = 0; ; refusals++) {
    const view = await findIncident(scopeOf(world.analyst), id);
    if (!view) throw new Error("the record is gone");
    const input = entryInputOf(view);
    const saved = await editIncident(world.analyst, { id, expectedVersion: view.version, input: { ...input, claims: [...input.claims, aClaim({ speaker: "AM_MOD", quote })] } }, fixedNow);
    if (saved.ok) return refusals;
    if (saved.refusal.kind !== "conflict") throw new Error(JSON.stringify(saved.refusal));
  }
}

it("twenty editors racing on one record lose nothing: each stale save is refused, and each claim is there in the end", async () => {
  const id = await log(world.analyst);
  const before = await findIncident(scopeOf(world.analyst), id);
  const quotes = Array.from({ length: editors }, (_none, index) => `claim ${index}`);
  const refusals = await Promise.all(quotes.map((quote) => addClaim(id, quote)));
  const after = await findIncident(scopeOf(world.analyst), id);
  expect(after?.claims.flatMap((claim) => claim.quote ?? []).filter((quote) => quote.startsWith("claim ")).sort()).toEqual([...quotes].sort());
  expect(after?.version).toBe((before?.version ?? 0) + editors);
  expect(refusals.reduce((sum, count) => sum + count, 0), "they did race").toBeGreaterThan(0);
  const versions = await db().incidentVersion.findMany({ where: { incidentId: id }, select: { version: true }, orderBy: { version: "asc" } });
  expect(versions.map((row) => row.version)).toEqual(Array.from({ length: editors + 1 }, (_none, index) => index + 1));
  expect(await db().auditEntry.count({ where: { subjectType: "incident", subjectId: String(id), event: "incident.edited" } })).toBe(editors);
});

it("the same save twice is one change and one refusal", async () => {
  const id = await log(world.analyst);
  const view = await findIncident(scopeOf(world.analyst), id);
  if (!view) throw new Error("the record is gone");
  const edit = () => editIncident(world.analyst, { id, expectedVersion: view.version, input: { ...entryInputOf(view), title: "A new title" } }, fixedNow);
  const results = await Promise.all([edit(), edit()]);
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  must(results.find((result) => result.ok) ?? { ok: false, refusal: { kind: "not-found" } });
});
