import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { statesPage } from "@/cli/states-page";
import { loadReferenceData } from "../../support/reference-data";

beforeAll(loadReferenceData, 120_000);

it("docs/states.md says what the board says today (npm run docs:states on a database with the reference data only)", async () => {
  expect(await statesPage()).toBe(readFileSync(new URL("../../../docs/states.md", import.meta.url), "utf8"));
}, 60_000);
