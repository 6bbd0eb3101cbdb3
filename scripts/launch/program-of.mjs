import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { typeScriptFlags } from "./child.mjs";

/** The file behind a program of an installed package, started by this very Node: no shell, no wrapper between a signal and its reader. */
function installedProgram(word) {
  const [name, program = name] = word.split(":");
  const manifest = path.join("node_modules", name, "package.json");
  if (!existsSync(manifest)) return undefined;
  const { bin } = JSON.parse(readFileSync(manifest, "utf8"));
  const file = typeof bin === "string" ? bin : bin?.[program];
  return file && path.resolve("node_modules", name, file);
}

/**
 * What to spawn for the words of a command: a TypeScript file, a package's program (`next`, or `typescript:tsc` where the
 * names differ), or anything on the path.
 */
export function programOf([first, ...rest]) {
  if (first.endsWith(".ts")) return { command: process.execPath, args: [...typeScriptFlags, first, ...rest] };
  const file = installedProgram(first);
  return file ? { command: process.execPath, args: [file, ...rest] } : { command: first, args: rest };
}
