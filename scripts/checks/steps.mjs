// What is checked, each as a step: a title and a function that gives { passed, failed, output }.
// A tool counts as one check; a test runner as its tests.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { captureChild } from "../launch/child.mjs";
import { ensureBuild } from "../launch/build.mjs";
import { ensureClient } from "../launch/generated-client.mjs";
import { Failure } from "../launch/failure.mjs";
import { programOf } from "../launch/program-of.mjs";
import { checkDirections } from "./directions.mjs";

const asOneCheck = ({ code, output }) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output });

const runTool = (...words) => {
  const { command, args } = programOf(words);
  return captureChild(command, args, { NO_COLOR: "1", FORCE_COLOR: "0" });
};

/** For work of our own that throws when something is wrong. */
async function asCheck(work) {
  try {
    await work();
    return { passed: 1, failed: 0, output: "" };
  } catch (error) {
    return { passed: 0, failed: 1, output: error instanceof Failure ? error.message : error.stack };
  }
}

/** Vitest's own numbers. A file that could not be loaded is a failure although none of its tests was counted. */
async function vitest(project) {
  const folder = mkdtempSync(path.join(tmpdir(), "truce-vitest-"));
  const file = path.join(folder, "report.json");
  try {
    const { code, output } = await runTool("vitest", "run", "--project", project, "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`);
    return { ...vitestCounts(JSON.parse(readFileSync(file, "utf8")), code), output };
  } catch (error) {
    return { passed: 0, failed: 1, output: `vitest gave no report: ${error.message}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function vitestCounts(report, code) {
  const notRun = report.numPendingTests + report.numTodoTests;
  const unloadable = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
  const failed = report.numFailedTests + unloadable + notRun;
  const isEmpty = report.numTotalTests === 0;
  return { passed: report.numPassedTests, failed: failed === 0 && (code !== 0 || isEmpty) ? 1 : failed };
}

export const steps = {
  client: { title: "Prisma client", run: () => asCheck(ensureClient) },
  types: { title: "types (tsc)", run: async () => asOneCheck(await runTool("typescript:tsc", "-p", ".")) },
  lint: {
    title: "lint (oxlint)",
    run: async () => asOneCheck(await runTool("oxlint", "--type-aware", "app", "lib", "components", "tests", "cli")),
  },
  directions: { title: "directions (dependency-cruiser)", run: () => asCheck(checkDirections) },
  deadCode: { title: "dead code (knip)", run: async () => asOneCheck(await runTool("knip", "--no-progress", "--no-config-hints")) },
  unit: { title: "unit tests", run: () => vitest("unit") },
  integration: { title: "integration tests, PostgreSQL", run: () => vitest("integration") },
  build: { title: "production build", run: () => asCheck(() => ensureBuild({ log: () => {} })) },
  journeys: { title: "journeys in a browser", run: async () => (await import("./journeys.mjs")).runJourneys() },
};
