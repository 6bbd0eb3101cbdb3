// What a data folder knows about the `npm start` that uses it.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isStill } from "./living-process.mjs";

const fileOf = (dataDir) => path.join(dataDir, "running.json");

function read(dataDir) {
  try {
    return JSON.parse(readFileSync(fileOf(dataDir), "utf8"));
  } catch {
    return undefined; // none, or half written by a start that was killed
  }
}

/** The other start that runs on this folder, or a server that outlived one. */
export function othersOn(dataDir) {
  const kept = existsSync(fileOf(dataDir)) ? read(dataDir) : undefined;
  if (!kept) return {};
  return {
    ...(isStill(kept.pid, "scripts/start.mjs") ? { start: kept } : {}),
    ...(isStill(kept.server, "server") ? { server: kept } : {}),
  };
}

export const recordRunning = (dataDir, record) => writeFileSync(fileOf(dataDir), JSON.stringify({ pid: process.pid, ...record }));

export function forgetRunning(dataDir) {
  if (read(dataDir)?.pid === process.pid) rmSync(fileOf(dataDir), { force: true });
}
