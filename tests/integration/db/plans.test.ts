// No statement without an index and a bound: PostgreSQL itself tells how it carried out each one that the product sends.
import "../../support/plans/async-local-storage";
import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { fillDatabase } from "@/lib/synth/service";
import { foldTallies } from "@/lib/incidents/tallies/service";
import { theAccount } from "../../support/accounts";
import type { DemoAccount } from "../../support/api";
import { must } from "../../support/incident-world";
import { loadReferenceData } from "../../support/reference-data";
import { type Ask, apiAsks } from "../../support/plans/api";
import { exempt, unexempted } from "../../support/plans/exempt";
import { type Finding, findingsOf, type Sizes } from "../../support/plans/findings";
import { fillGrowing } from "../../support/plans/growing";
import { notAsked, pageAsks, pages } from "../../support/plans/pages";
import { type Planted, planted } from "../../support/plans/planted";
import { plansOf, tellPlans } from "../../support/plans/recorder";
import { writeAsks } from "../../support/plans/writes";

let sizes: Sizes;
let there: Planted;
const met = new Set<(typeof exempt)[number]>();

beforeAll(async () => {
  await loadReferenceData();
  await theAccount("viewer");
  must(await fillDatabase({ incidents: 12_000, seed: 5, isDemo: true, isForced: false, ownerUrl: process.env["DATABASE_URL"] ?? "", report: () => undefined }));
  await foldTallies();
  sizes = await fillGrowing(3000);
  there = await planted();
  await tellPlans();
}, 240_000);

const findings = async (asked: string, work: () => Promise<unknown>): Promise<Finding[]> => (await plansOf(asked, work)).flatMap((one) => findingsOf(one, sizes));

/** What is wrong with the statements of these asks: an analyst asks all of them, the others what their scope decides. */
async function wrongIn(asks: readonly Ask[]): Promise<string[]> {
  const found: Finding[] = [];
  const askedBy = async (as: DemoAccount, some: readonly Ask[]): Promise<void> => {
    for (const { asked, run } of some) found.push(...(await findings(`${as}: ${asked}`, () => run(as))));
  };
  await askedBy("analyst", asks);
  for (const as of ["reviewer", "viewer", "auditor"] as const) await askedBy(as, asks.filter(({ isPlain }) => isPlain));
  return unexempted(found, met);
}

describe("a statement that takes longer with every record is found out", () => {
  it.each([
    ["no index serves it", "sequential scan of incident", "SELECT id FROM incident WHERE confidence = 'none'"],
    ["it stands inside a function", "sequential scan of claim", "SELECT inner_count()"],
    ["an index is read to its end", "all of incident by incident_occurred_idx", "SELECT id FROM incident ORDER BY occurred_start DESC, id DESC OFFSET 9000 LIMIT 1"],
    ["it hands over all there is", "12076 rows", "SELECT id FROM incident WHERE id > 0"],
  ])("where %s", async (_name, what, text) => {
    await db().$executeRaw`CREATE OR REPLACE FUNCTION inner_count() RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT count(*) FROM claim WHERE quote = 'none'); END $$`;
    expect((await findings("this test", () => db().$queryRawUnsafe(text))).map((one) => one.what)).toContain(what);
  });
});

it("every loader of a page is asked", () => {
  const named = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("loaders.ts")).flatMap((file) => [...readFileSync(`lib/${file}`, "utf8").matchAll(/^export (?:async function|const) (load\w+)/gm)].map(([, name = ""]) => name));
  expect(named.filter((name) => !(name in pages) && !notAsked.includes(name))).toEqual([]);
});

it("whatever is read over the HTTP API is found by an index and bounded", async () => expect(await wrongIn(apiAsks(there))).toEqual([]), 300_000);

it("whatever a page loads is found by an index and bounded", async () => expect(await wrongIn(pageAsks(there))).toEqual([]), 300_000);

it("whatever is written is written by an index", async () => {
  const speaker = await db().speaker.findFirstOrThrow({ where: { kind: "PARTY" }, select: { code: true } });
  const found: Finding[] = [];
  for await (const { asked, work } of writeAsks(speaker.code)) found.push(...(await findings(asked, work)));
  expect(unexempted(found, met)).toEqual([]);
}, 60_000);

it("each exemption is still needed", () => expect(exempt.filter((one) => !met.has(one)).map(({ why }) => why)).toEqual([]));
