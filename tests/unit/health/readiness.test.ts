import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type AppliedMigration, expectedMigrations, readinessOf } from "@/lib/health/domain";

const signs = (applied: readonly AppliedMigration[], workerSilence: number | undefined = 3) => ({ applied, workerSilence });
const finished = (name: string) => ({ name, isFinished: true });

describe("readiness", () => {
  it("expects the migrations of the folder, all of them and no other", () => {
    const folders = readdirSync("prisma/migrations", { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect([...expectedMigrations]).toEqual(folders.map((entry) => entry.name).toSorted());
  });

  it("is given when every migration is finished, and by a database that is ahead", () => {
    expect(readinessOf(signs([finished("a"), finished("b")]), ["a"]).isReady).toBe(true);
  });

  it("names what is missing", () => {
    expect(readinessOf(signs([finished("a")]), ["a", "b"])).toEqual({ isReady: false, database: "reachable", missingMigrations: ["b"], unfinishedMigrations: [], worker: "running" });
  });

  it("is not given while a migration is half done, unless a second run finished it", () => {
    expect(readinessOf(signs([finished("a"), { name: "b", isFinished: false }]), ["a"])).toMatchObject({ isReady: false, unfinishedMigrations: ["b"] });
    expect(readinessOf(signs([finished("a"), { name: "a", isFinished: false }]), ["a"]).isReady).toBe(true);
  });

  it("is not given while nobody runs jobs, or nobody was heard of for a minute", () => {
    expect(readinessOf({ applied: [finished("a")], workerSilence: undefined }, ["a"])).toMatchObject({ isReady: false, worker: "silent" });
    expect(readinessOf(signs([finished("a")], 61), ["a"])).toMatchObject({ isReady: false, worker: "silent" });
    expect(readinessOf(signs([finished("a")], 60), ["a"])).toMatchObject({ isReady: true, worker: "running" });
  });

  it("is not given when the database can't be asked", () => {
    expect(readinessOf(undefined)).toMatchObject({ isReady: false, database: "unreachable", worker: "unknown" });
  });
});
