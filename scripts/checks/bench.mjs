import { rmSync } from "node:fs";
import pg from "pg";
import { captureChild } from "../launch/child.mjs";
import { openDatabase } from "../launch/database.mjs";
import { Failure } from "../launch/failure.mjs";
import { launchSettings } from "../launch/settings.mjs";
import { startProduct } from "./product.mjs";
import { surroundings } from "./surroundings.mjs";

const WARM_UP = 5;
const TIMES = 50;

// What is asked over HTTP and, where one statement gives the same rows, that statement.
const CASES = [
  { name: "list of 50 incidents", path: "/api/v1/incidents?limit=50", sql: "select * from incident where workflow = 'PUBLISHED' order by occurred_start desc, id desc limit 50" },
  { name: "count with a filter", path: "/api/v1/incidents/count?obligation=NK2020-1a", sql: "select count(distinct incident_id) from incident_obligation o join obligation d on d.id = o.obligation_id join incident i on i.id = o.incident_id where d.code = 'NK2020-1a' and i.workflow = 'PUBLISHED'" },
  { name: "one incident", path: "/api/v1/incidents/1", sql: "select * from incident where id = 1" },
  { name: "board of a day", path: "/api/v1/board?asOf=2022-12-20" },
  { name: "export.csv, all", path: "/api/v1/export.csv" },
];

async function timed(work) {
  for (let n = 0; n < WARM_UP; n++) await work();
  const taken = [];
  for (let n = 0; n < TIMES; n++) {
    const started = performance.now();
    await work();
    taken.push(performance.now() - started);
  }
  taken.sort((a, b) => a - b);
  return { median: taken[Math.floor(TIMES / 2)], p95: taken[Math.floor(TIMES * 0.95)] };
}

async function tokenFor(env) {
  const words = ["scripts/with-database.mjs", "cli/main.ts", "token", "create", "--user", "reviewer@demo.invalid"];
  const { code, output } = await captureChild(process.execPath, words, env);
  if (code !== 0) throw new Failure(`A token could not be made.\n${output}`);
  return output.split("\n").at(-1);
}

async function measure({ name, path, sql }, { address, token, client }) {
  const http = await timed(async () => {
    const answer = await fetch(`${address}${path}`, { headers: { authorization: `Bearer ${token}` } });
    if (!answer.ok) throw new Failure(`${path} answered ${answer.status}.`);
    await answer.arrayBuffer();
  });
  const raw = sql ? await timed(() => client.query(sql)) : undefined;
  return { name, http, raw };
}

function printed({ name, http, raw }) {
  const millis = (value) => value.toFixed(1).padStart(8);
  const beside = raw ? `${millis(raw.median)}${(http.median / raw.median).toFixed(0).padStart(7)} ×` : "";
  return `${name.padEnd(24)}${millis(http.median)}${millis(http.p95)}${beside}`;
}

export default async function main() {
  const place = await surroundings();
  const stop = await startProduct(place);
  const database = await openDatabase(launchSettings(place.env));
  const client = new pg.Client({ connectionString: database.url });
  try {
    await client.connect();
    const { rows } = await client.query("select count(*)::int as n from incident");
    console.log(`${rows[0].n} incidents, ${TIMES} times one after the other, milliseconds\n`);
    console.log(`${"".padEnd(24)}${"median".padStart(8)}${"p95".padStart(8)}${"SQL".padStart(8)}${"ratio".padStart(9)}`);
    const token = await tokenFor(place.env);
    for (const one of CASES) console.log(printed(await measure(one, { address: place.address, token, client })));
  } finally {
    await client.end();
    await database.close();
    await stop();
    rmSync(place.folder, { recursive: true, force: true });
  }
}
