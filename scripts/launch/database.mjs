// Opens the database: the one that DATABASE_URL names, or the embedded one, shared by every command on the same data folder.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { startEmbedded } from "../embedded-postgres.mjs";
import { embeddedAppUrl } from "./app-login.mjs";
import { captureChild } from "./child.mjs";
import { Failure } from "./failure.mjs";
import { withFolderLock } from "./folder-lock.mjs";
import { installJobTables } from "./job-tables.mjs";
import { isStill } from "./living-process.mjs";

const MINIMUM_VERSION = 15;

const REASONS = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the host's name can't be resolved now",
  ETIMEDOUT: "it does not answer",
  "28P01": "the password is wrong",
  28000: "it does not let this user in",
};

function shownUrl(text) {
  try {
    const url = new URL(text);
    url.password = "";
    return String(url);
  } catch {
    throw new Failure("DATABASE_URL is not a URL. It looks like postgresql://user:password@host:5432/database.");
  }
}

/** Refuses, in one line, a database that can't be used. One that doesn't exist yet is made by the migration. */
async function checkGiven(url) {
  const shown = shownUrl(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("select current_setting('server_version_num')::int / 10000 as major");
    if (rows[0].major < MINIMUM_VERSION) throw new Failure(`${shown} is PostgreSQL ${rows[0].major}; ${MINIMUM_VERSION} or newer is needed.`);
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (error.code === "3D000") return;
    throw new Failure(`The database of DATABASE_URL can't be used (${shown}): ${REASONS[error.code] ?? (error.message || error.code)}.`);
  } finally {
    await client.end().catch(() => {});
  }
}

// Who uses the embedded server now. The last one to leave stops it, where it was started by one of us.
const usersFile = (dataDir) => path.join(dataDir, "database.users.json");
const isUser = (pid) => pid === process.pid || isStill(pid, "scripts/");

function readUsers(dataDir, postmaster) {
  const file = usersFile(dataDir);
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  if (kept?.postmaster !== postmaster) return { postmaster, users: [], stopAfter: false };
  return { ...kept, users: kept.users.filter(isUser) };
}

const writeUsers = (dataDir, users) => writeFileSync(usersFile(dataDir), JSON.stringify(users));

async function openEmbedded(settings, { takeOver, log }) {
  const { dataDir } = settings;
  const server = await withFolderLock(dataDir, "database", async () => {
    const started = await startEmbedded({ folder: dataDir, log });
    const known = readUsers(dataDir, started.pid);
    const stopAfter = known.stopAfter || takeOver || !started.adopted;
    writeUsers(dataDir, { ...known, users: [...known.users, process.pid], stopAfter });
    return started;
  });
  const close = () =>
    withFolderLock(dataDir, "database", async () => {
      const known = readUsers(dataDir, server.pid);
      const others = known.users.filter((pid) => pid !== process.pid);
      if (others.length > 0 || !known.stopAfter) return writeUsers(dataDir, { ...known, users: others });
      await server.stop();
      rmSync(usersFile(dataDir), { force: true });
    });
  return { url: server.url, appUrl: embeddedAppUrl(server.url, dataDir), isEmbedded: true, close };
}

/**
 * @param settings from launchSettings()
 * @param {{ takeOver?: boolean, log?: (line: string) => void }} options `takeOver`: stop the embedded server at the end even if it was found running
 * @returns {Promise<{ url: string, appUrl: string, isEmbedded: boolean, close: () => Promise<void> }>} `url` is the owner's, who migrates; `appUrl` the
 *   product's own, see app-login.mjs
 */
export async function openDatabase(settings, { takeOver = false, log = console.error } = {}) {
  if (settings.isEmbedded) return openEmbedded(settings, { takeOver, log });
  const appUrl = process.env.DATABASE_URL;
  const url = process.env.DATABASE_OWNER_URL || appUrl;
  await checkGiven(url);
  return { url, appUrl, isEmbedded: false, close: async () => {} };
}

async function firstRow(url, sql, missing) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    return (await client.query(sql)).rows[0];
  } catch (error) {
    if (["42P01", "3D000"].includes(error.code)) return missing; // no such table, no such database
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Brings the database to what this code wants: our own migrations, then the tables of the job queue. */
export async function migrate(url) {
  await applyMigrations(url);
  await installJobTables(url);
}

/** Applies what is missing. Asks the database first: the Prisma CLI takes over a second to find nothing to do. */
async function applyMigrations(url) {
  const folder = path.resolve("prisma/migrations");
  const wanted = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  const applied = await firstRow(
    url,
    `select coalesce(array_agg(migration_name) filter (where finished_at is not null and rolled_back_at is null), '{}') as done,
       bool_or(finished_at is null and rolled_back_at is null) as broken from _prisma_migrations`,
    { done: [], broken: false },
  );
  if (!applied.broken && wanted.every((name) => applied.done.includes(name))) return;
  const { code, output } = await captureChild(process.execPath, ["scripts/prisma.mjs", "migrate", "deploy"], { DATABASE_URL: url });
  if (code !== 0) throw new Failure(`The database could not be migrated.\n${output}`);
}

/** Whether the reference data was never loaded. */
export async function isEmpty(url) {
  const row = await firstRow(url, "select not exists (select from agreement) as empty", { empty: true });
  return row.empty;
}
