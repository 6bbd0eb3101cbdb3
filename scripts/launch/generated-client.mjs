import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { captureChild } from "./child.mjs";
import { Failure } from "./failure.mjs";
import { withFolderLock } from "./folder-lock.mjs";

const SCHEMA = "prisma/schema";
const OUTPUT = "lib/db/generated";
const STAMP = path.join(OUTPUT, "schema.sha256");

function schemaDigest() {
  const hash = createHash("sha256").update(readFileSync("node_modules/prisma/package.json"));
  for (const name of readdirSync(SCHEMA).sort()) hash.update(name).update(readFileSync(path.join(SCHEMA, name)));
  return hash.digest("hex");
}

/** Generates Prisma's client where it is missing or older than the schema. */
export async function ensureClient() {
  await withFolderLock("node_modules/.cache", "generated-client", async () => {
    const digest = schemaDigest();
    if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === digest) return;
    const { code, output } = await captureChild(process.execPath, ["scripts/prisma.mjs", "generate"]);
    if (code !== 0) throw new Failure(`Prisma's client could not be generated.\n${output}`);
    writeFileSync(STAMP, digest);
  });
}
