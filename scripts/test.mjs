// `npm test`: everything that CI checks. The last line it prints is the sum, alone.
import { run } from "./launch/preflight.mjs";

await run(() => import("./checks/test.mjs"));
