// Reference data and demo accounts for a test file. The first file of a run loads them; its database then serves the others as a template.
import pg from "pg";
import { inject } from "vitest";
import { disconnect } from "@/lib/db/client";
import { ensureDemoAccounts } from "@/lib/people/service";
import { seedReference } from "@/prisma/seed/reference";

const seededName = `${inject("templateName")}_seeded`;
const ownName = new URL(process.env["DATABASE_URL"] ?? "").pathname.slice(1);

/** Fills this file's database. Call it in `beforeAll`, before anything else has used the database. */
export async function loadReferenceData(): Promise<void> {
  const client = new pg.Client({ connectionString: inject("serverUrl") });
  await client.connect();
  try {
    // Workers wait for the one that loads; the lock goes with the connection, so a failed load blocks nobody.
    await client.query("select pg_advisory_lock(hashtext($1))", [seededName]);
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [seededName]);
    if (rowCount === 0) await loadAndKeep(client);
    else await replaceOwn(client);
  } finally {
    await client.end();
  }
}

async function loadAndKeep(client: pg.Client) {
  await seedReference();
  await ensureDemoAccounts("demo-password-for-tests");
  // A template may have no other connection.
  await disconnect();
  await client.query(`create database ${seededName} template ${ownName}`);
}

async function replaceOwn(client: pg.Client) {
  await disconnect();
  await client.query(`drop database if exists ${ownName} with (force)`);
  await client.query(`create database ${ownName} template ${seededName}`);
}
