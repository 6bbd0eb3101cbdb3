import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { engineFolders } from "@/lib/compliance/results/engine/queries";

/** The product's own files that a file imports, types included: they too can't change without somebody who looks. */
function importsOf(file: string): string[] {
  const named = [...readFileSync(file, "utf8").matchAll(/from "(\.{1,2}\/[^"]+|@\/[^"]+)"/g)].map((match) => match[1] ?? "");
  return named.map((name) => `${name.startsWith("@/") ? name.slice(2) : path.posix.join(path.posix.dirname(file), name)}.ts`).filter((name) => existsSync(name));
}

function reachedFrom(...files: string[]): Set<string> {
  const reached = new Set<string>();
  const waiting = [...files];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    waiting.push(...importsOf(file));
  }
  return reached;
}

test("whatever decides an assessment lies in the folders whose digest marks the stored answers", () => {
  const reached = reachedFrom("lib/compliance/domain/assess.ts", "lib/compliance/domain/board.ts", "lib/compliance/inputs/queries.ts");
  expect(reached.size).toBeGreaterThan(25);
  const ground = /^lib\/(db|config)\//; // how rows are fetched, not what is made of them
  const outside = [...reached].filter((file) => !ground.test(file) && !engineFolders.some((folder) => path.posix.dirname(file) === folder));
  expect(outside).toEqual([]);
});

test("the build takes these folders along", () => {
  const config = readFileSync("next.config.js", "utf8");
  for (const folder of engineFolders) expect(config).toContain(`./${folder}/*.ts`);
});
