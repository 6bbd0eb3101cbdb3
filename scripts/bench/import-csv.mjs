import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";

const header = "external_id,event_date,event_type,title,narrative,latitude,longitude,location_precision,location_name,alleged_by,against,obligations,killed_low,killed_best,killed_high,source_url,source_publisher,source_date";
const types = ["CH01", "CH02", "CH03", "CH04", "CH05", "CV01", "CV02", "CV03"];
const dayMillis = 86_400_000;

/** Days long before those of the made-up records, so that no row looks like a record on file and is held. */
const dayOf = (n) => new Date(Date.UTC(1996, 0, 1) + (n % 8000) * dayMillis).toISOString().slice(0, 10);

function rowOf(n, run) {
  const [speaker, against] = n % 2 === 0 ? ["AM_MOD", "AZ"] : ["AZ_MOD", "AM"];
  const killed = n % 4 === 0 ? `${n % 3},${(n % 3) + 1},${(n % 3) + 2}` : ",,";
  return [
    `B${run}-${n}`, dayOf(n), types[n % types.length], `Fire reported near post ${n}`, `"Told on the evening of the day, and again on the next: post ${n}, to the north of the road, from about 21:30 on."`,
    (38.9 + ((n * 37) % 2400) / 1000).toFixed(4), (45.6 + ((n * 53) % 1900) / 1000).toFixed(4), "L2_SETTLEMENT", `Post ${n % 900}`, speaker, against, "NK2020-1a", killed,
    `https://example.invalid/bulletin/${n % 5000}`, "A bulletin", dayOf(n),
  ].join(",");
}

/** The file, a few thousand rows at a time. */
function* textOf(size, run) {
  yield `${header}\n`;
  for (let at = 0; at < size; at += 2000) yield `${Array.from({ length: Math.min(2000, size - at) }, (_, n) => rowOf(at + n, run)).join("\n")}\n`;
}

const seconds = (since) => (performance.now() - since) / 1000;

/** Waits until the import is in one of these states; asks the board meanwhile and keeps how long that took. */
async function reached({ id, address, token, boards }, states) {
  const headers = { authorization: `Bearer ${token}` };
  for (;;) {
    const view = await (await fetch(`${address}/api/v1/imports/${id}`, { headers })).json();
    if (states.includes(view.status)) return view;
    if (["FAILED", "REFUSED", "ASKING", "CANCELLED"].includes(view.status)) throw new Error(`the import became ${view.status}: ${JSON.stringify(view.problems)}`);
    const asked = performance.now();
    await (await fetch(`${address}/api/v1/board`, { headers })).arrayBuffer();
    boards.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function imported({ address, token, size }) {
  const headers = { authorization: `Bearer ${token}` };
  const run = Date.now().toString(36);
  const boards = [];
  let since = performance.now();
  const lap = () => {
    const taken = seconds(since);
    since = performance.now();
    return taken;
  };
  const answer = await fetch(`${address}/api/v1/imports?name=bench.csv`, { method: "POST", headers: { ...headers, "content-type": "text/csv" }, body: Readable.toWeb(Readable.from(textOf(size, run), { objectMode: false })), duplex: "half" });
  if (answer.status !== 202) throw new Error(`the file was refused: ${await answer.text()}`);
  const { id } = await answer.json();
  const sent = lap();
  const ready = await reached({ id, address, token, boards }, ["READY"]);
  const read = lap();
  await fetch(`${address}/api/v1/imports/${id}/commit`, { method: "POST", headers });
  const { status, problems } = await reached({ id, address, token, boards }, ["COMMITTED", "READY"]);
  if (status !== "COMMITTED") throw new Error(`nothing was written: ${JSON.stringify(problems)}`);
  const written = lap();
  boards.sort((a, b) => a - b);
  return { sent, read, written, created: ready.effects.create, board: boards[Math.floor(boards.length * 0.95)] ?? 0 };
}

/** COPY of the same text into a table without a key, an index or a rule. */
async function copied(client, size) {
  await client.query(`create table bench_import_raw (${header.split(",").map((name) => `${name} text`).join(", ")})`);
  const since = performance.now();
  await pipeline(Readable.from(textOf(size, "raw")), client.query(copyFrom("copy bench_import_raw from stdin (format csv, header)")));
  const taken = seconds(since);
  await client.query("drop table bench_import_raw");
  return taken;
}

const once = (taken) => ({ median: taken * 1000, p95: taken * 1000 });

/** A file of as many rows as there are records: sent, read, held against what is on file, and written with claims, counts, sources, versions and audit. */
export const importCsv = {
  name: "import of a CSV file",
  target: "10 minutes for a million, 400 MB, board p95 under 300 ms meanwhile",
  run: async (place) => {
    const raw = await copied(place.client, place.size);
    const watch = place.serverMemory();
    const { sent, read, written, created, board } = await imported(place);
    const note = `${created} created; sent in ${sent.toFixed(1)} s, read in ${read.toFixed(1)} s, written in ${written.toFixed(1)} s; board p95 meanwhile ${Math.round(board)} ms; server's memory: ${watch.stop()}`;
    return { product: once(sent + read + written), raw: once(raw), note };
  },
};
