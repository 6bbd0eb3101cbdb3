import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { prepareAppLogin } from "./app-login.mjs";
import { runTypeScript } from "./child.mjs";
import { isEmpty, migrate } from "./database.mjs";
import { Failure } from "./failure.mjs";

/** Loads what is missing. A load that was cut off goes on at the next start: a mark in the data folder says that it was begun. */
async function loadReference(env, log) {
  const begun = path.join(env.TRUCE_DATA_DIR, "reference.begun");
  if (!existsSync(begun) && !(await isEmpty(env.DATABASE_URL))) return;
  log("Loading the reference data …");
  writeFileSync(begun, "");
  if ((await runTypeScript("prisma/seed.ts", ["reference"], env)) !== 0) throw new Failure("The reference data could not be loaded; the lines above say why.");
  rmSync(begun, { force: true });
}

/** Migrates, loads the reference data into an empty database, and sets the demo accounts as the environment says. */
export async function prepareData(env, { database, log }) {
  await migrate(database.url);
  await prepareAppLogin(database);
  await loadReference(env, log);
  if ((await runTypeScript("scripts/launch/demo-accounts.ts", [], env)) !== 0) throw new Failure("The demo accounts could not be set up; the lines above say why.");
}
