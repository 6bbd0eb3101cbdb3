import { prepareAppLogin } from "./app-login.mjs";
import { runChild } from "./child.mjs";
import { migrate, openDatabase } from "./database.mjs";
import { Failure } from "./failure.mjs";
import { ensureClient } from "./generated-client.mjs";
import { launchSettings } from "./settings.mjs";
import { programOf } from "./program-of.mjs";

export default async function main(words) {
  if (words.length === 0) throw new Failure("usage: node scripts/with-database.mjs <command> [words …]");
  const settings = launchSettings();
  await ensureClient();
  const database = await openDatabase(settings);
  try {
    await migrate(database.url);
    await prepareAppLogin(database);
    const { command, args } = programOf(words);
    // Only Prisma's own command line works on the schema, and so as its owner.
    const isSchemaWork = words.some((word) => word.endsWith("scripts/prisma.mjs"));
    // Load data goes past rules that are then asked of the whole load; only the owner may do so.
    const owner = words.includes("synth") ? { DATABASE_OWNER_URL: database.url } : {};
    return await runChild(command, args, { ...settings.env, ...owner, DATABASE_URL: isSchemaWork ? database.url : database.appUrl });
  } finally {
    await database.close();
  }
}
