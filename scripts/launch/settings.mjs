// What the environment says, with the defaults of the README. Adds nothing to process.env.
import path from "node:path";
import { keptSecret } from "../embedded-postgres.mjs";
import { Failure } from "./failure.mjs";

const SHORTEST = { NEXTAUTH_SECRET: 16, TRUCE_DEMO_PASSWORD: 8 };

function portOf(text) {
  const port = Number(text || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Failure(`PORT is "${text}"; it has to be a number from 1 to 65535.`);
  return port;
}

function flagOf(name, text) {
  if (text !== "0" && text !== "1") throw new Failure(`${name} is "${text}"; it has to be 0 or 1.`);
  return text === "1";
}

/** An S3 store that is described in part is refused at the start, not at the first upload. */
function checkEvidenceStore(env) {
  const names = ["S3_ENDPOINT", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"];
  const missing = names.filter((name) => !env[name]?.trim());
  if (missing.length > 0 && missing.length < names.length) throw new Failure(`With S3 variables set, ${missing.join(" and ")} must be set too. See .env.example.`);
  if (env.S3_ENDPOINT?.trim() && !/^https?:\/\/[^/]/.test(env.S3_ENDPOINT)) throw new Failure(`S3_ENDPOINT is "${env.S3_ENDPOINT}"; it has to be an address, as in https://s3.example.org.`);
  const largest = Number(env.TRUCE_EVIDENCE_MAX_MB || 100);
  if (!Number.isInteger(largest) || largest < 1 || largest > 2000) throw new Failure(`TRUCE_EVIDENCE_MAX_MB is "${env.TRUCE_EVIDENCE_MAX_MB}"; it has to be a whole number from 1 to 2000.`);
}

function checkValues(env) {
  for (const [name, length] of Object.entries(SHORTEST)) {
    if (env[name] && env[name].length < length) throw new Failure(`${name} is too short: at least ${length} characters.`);
  }
  checkEvidenceStore(env);
  if (env.NEXTAUTH_URL && !/^https?:\/\/[^/]/.test(env.NEXTAUTH_URL)) {
    throw new Failure(`NEXTAUTH_URL is "${env.NEXTAUTH_URL}"; it has to be the address people open, as in https://ledger.example.org.`);
  }
}

/** Where people reach a server that listens on `host`. */
function addressOf(host, port) {
  const local = ["127.0.0.1", "0.0.0.0", "::", "::1", "localhost"].includes(host);
  return `http://${local ? "localhost" : host}:${port}`;
}

/** Beside a database of the organisation's own, nothing is made up: what is missing is named, all at once. */
function required(env) {
  const missing = ["NEXTAUTH_SECRET", "NEXTAUTH_URL"].filter((name) => !env[name]);
  if (missing.length === 0) return { NEXTAUTH_SECRET: env.NEXTAUTH_SECRET, NEXTAUTH_URL: env.NEXTAUTH_URL };
  throw new Failure(`With DATABASE_URL set, ${missing.join(" and ")} must be set too. See .env.example.`);
}

const madeUp = (env, dataDir, address) => ({
  NEXTAUTH_SECRET: env.NEXTAUTH_SECRET || keptSecret(path.join(dataDir, "nextauth.secret"), 32),
  NEXTAUTH_URL: env.NEXTAUTH_URL || address,
});

/** The demo accounts' password: the one that was given, or one made up and kept in `file`. */
function demoPassword(env, dataDir) {
  if (env.TRUCE_DEMO_PASSWORD) return { password: env.TRUCE_DEMO_PASSWORD };
  const file = path.join(dataDir, "demo.password");
  return { password: keptSecret(file, 9), file };
}

/**
 * @returns {{ isEmbedded: boolean, dataDir: string, host: string, port: number, address: string,
 *   demo: { password: string, file?: string } | undefined, env: Record<string, string> }}
 */
export function launchSettings(env = process.env) {
  checkValues(env);
  const isEmbedded = !env.DATABASE_URL;
  const dataDir = path.resolve(env.TRUCE_DATA_DIR || ".data");
  const host = env.HOST || "127.0.0.1";
  const port = portOf(env.PORT);
  const address = addressOf(host, port);
  const isDemo = flagOf("TRUCE_DEMO", env.TRUCE_DEMO || (isEmbedded ? "1" : "0"));
  const secrets = isEmbedded ? madeUp(env, dataDir, address) : required(env);
  const demo = isDemo ? demoPassword(env, dataDir) : undefined;
  const passed = { ...secrets, TRUCE_DATA_DIR: dataDir, TRUCE_DEMO: isDemo ? "1" : "0", ...(demo ? { TRUCE_DEMO_PASSWORD: demo.password } : {}) };
  return { isEmbedded, dataDir, host, port, address: secrets.NEXTAUTH_URL, demo, env: passed };
}
