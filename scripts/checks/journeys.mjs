import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { captureChild } from "../launch/child.mjs";
import { freePort } from "../launch/port.mjs";
import { programOf } from "../launch/program-of.mjs";
import { findBrowser } from "./browser.mjs";

/** The environment of one run: a new data folder, a free port, a browser. playwright.config.ts reads it. */
async function surroundings() {
  const executable = await findBrowser();
  const folder = mkdtempSync(path.join(tmpdir(), "truce-journeys-"));
  chmodSync(folder, 0o755); // the account that runs PostgreSQL must be able to enter
  const port = String(await freePort());
  return {
    folder,
    env: {
      CHROMIUM_PATH: executable,
      DATABASE_URL: "",
      NEXTAUTH_URL: `http://127.0.0.1:${port}`,
      NEXTAUTH_SECRET: "",
      HOST: "127.0.0.1",
      PORT: port,
      TRUCE_DATA_DIR: path.join(folder, "data"),
      TRUCE_DEMO: "1",
      TRUCE_DEMO_PASSWORD: "demo-password-for-journeys",
      PLAYWRIGHT_JSON_OUTPUT_NAME: path.join(folder, "report.json"),
      NO_COLOR: "1",
      FORCE_COLOR: "0",
    },
  };
}

/** A journey that was skipped, or not reached, did not pass. */
function countsOf({ stats, errors }) {
  const failed = stats.unexpected + stats.skipped + stats.flaky + errors.length;
  const isEmpty = stats.expected === 0 && failed === 0;
  return { passed: stats.expected, failed: isEmpty ? 1 : failed };
}

/** Runs the journeys of tests/e2e against the built product; `words` go to Playwright. */
export async function runJourneys(words = []) {
  const { folder, env } = await surroundings();
  try {
    const { command, args } = programOf(["@playwright/test:playwright", "test", ...words]);
    const { code, output } = await captureChild(command, args, env);
    const { passed, failed } = countsOf(JSON.parse(readFileSync(env.PLAYWRIGHT_JSON_OUTPUT_NAME, "utf8")));
    return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
