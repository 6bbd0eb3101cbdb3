import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "./failure.mjs";

const GRACE_SECONDS = 15;
const JOBS_GRACE_SECONDS = 10;
const preloads = ["./leave-with-parent.mjs", "./long-uploads.mjs"].flatMap((file) => ["--import", fileURLToPath(new URL(file, import.meta.url))]);

/**
 * Files, pages and jobs go through this process in pieces of some hundred kilobytes. Left alone, Node lets sixteen megabytes of them gather three times
 * over and its heap grow to several times what lives in it, and the C library keeps what is freed for itself: half as much again as the process needs. Who sets the names in the environment is left their say.
 */
const memoryFlags = ["--max-semi-space-size=4", "--heap-growing-percent=25"];
const memorySettings = { MALLOC_ARENA_MAX: "2", MALLOC_MMAP_THRESHOLD_: "131072" };

/** Flags of the engine come and go with its versions; one that this Node does not know would keep it from starting. */
const knownFlags = (flags) => flags.filter((flag) => spawnSync(process.execPath, [flag, "--version"], { stdio: "ignore" }).status === 0);

const bracketed = (host) => (host.includes(":") ? `[${host}]` : host);
const reachable = (host) => ({ "0.0.0.0": "127.0.0.1", "::": "[::1]" })[host] ?? bracketed(host);

async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

/** Jobs under way are finished before the server is told to stop (instrumentation.ts); one that takes longer is taken over by the next server. */
async function finishJobs(child, exited) {
  if (!child.connected) return;
  const finished = new Promise((resolve) => {
    child.on("message", (message) => message === "jobs finished" && resolve());
  });
  child.send("finish jobs", () => {}); // it may be gone already
  await Promise.race([finished, exited, sleep(JOBS_GRACE_SECONDS * 1000, undefined, { ref: false })]);
}

/**
 * Starts the built server and waits until it answers.
 * @returns {Promise<{ pid: number, exited: Promise<number>, stop: () => Promise<void> }>}
 */
export async function startServer({ file, host, port, env }) {
  const child = spawn(process.execPath, ["--disable-warning=DeprecationWarning", ...knownFlags(memoryFlags), ...preloads, file], {
    env: { ...memorySettings, ...process.env, ...env, NODE_ENV: "production", HOSTNAME: host, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  let isRunning = true;
  let isReady = false;
  // Next's own greeting is left out; what the program says later is not.
  child.stdout.on("data", (chunk) => isReady && process.stdout.write(chunk));
  const exited = new Promise((resolve) => {
    child.on("exit", (code) => {
      isRunning = false;
      resolve(code ?? 1);
    });
  });
  const stop = async () => {
    if (!isRunning) return;
    if (isReady) await finishJobs(child, exited);
    child.kill("SIGTERM");
    const killed = setTimeout(() => child.kill("SIGKILL"), GRACE_SECONDS * 1000);
    await exited;
    clearTimeout(killed);
  };
  const health = `http://${reachable(host)}:${port}/healthz`;
  for (let wait = 0; isRunning && wait < 300; wait++) {
    if (await answers(health)) {
      isReady = true;
      return { pid: child.pid, exited, stop };
    }
    await sleep(100);
  }
  const isSilent = isRunning;
  await stop();
  throw new Failure(isSilent ? `The server did not answer at ${health} within 30 seconds.` : "The server ended while it started; its last lines are above.");
}
