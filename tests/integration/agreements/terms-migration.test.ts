import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { importAgreement } from "@/lib/agreements/file/service";
import { db } from "@/lib/db/client";
import { aRiverFile } from "../../support/agreement-files";
import { anAnalyst } from "../../support/accounts";

const migration = readFileSync(new URL("../../../prisma/migrations/20261125000400_agreement_files/migration.sql", import.meta.url), "utf8");
const termsOf = async (code: string) => (await db().obligation.findUniqueOrThrow({ where: { code }, select: { terms: true } })).terms;

beforeAll(async () => {
  await importAgreement(await anAnalyst(), aRiverFile(), new Date("2026-11-24T12:00:00Z"));
});

it("settings kept before they named their rules are given the first version, and nothing else is touched", async () => {
  await db().$executeRawUnsafe("ALTER TABLE obligation DROP CONSTRAINT obligation_terms_name_rules");
  await db().obligation.update({ where: { code: "RIVER-1b" }, data: { terms: { windowDays: 14 } } });
  const [update = "", constraint = ""] = migration.split(";").map((statement) => statement.trim());
  expect(update).toContain("UPDATE obligation SET terms");
  await db().$executeRawUnsafe(update);
  await db().$executeRawUnsafe(constraint);
  expect(await termsOf("RIVER-1b")).toEqual({ ruleVersion: "2026-11-2", windowDays: 14 });
  expect(await termsOf("RIVER-1a")).toEqual({});
});
