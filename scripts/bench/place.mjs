import { readdirSync, readFileSync, rmSync } from "node:fs";
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

/** Pages as somebody who signed in with a password gets them, and that one's cookies. */
async function pagesOf(address, { email, password }) {
  const jar = new Map();
  const page = async (path, init = {}) => {
    const answer = await fetch(`${address}${path}`, { redirect: "manual", ...init, headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "), ...init.headers } });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair] = cookie.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    if (answer.status >= 400) throw new Failure(`${path} answered ${answer.status}.`);
    return answer;
  };
  const { csrfToken } = await (await page("/api/auth/csrf")).json();
  await page("/api/auth/callback/credentials", { method: "POST", body: new URLSearchParams({ csrfToken, email, password, json: "true" }) });
  return { page, cookies: [...jar].map(([name, value]) => ({ name, value })) };
}

/** Records in a database that was just opened. */
const countOf = async (client) => Number((await client.query("SELECT count(*) AS count FROM incident")).rows[0].count);

async function fill({ env, size, log }) {
  const started = performance.now();
  await cli(env, "synth", "--incidents", String(size));
  log(`${size} records made in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** Starts the product and tells how long it took: from the first sign of the server's process to its first answer, and the whole with its database. */
async function started(place) {
  const before = performance.now();
  let begun;
  const watch = setInterval(() => { begun ??= isServerThere(place.env.PORT) ? performance.now() : undefined; }, 10);
  const answered = answersSoon(place.address);
  const stop = await startProduct(place);
  clearInterval(watch);
  const at = await answered;
  return { stop, product: at - before, server: at - (begun ?? before) };
}

/** Whether a process runs the built server for this port: it says so in its own surroundings. */
function isServerThere(port) {
  return readdirSync("/proc").some((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("server.js") && readFileSync(`/proc/${pid}/environ`, "utf8").includes(`\0PORT=${port}\0`);
    } catch {
      return false; // it has ended meanwhile
    }
  });
}

/** When the address first answers. */
async function answersSoon(address) {
  for (let tries = 0; tries < 30_000; tries++) {
    if (await fetch(`${address}/healthz`).then((answer) => answer.ok, () => false)) break;
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
  return performance.now();
}

/**
 * The product with `size` made-up records in a data folder of its own, which is gone afterwards; never anybody's own data. A folder
 * that is named is filled where it holds fewer, and kept: a million records take a quarter of an hour.
 * @returns what a measurement gets, and `close`
 */
export async function openPlace(size, { log, data = "", password = "" }) {
  const place = await surroundings();
  if (data !== "") place.env.TRUCE_DATA_DIR = path.resolve(data);
  if (password !== "") place.env.TRUCE_DEMO_PASSWORD = password;
  let stop = await startProduct(place);
  const database = await openDatabase(launchSettings(place.env));
  const client = new pg.Client({ connectionString: database.url });
  // The product's database goes down with it: whoever measures the start has done with this connection.
  client.on("error", () => undefined);
  let isOpen = true;
  const leave = async () => {
    if (!isOpen) return;
    isOpen = false;
    await client.end();
    await database.close();
  };
  const close = async () => {
    await leave();
    await stop();
    rmSync(place.folder, { recursive: true, force: true });
  };
  const restart = async () => {
    await leave();
    await stop();
    const again = await started(place);
    stop = again.stop;
    return again;
  };
  try {
    await client.connect();
    if (data === "" || (await countOf(client)) < size) await fill({ env: place.env, size, log });
    const token = await cli(place.env, "token", "create", "--user", "reviewer@demo.invalid");
    const writer = await cli(place.env, "token", "create", "--user", "analyst@demo.invalid");
    const pages = await pagesOf(place.address, { email: "viewer@demo.invalid", password: place.env.TRUCE_DEMO_PASSWORD });
    const serverPid = () => othersOn(place.env.TRUCE_DATA_DIR).server?.server;
    return {
      address: place.address, executable: place.executable, token, client, size, ...pages, ...callsOf(place.address, token), post: callsOf(place.address, writer).post,
      serverMemory: () => memoryOf(serverPid()), memoryNow: () => megabytes(serverPid()), restart, close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
