// `npm run test:e2e -- [words for Playwright]`: the journeys alone.
import { run } from "./launch/preflight.mjs";

await run(() => import("./checks/only-journeys.mjs"));
