import { runJourneys } from "./journeys.mjs";

export default async function main(words) {
  const { passed, failed, output } = await runJourneys(words);
  console.log(`${output}\n\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
