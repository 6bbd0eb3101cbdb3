import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";

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

  test("works under a login that can add to the audit and change nothing in it; Prisma's own command line works as the owner", () => {
    const attempt = `
      import pg from "pg";
      const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
      await client.connect();
      const { rows } = await client.query("select current_user as login, (select rolsuper from pg_roles where rolname = current_user) as super");
      console.log(rows[0].login, rows[0].super, await client.query("update audit_entry set event = 'x'").catch((error) => error.message));
      await client.end();`;
    expect(withDatabase(attempt)).toMatchObject({ stdout: "truce_app false permission denied for table audit_entry\n", status: 0 });
    writeFileSync(path.join(dataDir(), "database.app.password"), "another-one");
    expect(withDatabase(attempt), "a login whose password was lost gets a new one").toMatchObject({ status: 0 });
    const { DATABASE_URL: _given, ...inherited } = process.env;
    const env = { ...inherited, TRUCE_DATA_DIR: dataDir(), NEXTAUTH_SECRET: "" };
    const prisma = spawnSync(process.execPath, ["scripts/with-database.mjs", process.execPath, "scripts/prisma.mjs", "migrate", "status"], { encoding: "utf8", env });
    expect(prisma.stdout).toContain("Database schema is up to date");
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
  test("with an owner beside it, the login of DATABASE_URL is made and given its rights", async () => {
    const owner = new URL(inject("serverUrl"));
    const name = `truce_of_one_s_own_${owner.port}`;
    owner.pathname = `/${name}`;
    const app = new URL(owner);
    Object.assign(app, { username: name, password: "first-password" });
    const more = { NEXTAUTH_SECRET: "a-secret-of-the-house", NEXTAUTH_URL: "http://localhost:3000", DATABASE_OWNER_URL: String(owner) };
    const attempt = `
      import pg from "pg";
      const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
      await client.connect();
      console.log(await client.query("delete from review").catch((error) => error.message), (await client.query("select 1 from agreement")).rowCount);
      await client.end();`;
    try {
      expect(withDatabase(attempt, { ...more, DATABASE_URL: String(app) })).toMatchObject({ stdout: "permission denied for table review 0\n", status: 0 });
      app.password = "not-its-password";
      const refused = withDatabase("0", { ...more, DATABASE_URL: String(app) });
      expect(refused.status).toBe(1);
      expect(refused.stderr).toMatch(/^.*does not let the login.*\n$/);
    } finally {
      const client = new pg.Client({ connectionString: inject("serverUrl") });
      await client.connect();
      await client.query(`drop database if exists ${name} with (force)`);
      await client.query(`drop role if exists ${name}`);
      await client.end();
    }
  });

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
