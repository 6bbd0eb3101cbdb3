import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "../launch/failure.mjs";

/**
 * Starts the product as people start it, in the surroundings given (see surroundings.mjs).
 * @returns {Promise<() => Promise<void>>} what stops it
 */
export async function startProduct({ env, address }) {
  const child = spawn(process.execPath, ["scripts/start.mjs"], { env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "inherit"] });
  const exited = new Promise((resolve) => child.on("exit", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    await exited;
  };
  for (let wait = 0; wait < 300 && child.exitCode === null; wait++) {
    const isReady = await fetch(`${address}/readyz`).then((answer) => answer.ok, () => false);
    if (isReady) return stop;
    await sleep(1000);
  }
  await stop();
  throw new Failure("The product did not start; the lines above say why.");
}
