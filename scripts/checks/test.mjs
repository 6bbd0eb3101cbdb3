import { runGroups } from "./run-steps.mjs";
import { steps } from "./steps.mjs";

/** Everything that CI checks. */
export default function main() {
  const { client, types, lint, directions, deadCode, unit, integration, build, journeys } = steps;
  return runGroups([[[client]], [[types, deadCode], [lint, directions, unit]], [[integration]], [[build]], [[journeys]]]);
}
