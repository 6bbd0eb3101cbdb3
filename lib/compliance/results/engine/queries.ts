import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/config/env";

/** Everything that an assessment is computed by. A unit test holds that the engine imports nothing from elsewhere. */
export const engineFolders = ["lib/compliance/domain", "lib/compliance/inputs", "lib/compliance/inputs/records", "lib/incidents/domain", "lib/codelists", "lib/kernel"] as const;

async function digest(): Promise<string> {
  const hash = createHash("sha256");
  for (const folder of engineFolders) {
    // The sources lie beside the build too (next.config.js). Told to the bundler, or it would take along the whole project.
    const place = path.join(/* turbopackIgnore: true */ process.cwd(), folder);
    for (const name of (await readdir(place)).filter((entry) => entry.endsWith(".ts")).sort()) {
      hash.update(`\0${folder}/${name}\0`).update(await readFile(path.join(place, name)));
    }
  }
  return hash.digest("hex").slice(0, 16);
}

let known: Promise<string> | undefined;

/**
 * The engine's own fingerprint. The version of the rules names the thresholds; a change of the code that reads them, or of a word in a
 * reason, has no name, and a result stored by other code must not be shown. While the product is developed the sources change under it.
 */
export function engineDigest(): Promise<string> {
  if (env().NODE_ENV === "development") return digest();
  known ??= digest();
  return known;
}
