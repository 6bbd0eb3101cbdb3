import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { captureChild } from "../launch/child.mjs";
import { programOf } from "../launch/program-of.mjs";
import { surroundings } from "./surroundings.mjs";

/** A journey that was skipped, or not reached, did not pass. */
function countsOf({ stats, errors }) {
  const failed = stats.unexpected + stats.skipped + stats.flaky + errors.length;
  const isEmpty = stats.expected === 0 && failed === 0;
  return { passed: stats.expected, failed: isEmpty ? 1 : failed };
}

/** Runs the journeys of tests/e2e against the built product; `words` go to Playwright. */
export async function runJourneys(words = []) {
  const { folder, env } = await surroundings();
  const report = path.join(folder, "report.json");
  try {
    const { command, args } = programOf(["@playwright/test:playwright", "test", ...words]);
    const { code, output } = await captureChild(command, args, { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, NO_COLOR: "1", FORCE_COLOR: "0" });
    const { passed, failed } = countsOf(JSON.parse(readFileSync(report, "utf8")));
    return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
