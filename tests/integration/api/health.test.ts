import { afterAll, describe, expect, it } from "vitest";
import { GET as health } from "@/app/healthz/route";
import { GET as ready } from "@/app/readyz/route";
import { db } from "@/lib/db/client";
import { expectedMigrations } from "@/lib/health/domain";

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
  it("is given by a migrated database", async () => {
    const response = await ready();
    expect([response.status, await response.json()]).toEqual([200, { status: "ready", database: "reachable", missingMigrations: [], unfinishedMigrations: [] }]);
  });

  it("names the migration that is missing", async () => {
    await rename(last, "hidden");
    const response = await ready();
    expect([response.status, await response.json()]).toMatchObject([503, { status: "not-ready", missingMigrations: [last] }]);
  });
});
