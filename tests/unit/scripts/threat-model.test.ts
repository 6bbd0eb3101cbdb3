import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const page = readFileSync("docs/threat-model.md", "utf8");
/** Rows of the tables whose last cell names a test: the file between backticks, then words of its title. */
const rows = page.split("\n").filter((line) => line.startsWith("| ") && !/^\| (threat|---)/.test(line));
const named = rows.map((row) => /\| `(?<file>tests\/[^`]+)`: (?<title>[^|]+) \|$/.exec(row)?.groups);

describe("the threat model", () => {
  it("names a test in every row", () => {
    expect(rows.filter((_, at) => named[at] === undefined)).toEqual([]);
    expect(rows.length).toBeGreaterThan(25);
  });

  it("names tests that there are, by words of their titles", () => {
    const gone = named.filter((one) => one?.["file"] !== undefined && !(existsSync(one["file"]) && readFileSync(one["file"], "utf8").includes(one["title"] ?? "")));
    expect(gone.map((one) => `${one?.["file"]}: ${one?.["title"]}`)).toEqual([]);
  });
});
