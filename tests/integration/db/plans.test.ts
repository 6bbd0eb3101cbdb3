// Every statement that doors and pages send has an index for each large table that it reads: explained where reading a table from end to end is
// forbidden, since of filters that most records pass the planner rightly does that.
import pg from "pg";
import { beforeAll, afterAll, describe, expect, it } from "vitest";
import { operations } from "@/app/api/v1/_operations/all";
import { db } from "@/lib/db/client";
import { countLeaving } from "@/lib/exports/reading/queries";
import { listDuplicateQueue } from "@/lib/duplicates/queries";
import { listFilterChoices } from "@/lib/incidents/filter/choices/queries";
import { scopeOf } from "@/lib/incidents/policy";
import { filterFromSearchParams } from "@/lib/incidents/schema";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { findDays } from "@/lib/map/days/queries";
import { ensureDemoAccounts } from "@/lib/people/service";
import { listOpenNotices } from "@/lib/sources/registry/queries";
import { tellStatistics } from "@/lib/statistics/told/queries";
import type { RouteHandler } from "@/lib/server/json-route";
import { bearerOf } from "../../support/api";
import { must, plantWorld, type World } from "../../support/incident-world";
import { plantMany } from "../../support/many-incidents";
import { readWhole, recordStatements, type Statement } from "../../support/statements";

/** Tables that grow with the records. */
const large = ["incident", "claim", "observation", "casualty", "incident_obligation", "incident_facet", "incident_tally", "incident_version", "map_bin_count", "board_record", "audit_entry", "source", "search_word"];

/** Filters that a list is asked by, each alone and some together. */
const filters = [
  "", "from=2021-02-03&to=2021-02-20", "from=2021-03-01", "to=2021-01-20", "type=CH01", "type=CH01&type=CH02", "unit=AZE-1739", "party=AZ", "party=AZ&party=AM", "verification=V3_CORROBORATED", "workflow=DRAFT", "workflow=PUBLISHED",
  "obligation=T-1a", "obligation=T-1a&obligation=T-1b", "obligation=T-1a&party=AZ&type=CH01&from=2021-01-10&to=2021-05-01", "q=zebra", "q=zebra+giraffe", "q=zebra&type=CH01&from=2021-02-01", "q=TL-000012", "bbox=46,39,46.2,39.2", "map=notShown", "map=shown&unit=AZE-1700", "cell=u-AZE-1739", "cell=p15-613566756",
];

const incident = (rest: string) => `/incidents/{id}${rest}`;
/** Every door that only reads, as it is asked; those of files and lists with every filter. */
const asked: Readonly<Record<string, readonly string[]>> = {
  "/incidents": filters.flatMap((filter) => [`limit=50&${filter}`, `limit=50&sort=occurred&${filter}`]), "/incidents/count": filters, "/map/cells": filters.flatMap((filter) => [`zoom=8&${filter}`, `zoom=12&layer=points&${filter}`]),
  "/statistics": filters.flatMap((filter) => ["month,type", "unit,verification", "reporter", "obligation", "severity,month"].map((by) => `by=${by}&${filter}`)), "/statistics.csv": ["by=party"],
  "/export.csv": ["", "type=CH01&from=2021-02-01", "q=zebra"], "/export.hxl.csv": [""], "/export.xlsx": [""], "/export.geojson": [""], "/export.ndjson": [""], "/exports": [""], "/exports/{id}/manifest": [""], "/dictionary.csv": [""], "/dictionary.json": [""], "/dictionary.md": [""],
  [incident("")]: [""], [incident("/history")]: [""], [incident("/duplicates")]: [""], [incident("/evidence")]: [""], "/evidence/{id}": [""], "/evidence/{id}/original": [""],
  "/agreements": [""], "/agreements/{id}": [""], "/agreements/{id}/file": [""], "/truces.csv": [""], "/board": ["", "asOf=2021-02-01", "asOf=2021-02-01&knownAt=2021-03-01"], "/board/history.csv": [""], "/obligations/{code}": ["", "knownAt=2021-03-01"],
  "/search": ["q=zebra", "q=zibra"], "/corrections": ["", "state=all"], "/feeds/incidents.atom": [""], "/feeds/changes.ndjson": [""], "/imports/{id}": [""], "/imports/{id}/errors.csv": [""],
  "/reports": [""], "/reports/{id}": [""], "/reports/{id}/package.zip": [""], "/audit": [""],
};
/** The whole chain is read by whoever verifies it: that is the question. The route of one report serves its three forms. */
const notAsked = ["/audit/verify", "/reports/{id}.pdf", "/reports/{id}.json"];

let world: World;
let client: pg.Client;
let statements: Statement[];

const routes = import.meta.glob<{ GET?: RouteHandler }>("/app/api/v1/**/route.ts");
const routeOf = async (path: string): Promise<RouteHandler> => {
  const file = Object.keys(routes).find((name) => name.replaceAll(/\[(\w+)\]/g, "{$1}") === `/app/api/v1${path}/route.ts` || name.replaceAll(/\[\w+\]/g, "{}") === `/app/api/v1${path.replaceAll(/\{\w+\}/g, "{}")}/route.ts`);
  const handler = file === undefined ? undefined : (await routes[file]?.())?.GET;
  if (!handler) throw new Error(`no route answers ${path}`);
  return handler;
};

async function drive(path: string, account: "viewer" | "analyst" | "reviewer" | "auditor"): Promise<void> {
  const [one] = await db().incident.findMany({ where: { workflow: "PUBLISHED", restriction: null }, select: { id: true }, take: 1 });
  const values: Record<string, string> = { id: path.startsWith("/incidents") ? String(one?.id) : path.startsWith("/agreements") ? "AGR-T" : "1", code: "T-1a" };
  const handler = await routeOf(path);
  for (const query of asked[path] ?? []) {
    const request = new Request(`http://localhost:3000/api/v1${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "")}?${query}`, { headers: await bearerOf(account) });
    await (await handler(request, { params: Promise.resolve(values) })).arrayBuffer();
  }
}

/** What pages ask beside the doors. */
async function drivePages(): Promise<void> {
  for (const name of ["viewer", "analyst", "reviewer", "auditor"] as const) {
    const scope = scopeOf(world[name]);
    const filter = must(filterFromSearchParams(new URLSearchParams("workflow=PUBLISHED")));
    await tellStatistics(scope, filter, { since: calendarDate("2020-11-10"), last: calendarDate("2021-06-01") });
    await Promise.all([findDays(scope), listFilterChoices(scope), countLeaving(scope, filter), listDuplicateQueue(scope), listOpenNotices(scope)]);
  }
}

beforeAll(async () => {
  world = await plantWorld();
  await plantMany(world, { count: 10_000 });
  await db().$queryRaw`SELECT setval(pg_get_serial_sequence('team', 'id'), 100)`;
  await ensureDemoAccounts("demo-password-for-tests");
  await db().$queryRaw`SELECT fold_tallies() + fold_map_bins()`;
  client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  await client.query("VACUUM ANALYZE");
  await client.query("SET enable_seqscan = off");
  for (const account of ["viewer", "analyst", "reviewer", "auditor"] as const) await bearerOf(account);
  const recording = recordStatements();
  for (const path of Object.keys(asked)) for (const account of ["viewer", "analyst", "reviewer", "auditor"] as const) await drive(path, account);
  await drivePages();
  statements = recording.stop();
}, 600_000);
afterAll(() => client.end());

const reads = (text: string): boolean => /^\s*(\/\*.*?\*\/)?\s*(select|with)\b/i.test(text) && large.some((table) => new RegExp(`\\b${table}\\b`).test(text));
/** A cursor's statement is what it is declared for. */
const inside = ({ text, values }: Statement): Statement => ({ text: text.replace(/^\s*DECLARE\s+\S+\s+(NO SCROLL\s+)?CURSOR\s+(WITHOUT HOLD\s+)?FOR\s+/i, ""), values });

describe("the statements of doors and pages", () => {
  it("are asked of every door that reads", () => {
    const doors = operations.filter(({ method }) => method === "GET").map(({ path }) => path);
    expect(doors.filter((path) => !(path in asked) && !notAsked.includes(path))).toEqual([]);
    expect(statements.length).toBeGreaterThan(150);
  });

  it("have an index for every large table that they read", async () => {
    const found: { tables: string[]; text: string }[] = [];
    for (const statement of statements.map(inside).filter(({ text }) => reads(text))) {
      const tables = (await readWhole(client, statement)).filter((table) => large.includes(table));
      if (tables.length > 0) found.push({ tables, text: statement.text.slice(0, 1500) });
    }
    expect(found).toEqual([]);
  }, 120_000);

  it("would be found if they did", async () => {
    expect(await readWhole(client, { text: "SELECT count(*) FROM incident WHERE note = $1", values: ["x"] })).toEqual(["incident"]);
    expect(await readWhole(client, { text: "SELECT id FROM claim WHERE quote LIKE $1", values: ["%x%"] })).toEqual(["claim"]);
  });
});
