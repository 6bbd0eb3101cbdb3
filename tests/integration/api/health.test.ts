import { afterAll, describe, expect, it } from "vitest";
import { GET as health } from "@/app/healthz/route";
import { GET as ready } from "@/app/readyz/route";
import { db } from "@/lib/db/client";
import { expectedMigrations } from "@/lib/health/domain";
import { forgetWorkers, reportWorkers } from "@/lib/jobs/store";

const last = expectedMigrations.at(-1) ?? "";
const rename = (from: string, to: string) => db().$executeRaw`UPDATE _prisma_migrations SET migration_name = ${to} WHERE migration_name = ${from}`;

afterAll(() => rename("hidden", last));

describe("health", () => {
  it("is the process's, whoever asks", async () => {
    const response = health();
    expect([response.status, await response.json()]).toEqual([200, { status: "ok" }]);
  });
});

describe("readiness", () => {
  it("is given by a migrated database with a worker that was heard of", async () => {
    await reportWorkers(["w1"]);
    const response = await ready();
    expect([response.status, await response.json()]).toEqual([200, { status: "ready", database: "reachable", missingMigrations: [], unfinishedMigrations: [], worker: "running" }]);
  });

  it("is not given while nobody runs jobs", async () => {
    await forgetWorkers(["w1"]);
    const response = await ready();
    expect([response.status, await response.json()]).toMatchObject([503, { status: "not-ready", database: "reachable", missingMigrations: [], worker: "silent" }]);
  });

  it("names the migration that is missing", async () => {
    await rename(last, "hidden");
    const response = await ready();
    expect([response.status, await response.json()]).toMatchObject([503, { status: "not-ready", missingMigrations: [last] }]);
  });
});
