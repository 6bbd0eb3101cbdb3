import { runGroups } from "./run-steps.mjs";
import { steps } from "./steps.mjs";

/** The fast part: what can be said without a database, a build and a browser. */
export default function main() {
  const { client, types, lint, directions, unit } = steps;
  return runGroups([[[client]], [[types], [lint, directions, unit]]]);
}
