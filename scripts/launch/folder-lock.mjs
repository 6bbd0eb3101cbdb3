import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "./failure.mjs";
import { isStill } from "./living-process.mjs";

function holderOf(file) {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** Lets one process at a time do `work` on `folder`. A lock whose holder is gone is no lock. */
export async function withFolderLock(folder, name, work, { patienceSeconds = 120 } = {}) {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.lock`);
  const until = Date.now() + patienceSeconds * 1000;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = holderOf(file);
    if (holder !== undefined && !isStill(holder, "scripts/")) rmSync(file, { force: true });
    else if (Date.now() > until) throw new Failure(`Process ${holder} has held ${file} for ${patienceSeconds} seconds. Wait for it, or stop it.`);
    else await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
