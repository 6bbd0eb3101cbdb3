// A real PostgreSQL for the integration tests: TEST_DATABASE_URL, or the embedded one in a temporary folder.
// It holds one migrated template; each test file gets a clone of it (worker-database.ts).
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../../scripts/embedded-postgres.mjs";
import { installJobTables } from "../../scripts/launch/job-tables.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    serverUrl: string;
    templateName: string;
  }
}

interface Server {
  url: string;
  stop: () => Promise<void>;
}

async function startServer(): Promise<Server> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given) return { url: given, stop: () => Promise.resolve() };
  const folder = mkdtempSync(path.join(tmpdir(), "truce-test-"));
  chmodSync(folder, 0o755); // the account that runs PostgreSQL must be able to enter
  const server = await startEmbedded({ folder, durable: false });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function execute(url: string, ...statements: string[]) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return String(url);
}

function migrate(url: string) {
  try {
    execFileSync(process.execPath, ["scripts/prisma.mjs", "migrate", "deploy"], { env: { ...process.env, DATABASE_URL: url }, stdio: "pipe" });
  } catch (error) {
    const output = error as { stdout?: Buffer; stderr?: Buffer };
    throw new Error(`The migrations failed:\n${String(output.stdout ?? "")}${String(output.stderr ?? "")}`, { cause: error });
  }
}

export default async function setup(project: TestProject) {
  const server = await startServer();
  const templateName = `truce_test_${randomBytes(4).toString("hex")}`;
  try {
    await execute(server.url, `create database ${templateName}`);
    migrate(urlOf(server.url, templateName));
    await installJobTables(urlOf(server.url, templateName));
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide("serverUrl", server.url);
  project.provide("templateName", templateName);
  return async () => {
    await dropClones(server.url, templateName);
    await server.stop();
  };
}

/** On a server that was given to us, nothing of this run stays behind. */
async function dropClones(serverUrl: string, templateName: string) {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>("select datname from pg_database where starts_with(datname, $1)", [templateName]);
  for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
  await client.end();
}
