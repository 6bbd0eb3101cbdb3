// The names of the house (section 2) and its sizes (section 6), held by a test.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

// Read from the disk, not from git: a machine with Node alone runs this too.
const roots = ["app", "cli", "components", "lib", "prisma", "scripts", "tests"];
const below = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [path.join(entry.parentPath, entry.name)] : []));
const files = roots.flatMap(below).map((file) => file.split(path.sep).join("/")).filter((file) => !file.startsWith("lib/db/generated/"));
const sources = files.filter((file) => /\.(ts|tsx|mjs|cjs)$/.test(file));

// Folders that are no features: vocabulary and ground, whose files are named for what they hold.
const ground = ["kernel", "codelists", "config", "db", "auth", "server"];
const featureFiles = ["domain.ts", "policy.ts", "schema.ts", "service.ts", "store.ts", "queries.ts", "loaders.ts", "actions.ts", "pipeline.ts"];
const pureFolders = ["domain", "policy"];
const nameless = /^(index|utils?|helpers?|types|common|constants|misc|shared)$/;

/** Whether `file` is named as a feature's files are, at whatever depth: `a/service.ts`, `a/filter/schema.ts`, `a/domain/term.ts`. */
function isNamedByTheHouse(file: string): boolean {
  const [, feature = "", ...rest] = file.split("/");
  if (ground.includes(feature) || !file.endsWith(".ts")) return true;
  const folders = rest.slice(0, -1);
  return folders.some((folder) => pureFolders.includes(folder)) || featureFiles.includes(path.basename(file));
}

const stemOf = (name: string) => name.replace(/^\./, "").split(".")[0] ?? "";

describe("the names of the house", () => {
  test("a feature's folder holds the closed set of file names, and sub-folders with the same names", () => {
    expect(files.filter((file) => file.startsWith("lib/") && !isNamedByTheHouse(file))).toEqual([]);
  });

  test("no file and no folder is named for a kind of code", () => {
    const parts = sources.flatMap((file) => file.split("/").map((part) => ({ file, stem: stemOf(part) })));
    expect(parts.filter(({ stem }) => nameless.test(stem)).map(({ file }) => file)).toEqual([]);
  });

  test("files are in kebab-case, except where Next wants brackets, parentheses and underscores", () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
    const routing = /^(\(.+\)|\[.+\]|_[a-z-]+)$/;
    const odd = sources.filter((file) => file.split("/").some((part) => !part.startsWith(".") && !kebab.test(stemOf(part)) && !routing.test(part)));
    expect(odd).toEqual([]);
  });

  test("only tests stand in tests/unit and tests/integration; what they share is in tests/support", () => {
    const places = files.filter((file) => /^tests\/(unit|integration)\//.test(file) && file.endsWith(".ts"));
    expect(places.filter((file) => !file.endsWith(".test.ts"))).toEqual([]);
  });
});

describe("the sizes of the house", () => {
  // Code lists, generated code and test tables may be long.
  const mayBeLong = /^lib\/codelists\//;

  test("no file has more than 300 lines", () => {
    const long = sources.filter((file) => !mayBeLong.test(file) && readFileSync(file, "utf8").trimEnd().split("\n").length > 300);
    expect(long).toEqual([]);
  });
});
