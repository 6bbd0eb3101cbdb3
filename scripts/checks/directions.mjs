import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { captureChild } from "../launch/child.mjs";
import { Failure } from "../launch/failure.mjs";
import { programOf } from "../launch/program-of.mjs";

const FOLDERS = ["app", "lib", "components"];
const isSource = (file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts") && !file.includes("/generated/");

/** The files that have to be looked at: what git knows or would add, or, without git, what is there. */
function sourceFiles() {
  try {
    const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", ...FOLDERS], { stdio: ["ignore", "pipe", "ignore"] });
    return listed.toString().split("\n").filter(isSource);
  } catch {
    return FOLDERS.flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => path.join(folder, String(name)))).filter(isSource);
  }
}

/**
 * Checks the directions of imports, and that they were checked at all: with a compiler that dependency-cruiser can't use
 * it sees no modules and passes. Throws with the findings.
 */
export async function checkDirections() {
  const run = (type) => {
    const { command, args } = programOf(["dependency-cruiser:depcruise", ...FOLDERS, "--output-type", type]);
    return captureChild(command, args);
  };
  const { output } = await run("json");
  const { modules, summary } = JSON.parse(output);
  if (summary.error > 0) throw new Failure((await run("err")).output);
  const cruised = new Set(modules.map(({ source }) => source));
  const missed = sourceFiles().filter((file) => !cruised.has(file));
  if (missed.length > 0) throw new Failure(`dependency-cruiser did not see ${missed.length} files, among them ${missed.slice(0, 5).join(", ")}`);
}
