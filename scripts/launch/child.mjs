import { spawn } from "node:child_process";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs a program and gives its exit code. A signal to us goes on to it, and we stay until it has ended: there is a database
 * to put back. At a terminal, Ctrl-C reaches the program by itself and is not sent a second time.
 */
function spawned(command, words, options) {
  const child = spawn(command, words, options);
  const passOn = (signal) => {
    if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, passOn);
  const code = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status, signal) => resolve(status ?? (signal === "SIGINT" ? 130 : 143)));
  }).finally(() => {
    for (const signal of SIGNALS) process.off(signal, passOn);
  });
  return { child, code };
}

/** Runs a program in the foreground, on our own terminal. */
export const runChild = (command, words, env = {}) => spawned(command, words, { stdio: "inherit", env: { ...process.env, ...env } }).code;

/**
 * What Node is told before one of the project's own TypeScript programs. Warnings of deprecation are for developers and are shown
 * by `npm run dev`; pg 8 gives one for what Prisma's runtime does inside a transaction.
 */
export const typeScriptFlags = ["--disable-warning=DeprecationWarning", "--import", "tsx"];

/** Runs one of the project's own TypeScript programs in the foreground. */
export const runTypeScript = (file, words = [], env = {}) => runChild(process.execPath, [...typeScriptFlags, file, ...words], env);

/** Runs a program and keeps what it says. */
export async function captureChild(command, words, env = {}) {
  const { child, code } = spawned(command, words, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => { output += text; });
  return { code: await code, output: output.trimEnd() };
}
