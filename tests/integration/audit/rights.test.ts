// What the product's own login can do to what was recorded: nothing. Each attempt is made for real, as that login.
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyAudit } from "@/lib/audit/chain/service";
import { db } from "@/lib/db/client";
import { fixedNow } from "../../support/incident-builders";
import { must, plantWorld, published, type World } from "../../support/incident-world";

const owned = new URL(process.env["DATABASE_URL"] ?? "");
// Logins belong to the whole server, which other test files share.
const login = `truce_app_${owned.pathname.slice(-10).replaceAll(/\W/g, "")}`;
const appUrl = new URL(owned);
appUrl.username = login;
appUrl.password = "of-the-test";
const app = new pg.Client({ connectionString: String(appUrl) });
const history = ["audit_entry", "audit_seal", "audit_anchor", "incident_version", "review"];

let world: World;
beforeAll(async () => {
  world = await plantWorld();
  await published(world);
  await db().$executeRawUnsafe(`CREATE ROLE ${login} LOGIN PASSWORD 'of-the-test'`);
  await db().$executeRaw`SELECT grant_app_rights(${login}::name)`;
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await db().$executeRawUnsafe(`DROP OWNED BY ${login}`);
  await db().$executeRawUnsafe(`DROP ROLE ${login}`);
});

const entry = "INSERT INTO audit_entry (at, event, subject_type, subject_id, data) VALUES (now(), 'reference.loaded', 'reference', 'as the login', '{}')";
const denied = /permission denied|must be owner|must be superuser|must have|cannot be|only roles|not allowed|no privileges/i;

describe("what the login may", () => {
  it("read every table, add what happens, change what is no history, and close a row of the board", async () => {
    const { rows } = await app.query("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'");
    expect(rows.length).toBeGreaterThan(30);
    for (const { table_name: table } of rows) await app.query(`SELECT 1 FROM "${table}" LIMIT 1`);
    await app.query("UPDATE incident SET title = title WHERE false");
    await app.query("UPDATE board_record SET superseded_at = now() WHERE false");
    await app.query("INSERT INTO team (id, name) VALUES (77, 'A team')");
    await app.query(entry);
  });

  it("what it adds is sealed, whatever it does to its session", async () => {
    const sealed = async () => (await app.query<{ n: number }>("SELECT count(*)::int AS n FROM public.audit_seal")).rows[0]?.n ?? 0;
    const before = await sealed();
    await app.query("CREATE TEMPORARY TABLE audit_seal (seq bigint, entry_id bigint, record_hash text, prev_hash text, hash text)");
    await app.query("CREATE FUNCTION pg_temp.sha256(bytea) RETURNS bytea LANGUAGE sql AS $$ SELECT ''::bytea $$");
    await app.query("SET search_path = pg_temp, public");
    await app.query(`BEGIN; SET CONSTRAINTS ALL IMMEDIATE; ${entry}; SET CONSTRAINTS ALL DEFERRED; ${entry}; COMMIT`);
    await app.query("RESET search_path");
    await app.query("DROP TABLE pg_temp.audit_seal");
    expect(await sealed()).toBe(before + 2);
    expect(must(await verifyAudit(world.auditor, {}, fixedNow))).toMatchObject({ isIntact: true, entries: before + 2 });
  });
});

describe.each(history)("%s, as the login", (table) => {
  const column = { audit_entry: "event", audit_seal: "hash", audit_anchor: "hash", incident_version: "event", review: "decision" }[table] ?? "";
  it.each([
    ["UPDATE", `UPDATE ${table} SET ${column} = ${column}`],
    ["DELETE", `DELETE FROM ${table}`],
    ["TRUNCATE", `TRUNCATE ${table} CASCADE`],
    ["MERGE", `MERGE INTO ${table} t USING (SELECT 1) s ON true WHEN MATCHED THEN UPDATE SET ${column} = 'x'`],
    ["a lock on rows", `SELECT 1 FROM ${table} FOR UPDATE`],
    ["a lock on the table", `DO $$ BEGIN LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE; END $$`],
    ["switching triggers off", `ALTER TABLE ${table} DISABLE TRIGGER ALL`],
    ["switching the product's triggers off", `ALTER TABLE ${table} DISABLE TRIGGER USER`],
    ["a trigger of its own", `CREATE TRIGGER mine BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()`],
    ["a rule", `CREATE RULE mine AS ON INSERT TO ${table} DO INSTEAD NOTHING`],
    ["another column", `ALTER TABLE ${table} ADD COLUMN x int`],
    ["another name", `ALTER TABLE ${table} RENAME TO elsewhere`],
    ["another owner", `ALTER TABLE ${table} OWNER TO ${login}`],
    ["row security", `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`],
    ["DROP", `DROP TABLE ${table} CASCADE`],
    ["a child table", `CREATE TEMPORARY TABLE child () INHERITS (${table})`],
  ])("%s is refused", async (_name, attempt) => {
    const rows = async () => (await db().$queryRawUnsafe<{ text: string }[]>(`SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS text FROM ${table} t`))[0]?.text;
    const before = await rows();
    await expect(app.query(attempt)).rejects.toThrow(denied);
    expect(await rows()).toBe(before);
  });

  it("a right given to itself is given by nobody who has it", async () => {
    // A warning, not an error.
    await app.query(`GRANT SELECT, UPDATE ON ${table} TO ${login}`);
    expect((await app.query("SELECT has_table_privilege($1, 'UPDATE') AS may", [table])).rows).toEqual([{ may: false }]);
  });
});

describe("ways around, as the login", () => {
  it.each([
    "INSERT INTO audit_seal (seq, entry_id, prev_hash, hash) VALUES (100000, 1, repeat('0', 64), repeat('0', 64))",
    "SET session_replication_role = replica",
    "ALTER ROLE CURRENT_USER SET session_replication_role = replica",
    "ALTER ROLE CURRENT_USER SUPERUSER",
    `SET ROLE ${owned.username}`,
    `SET SESSION AUTHORIZATION ${owned.username}`,
    `GRANT ${owned.username} TO CURRENT_USER`,
    "ALTER SYSTEM SET session_replication_role = replica",
    "SELECT grant_app_rights(current_user)",
    "SELECT add_audit_seal(e) FROM audit_entry e",
    "CREATE FUNCTION public.sha256(bytea) RETURNS bytea LANGUAGE sql AS $$ SELECT ''::bytea $$",
    "CREATE TABLE public.mine (x int)",
    "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
    "ALTER FUNCTION seal_audit_entry() SECURITY INVOKER",
    "DROP FUNCTION seal_audit_entry() CASCADE",
    "DROP TRIGGER audit_entry_sealed ON audit_entry",
    "UPDATE pg_trigger SET tgenabled = 'D'",
    "COPY audit_entry TO PROGRAM 'true'",
    "COPY audit_entry FROM '/etc/hostname'",
    "DELETE FROM incident",
    "DELETE FROM board_record",
    "UPDATE board_record SET known_at = now()",
    "DELETE FROM _prisma_migrations",
    "REASSIGN OWNED BY CURRENT_USER TO postgres",
  ])("%s", async (attempt) => {
    await expect(app.query(attempt)).rejects.toThrow(/permission denied|must be|does not exist|Only roles|only roles|not allowed|can not be|cannot/i);
  });

  it("a function with its definer's rights has no more than the login", async () => {
    await app.query("CREATE FUNCTION pg_temp.rewrite() RETURNS void LANGUAGE sql SECURITY DEFINER AS $$ UPDATE public.audit_entry SET event = 'x' $$");
    await expect(app.query("SELECT pg_temp.rewrite()")).rejects.toThrow(/permission denied/);
  });

  it("a conflict that would turn an addition into a change", async () => {
    await expect(app.query("INSERT INTO audit_entry (id, at, event, subject_type, subject_id, data) VALUES (1, now(), 'x', 'x', 'x', '{}') ON CONFLICT (id) DO UPDATE SET event = 'x'")).rejects.toThrow(/permission denied/);
  });
});

describe("giving the rights", () => {
  it("leaves none to change, remove or empty a table that forbids it, whichever tables there are", async () => {
    const { rows } = await app.query<{ name: string }>(`
      SELECT DISTINCT c.relname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
       WHERE p.proname = 'refuse_change' AND (t.tgtype::int & 16) <> 0 ORDER BY 1`);
    const names = rows.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(history));
    const may = await app.query<{ may: boolean }>("SELECT bool_or(has_table_privilege(name, word)) AS may FROM unnest($1::text[]) AS name, unnest('{UPDATE,DELETE,TRUNCATE}'::text[]) AS word", [names]);
    expect(may.rows).toEqual([{ may: false }]);
  });

  it("again changes nothing, and takes back what was given besides", async () => {
    await db().$executeRawUnsafe(`GRANT UPDATE, TRUNCATE, TRIGGER ON audit_entry TO ${login}`);
    await db().$executeRaw`SELECT grant_app_rights(${login}::name)`;
    await expect(app.query("UPDATE audit_entry SET event = 'x'")).rejects.toThrow(/permission denied/);
    await db().$executeRaw`SELECT grant_app_rights(${login}::name)`;
    await app.query(entry);
  });

  it("is refused for a login that no right could limit", async () => {
    await expect(db().$executeRaw`SELECT grant_app_rights(${owned.username}::name)`).rejects.toThrow(/rights of its own/);
  });
});
