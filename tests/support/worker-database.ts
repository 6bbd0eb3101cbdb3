// Each integration test file starts with its own clone of the migrated template, whatever ran before it in this worker.
// This file runs before the test file is imported, so lib/config/env.ts reads what is set here.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";

const serverUrl = inject("serverUrl");
const templateName = inject("templateName");
const database = `${templateName}_${process.env["VITEST_POOL_ID"] ?? "1"}`;

const client = new pg.Client({ connectionString: serverUrl });
await client.connect();
await client.query(`drop database if exists ${database} with (force)`);
await client.query(`create database ${database} template ${templateName}`);
await client.end();

const url = new URL(serverUrl);
url.pathname = `/${database}`;
const dataDir = mkdtempSync(path.join(tmpdir(), "truce-test-data-"));

Object.assign(process.env, {
  DATABASE_URL: String(url),
  NODE_ENV: "test",
  NEXTAUTH_SECRET: "integration-tests-sign-with-this",
  NEXTAUTH_URL: "http://localhost:3000",
  TRUCE_DATA_DIR: dataDir,
  TRUCE_DEMO: "1",
  TRUCE_DEMO_PASSWORD: "demo-password-for-tests",
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
