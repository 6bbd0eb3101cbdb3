// The login that the product works with: it can't change what was recorded, nor switch off what forbids it. The owner migrates.
import path from "node:path";
import pg from "pg";
import { keptSecret } from "../embedded-postgres.mjs";
import { Failure } from "./failure.mjs";

const LOGIN = "truce_app";
const NO_ENTRY = ["28P01", "28000"];

/** The embedded database under its restricted login, whose password is kept beside the owner's. */
export function embeddedAppUrl(ownerUrl, dataDir) {
  const url = new URL(ownerUrl);
  url.username = LOGIN;
  url.password = keptSecret(path.join(dataDir, "database.app.password"));
  return String(url);
}

async function opened(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

async function letsIn(url) {
  try {
    return await opened(url, () => true);
  } catch (error) {
    if (NO_ENTRY.includes(error.code)) return false;
    throw error;
  }
}

/** Makes the login where there is none. Its password is set anew only in a database of our own. */
async function ensureLogin(owner, { url, isEmbedded }) {
  const { username, password } = new URL(url);
  const [name, secret] = [decodeURIComponent(username), decodeURIComponent(password)];
  const { rows } = await owner.query("select format('%I login password %L', $1::text, $2::text) as words, exists (select from pg_roles where rolname = $1) as exists", [name, secret]);
  const [{ words, exists }] = rows;
  if (exists && !isEmbedded) throw new Failure(`The database does not let the login “${name}” of DATABASE_URL in: its password is another, or it may not log in.`);
  await owner.query(`${exists ? "alter" : "create"} role ${words}`);
}

/**
 * Gives the product's login its rights in the migrated database, and makes the login where there is none. Does nothing where the
 * product works as the owner (DATABASE_OWNER_URL is not set).
 */
export async function prepareAppLogin({ url, appUrl, isEmbedded }) {
  if (appUrl === url) return;
  const mayEnter = await letsIn(appUrl);
  await opened(url, async (owner) => {
    if (!mayEnter) await ensureLogin(owner, { url: appUrl, isEmbedded });
    await owner.query("select grant_app_rights($1)", [decodeURIComponent(new URL(appUrl).username)]);
  }).catch((error) => {
    throw error.code === "TL006" ? new Failure(`DATABASE_URL: ${error.message}.`) : error;
  });
}
