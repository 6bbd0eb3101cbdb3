import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test("the migrated database is what the Prisma schema says", () => {
  const words = ["migrate", "diff", "--from-config-datasource", "--to-schema", "prisma/schema", "--exit-code"];
  const result = spawnSync(process.execPath, ["scripts/prisma.mjs", ...words], { encoding: "utf8", env: process.env });
  expect({ status: result.status, output: result.stdout + result.stderr }).toMatchObject({ status: 0 });
});
