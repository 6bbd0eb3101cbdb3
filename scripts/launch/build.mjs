import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { captureChild } from "./child.mjs";
import { Failure } from "./failure.mjs";
import { withFolderLock } from "./folder-lock.mjs";

const STANDALONE = ".next/standalone";
const STAMP = path.join(STANDALONE, "sources.sha256");
const FOLDERS = ["app", "components", "lib", "public", "types", "prisma/schema"];
const ROOT_FILES = /^((next|postcss)\.config\.\w+|(proxy|instrumentation)\.ts|tsconfig\.json|package(-lock)?\.json)$/;

function* filesBelow(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).sort()) {
    const file = path.join(folder, name);
    if (name === "generated") continue; // made from prisma/schema, which counts
    if (statSync(file).isDirectory()) yield* filesBelow(file);
    else yield file;
  }
}

/** A digest of everything that the build reads: works in a clone with local changes, and in a folder without git. */
export function sourcesDigest() {
  const hash = createHash("sha256").update(process.versions.node);
  const rootFiles = readdirSync(".").filter((name) => ROOT_FILES.test(name)).sort();
  for (const file of [...rootFiles, ...FOLDERS.flatMap((folder) => [...filesBelow(folder)])]) {
    hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** The standalone server lacks what a content network would serve, and has a copy of .env that it must not have, and a compiler that it never asks for (20 MB, named by a reader of configuration files that graphile-worker brings along). */
function completeStandalone() {
  if (existsSync("public")) cpSync("public", path.join(STANDALONE, "public"), { recursive: true });
  cpSync(".next/static", path.join(STANDALONE, ".next/static"), { recursive: true });
  rmSync(path.join(STANDALONE, "node_modules/typescript"), { recursive: true, force: true });
  for (const name of readdirSync(STANDALONE)) if (name.startsWith(".env")) rmSync(path.join(STANDALONE, name));
}

/**
 * Builds the product for production, unless the build that is there was made from these very sources.
 * @returns {Promise<string>} the server's file
 */
export async function ensureBuild({ log }) {
  await withFolderLock("node_modules/.cache", "build", () => build({ log }), { patienceSeconds: 900 });
  return path.resolve(STANDALONE, "server.js");
}

async function build({ log }) {
  const digest = sourcesDigest();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === digest) return;
  log("Building the product: about a minute, once for each version …");
  const started = Date.now();
  const { code, output } = await captureChild(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  if (code !== 0) throw new Failure(`The production build failed.\n${output}`);
  completeStandalone();
  writeFileSync(STAMP, digest);
  log(`Built in ${Math.round((Date.now() - started) / 1000)} s.`);
}
