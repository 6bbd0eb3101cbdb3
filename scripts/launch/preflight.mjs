// Runs before anything that npm installed is imported, so that a wrong Node and a missing `npm ci` get one line each.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Failure } from "./failure.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url));

const WANTED = [20, 19];

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > WANTED[0] || (major === WANTED[0] && minor >= WANTED[1])) return;
  throw new Failure(`Truce Ledger needs Node ${WANTED.join(".")} or newer; this is ${process.versions.node}.`);
}

function checkPackages() {
  if (existsSync(`${root}node_modules/.package-lock.json`)) return;
  throw new Failure("The packages are not installed. Run `npm ci` first.");
}

/**
 * Runs the default export of the module that `load` imports, from the project's folder and with `.env` read.
 * Its number is the exit code; a Failure is printed as one line.
 */
export async function run(load) {
  try {
    checkNode();
    process.chdir(root);
    checkPackages();
    if (existsSync(".env")) process.loadEnvFile(".env");
    const { default: main } = await load();
    process.exitCode = (await main(process.argv.slice(2))) ?? 0;
  } catch (error) {
    const isPlain = error instanceof Failure;
    console.error(isPlain ? error.message : error);
    process.exitCode = 1;
  }
}
