// Trust rule 4: a status and a report can be rebuilt with the same digest on another machine.
import { spawn } from "node:child_process";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { makeReport } from "@/lib/reports/making/service";
import { findReport } from "@/lib/reports/queries";
import { reportInput } from "@/lib/reports/schema";
import { requestReport } from "@/lib/reports/service";
import { theAccount } from "../../support/accounts";
import { must } from "../../support/incident-world";
import { loadReferenceData } from "../../support/reference-data";

const elsewhere = `${inject("templateName")}_elsewhere_${process.env["VITEST_POOL_ID"] ?? "1"}`;
const urlElsewhere = new URL(inject("serverUrl"));
urlElsewhere.pathname = `/${elsewhere}`;

async function onServer(...statements: string[]) {
  const client = new pg.Client({ connectionString: inject("serverUrl") });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

beforeAll(async () => {
  await loadReferenceData();
  await onServer(`drop database if exists ${elsewhere} with (force)`, `create database ${elsewhere} template ${inject("templateName")}`);
});
afterAll(() => onServer(`drop database if exists ${elsewhere} with (force)`));

/** Both were seeded by then, each in its own time. */
const now = "2026-11-27T12:00:00.000Z";
const input = { kind: "COMPLIANCE", from: "2020-11-10", to: "2023-10-01" };

const digestElsewhere = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", "tests/support/report-elsewhere.ts", JSON.stringify(input), now], {
      env: { ...process.env, DATABASE_URL: String(urlElsewhere), TZ: "America/Los_Angeles", LANG: "hy_AM.UTF-8", LC_ALL: "hy_AM.UTF-8" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += String(chunk)));
    child.on("error", reject);
    child.on("close", () => resolve(output.trim()));
  });

it("the same records, rules and clocks give the same digest in a database that was filled apart, in another zone and language", async () => {
  const reviewer = await theAccount("reviewer");
  const { id } = must(await requestReport(reviewer, reportInput.parse(input), new Date(now)));
  await makeReport(id, new Date(now));
  const here = await findReport(reviewer, id);
  expect(here).toMatchObject({ state: "READY", failure: null });
  expect(await digestElsewhere()).toBe(here?.sha256);
}, 180_000);
