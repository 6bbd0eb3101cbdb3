import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "truce-embedded-"));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const dataDir = () => path.join(folder, "data");

function withDatabase(program: string, more: Record<string, string> = {}) {
  const { DATABASE_URL: _given, ...inherited } = process.env;
  const env = { ...inherited, TRUCE_DATA_DIR: dataDir(), NEXTAUTH_SECRET: "", ...more };
  return spawnSync(process.execPath, ["scripts/with-database.mjs", process.execPath, "--input-type=module", "--eval", program], { encoding: "utf8", env });
}

const countMigrations = `
  import pg from "pg";
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query("select count(*)::int as n from _prisma_migrations");
  console.log(rows[0].n > 0 ? "migrated" : "bare");
  await client.end();`;

const isRunning = () => existsSync(path.join(dataDir(), "pg", "postmaster.pid"));

describe("a command beside the embedded database", () => {
  test("finds it started and migrated, gives its own exit status, and leaves nothing running", () => {
    const result = withDatabase(`${countMigrations} process.exitCode = 3;`);
    expect(result).toMatchObject({ stdout: "migrated\n", status: 3 });
    expect(isRunning()).toBe(false);
  });

  test("two at once share one server, and the last to leave stops it", () => {
    const inner = `
      import { spawnSync } from "node:child_process";
      const { DATABASE_URL, ...env } = process.env;
      const inner = spawnSync(process.execPath, ["scripts/with-database.mjs", process.execPath, "-e", "0"], { env, encoding: "utf8" });
      console.log("inner", inner.status);
      ${countMigrations}`;
    expect(withDatabase(inner)).toMatchObject({ stdout: "inner 0\nmigrated\n", status: 0 });
    expect(isRunning()).toBe(false);
  });

  test("a database with another password is refused in one line", () => {
    const file = path.join(dataDir(), "database.password");
    const kept = readFileSync(file, "utf8");
    writeFileSync(file, "another-password");
    const { status, stderr } = withDatabase("0");
    writeFileSync(file, kept);
    expect(status).toBe(1);
    expect(stderr.trim().split("\n")).toEqual([expect.stringContaining("has another password")]);
  });
});

describe("a command beside a database of one's own", () => {
  test.each([
    ["postgresql://nobody:wrong@127.0.0.1:1/x", "nothing listens there"],
    ["not a url", "is not a URL"],
  ])("%s is refused in one line", (url, words) => {
    const { status, stderr } = withDatabase("0", { DATABASE_URL: url, NEXTAUTH_SECRET: "a-secret-of-the-house", NEXTAUTH_URL: "http://localhost:3000" });
    expect(status).toBe(1);
    expect(stderr.trim().split("\n")).toEqual([expect.stringContaining(words)]);
    expect(stderr).not.toContain("wrong");
  });
});
