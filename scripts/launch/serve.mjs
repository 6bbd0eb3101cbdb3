import { mkdirSync } from "node:fs";
import { ensureBuild } from "./build.mjs";
import { openDatabase } from "./database.mjs";
import { prepareData } from "./data.mjs";
import { Failure } from "./failure.mjs";
import { ensureClient } from "./generated-client.mjs";
import { greeting } from "./greeting.mjs";
import { checkPort } from "./port.mjs";
import { forgetRunning, othersOn, recordRunning } from "./running-record.mjs";
import { shownPath } from "./shown-path.mjs";
import { startServer } from "./server.mjs";
import { launchSettings } from "./settings.mjs";

const log = (line) => console.log(line);

/** Everything that can be refused at once is, before a minute is spent on a build. */
async function checkPlace(settings) {
  const { start, server } = othersOn(settings.dataDir);
  if (start && settings.isEmbedded) {
    const folder = shownPath(settings.dataDir);
    throw new Failure(
      `Truce Ledger already runs on ${folder} at ${start.address} (process ${start.pid}). Stop it, or use another folder: TRUCE_DATA_DIR=.data2 PORT=${settings.port + 1} npm start`,
    );
  }
  await checkPort(settings, server?.port === settings.port ? server.server : undefined);
}

/** A signal ends whatever is under way; a step that fails because of it is no failure to report. */
function listenForSignals() {
  const heard = { signal: undefined };
  const arrival = new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
      process.on(signal, () => {
        heard.signal ??= signal;
        resolve(heard.signal);
      });
    }
  });
  return { heard, arrival };
}

async function serve(settings, database, { heard, arrival }) {
  // The server gets the restricted login only.
  const env = { ...settings.env, DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: "" };
  await prepareData(env, { database, log });
  if (heard.signal) return;
  const file = await ensureBuild({ log });
  const server = await startServer({ file, host: settings.host, port: settings.port, env });
  recordRunning(settings.dataDir, { server: server.pid, port: settings.port, address: settings.address });
  log(greeting(settings));
  const ended = await Promise.race([arrival, server.exited.then((code) => ({ code }))]);
  if (typeof ended === "object") throw new Failure(`The server ended by itself with status ${ended.code}.`);
  log("Stopping …");
  await server.stop();
}

export default async function main() {
  const settings = launchSettings();
  await checkPlace(settings);
  mkdirSync(settings.dataDir, { recursive: true });
  recordRunning(settings.dataDir, { port: settings.port, address: settings.address });
  const signals = listenForSignals();
  try {
    await ensureClient();
    const database = await openDatabase(settings, { takeOver: true, log });
    try {
      await serve(settings, database, signals);
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!signals.heard.signal) throw error;
  } finally {
    forgetRunning(settings.dataDir);
  }
  return 0;
}
