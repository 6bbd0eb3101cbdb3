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
    const { command, args } = programOf(words);
    return await runChild(command, args, { ...settings.env, DATABASE_URL: database.url });
  } finally {
    await database.close();
  }
}
