// `schema-engine cli <command>`: what the Prisma CLI asks before and beside the JSON-RPC conversation.
import pg from "pg";
import { logLine } from "./log-line.mjs";

const DUPLICATE_DATABASE = ["42P04", "23505"];
const PRISMA_CODES = { "3D000": "P1003", "28P01": "P1000", 28000: "P1000", ECONNREFUSED: "P1001", ENOTFOUND: "P1001" };

async function connected(url, work) {
  const client = new pg.Client({ connectionString: String(url), connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The maintenance database of the same server, where databases are made and dropped, and the name asked for. */
function besides(url) {
  const target = new URL(url);
  const name = decodeURIComponent(target.pathname.slice(1));
  target.pathname = "/postgres";
  return { server: target, name };
}

const commands = {
  async "can-connect-to-database"(url) {
    await connected(url, () => undefined);
    return "Connection successful";
  },
  async "create-database"(url) {
    const { server, name } = besides(url);
    await connected(server, (client) =>
      client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`).catch((error) => {
        // Two deploys that start together: the other one made it first.
        if (!DUPLICATE_DATABASE.includes(error.code)) throw error;
      }),
    );
    return `Database "${name}" was successfully created.`;
  },
  async "drop-database"(url) {
    const { server, name } = besides(url);
    await connected(server, (client) => client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`));
    return "The database was successfully dropped.";
  },
};

/** Runs one command; gives the exit code. */
export async function runDatabaseCommand(name, url) {
  try {
    const command = commands[name];
    if (!command) throw new Error(`unknown command ${name}`);
    logLine("INFO", { message: await command(url) });
    return 0;
  } catch (error) {
    process.stderr.write("\n"); // the CLI drops the first line of stderr
    logLine("ERROR", { message: error.message || String(error.code), error_code: PRISMA_CODES[error.code] ?? "P1011", is_panic: false });
    return 1;
  }
}
