import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { startProduct } from "../checks/product.mjs";
import { surroundings } from "../checks/surroundings.mjs";
import { captureChild } from "../launch/child.mjs";
import { openDatabase } from "../launch/database.mjs";
import { Failure } from "../launch/failure.mjs";
import { othersOn } from "../launch/running-record.mjs";
import { launchSettings } from "../launch/settings.mjs";

async function cli(env, ...words) {
  const { code, output } = await captureChild(process.execPath, ["scripts/with-database.mjs", "cli/main.ts", ...words], env);
  if (code !== 0) throw new Failure(`“${words.join(" ")}” failed.\n${output}`);
  return output.split("\n").at(-1);
}

const megabytes = (pid) => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024);

/** The memory of a process from now on; `stop` says from where to where it rose. Where the system tells nothing of it, so does this. */
function memoryOf(pid) {
  if (process.platform !== "linux" || pid === undefined) return { stop: () => "not measured on this system" };
  const first = megabytes(pid);
  let highest = first;
  const timer = setInterval(() => { highest = Math.max(highest, megabytes(pid)); }, 50);
  return {
    stop: () => {
      clearInterval(timer);
      return `${first} MB before, ${highest} MB at most`;
    },
  };
}

/** Calls of the HTTP API under a token; an answer that is no success ends the bench. */
function callsOf(address, token) {
  const call = async (path, init = {}) => {
    const answer = await fetch(`${address}/api/v1${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });
    if (!answer.ok) throw new Failure(`${path} answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
    return answer;
  };
  return {
    get: async (path) => (await call(path)).arrayBuffer(),
    post: async (path, body) => (await call(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) })).arrayBuffer(),
    getStream: async (path) => {
      let bytes = 0;
      for await (const part of (await call(path)).body) bytes += part.length;
      return bytes;
    },
  };
}

/** Records in a database that was just opened. */
const countOf = async (client) => Number((await client.query("SELECT count(*) AS count FROM incident")).rows[0].count);

async function fill({ env, size, log }) {
  const started = performance.now();
  await cli(env, "synth", "--incidents", String(size));
  log(`${size} records made in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/**
 * The product with `size` made-up records in a data folder of its own, which is gone afterwards; never anybody's own data. A folder
 * that is named is filled where it holds fewer, and kept: a million records take a quarter of an hour.
 * @returns what a measurement gets, and `close`
 */
export async function openPlace(size, { log, data = "" }) {
  const place = await surroundings();
  if (data !== "") place.env.TRUCE_DATA_DIR = path.resolve(data);
  const stop = await startProduct(place);
  const database = await openDatabase(launchSettings(place.env));
  const client = new pg.Client({ connectionString: database.url });
  const close = async () => {
    await client.end();
    await database.close();
    await stop();
    rmSync(place.folder, { recursive: true, force: true });
  };
  try {
    await client.connect();
    if (data === "" || (await countOf(client)) < size) await fill({ env: place.env, size, log });
    const token = await cli(place.env, "token", "create", "--user", "reviewer@demo.invalid");
    const writer = await cli(place.env, "token", "create", "--user", "analyst@demo.invalid");
    const { server } = othersOn(place.env.TRUCE_DATA_DIR);
    return { address: place.address, token, client, size, ...callsOf(place.address, token), post: callsOf(place.address, writer).post, serverMemory: () => memoryOf(server?.server), close };
  } catch (error) {
    await close();
    throw error;
  }
}
