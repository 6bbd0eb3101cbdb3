import { Failure } from "../launch/failure.mjs";

const seconds = (millis) => `${(millis / 1000).toFixed(1)} s`;

async function runStep({ title, run }) {
  const started = Date.now();
  let result;
  try {
    result = await run();
  } catch (error) {
    result = { passed: 0, failed: 1, output: error instanceof Failure ? error.message : (error.stack ?? String(error)) };
  }
  const isFine = result.failed === 0;
  const counts = result.passed + result.failed > 1 ? `  ${result.passed} passed, ${result.failed} failed` : "";
  console.log(`${isFine ? "ok    " : "FAILED"} ${title}  ${seconds(Date.now() - started)}${counts}`);
  if (!isFine) console.log(`\n${result.output}\n`);
  return result;
}

/**
 * Runs groups of steps one after the other, and the lanes of a group beside each other; a lane is a list of steps in order.
 * The last line it prints is the sum, alone.
 * @returns {Promise<number>} the exit code
 */
export async function runGroups(groups) {
  const total = { passed: 0, failed: 0 };
  const runLane = async (lane) => {
    for (const step of lane) {
      const { passed, failed } = await runStep(step);
      total.passed += passed;
      total.failed += failed;
    }
  };
  for (const lanes of groups) await Promise.all(lanes.map(runLane));
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}
