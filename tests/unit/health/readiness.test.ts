import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { expectedMigrations, readinessOf } from "@/lib/health/domain";

const finished = (name: string) => ({ name, isFinished: true });

describe("readiness", () => {
  it("expects the migrations of the folder, all of them and no other", () => {
    const folders = readdirSync("prisma/migrations", { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect([...expectedMigrations]).toEqual(folders.map((entry) => entry.name).toSorted());
  });

  it("is given when every migration is finished, and by a database that is ahead", () => {
    expect(readinessOf([finished("a"), finished("b")], ["a"]).isReady).toBe(true);
  });

  it("names what is missing", () => {
    expect(readinessOf([finished("a")], ["a", "b"])).toEqual({ isReady: false, database: "reachable", missingMigrations: ["b"], unfinishedMigrations: [] });
  });

  it("is not given while a migration is half done, unless a second run finished it", () => {
    expect(readinessOf([finished("a"), { name: "b", isFinished: false }], ["a"])).toMatchObject({ isReady: false, unfinishedMigrations: ["b"] });
    expect(readinessOf([finished("a"), { name: "a", isFinished: false }], ["a"]).isReady).toBe(true);
  });

  it("is not given when the database can't be asked", () => {
    expect(readinessOf(undefined)).toMatchObject({ isReady: false, database: "unreachable" });
  });
});
