import { runChild } from "./child.mjs";
import { openDatabase } from "./database.mjs";
import { prepareData } from "./data.mjs";
import { ensureClient } from "./generated-client.mjs";
import { greeting } from "./greeting.mjs";
import { checkPort } from "./port.mjs";
import { programOf } from "./program-of.mjs";
import { launchSettings } from "./settings.mjs";

export default async function main(words) {
  const settings = launchSettings();
  await checkPort(settings);
  await ensureClient();
  const database = await openDatabase(settings);
  const env = { ...settings.env, DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: "" };
  try {
    await prepareData(env, { database, log: console.log });
    console.log(greeting(settings));
    const { command, args } = programOf(["next", "dev", "--hostname", settings.host, "--port", String(settings.port), ...words]);
    return await runChild(command, args, { ...env, NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" });
  } finally {
    await database.close();
  }
}
