// `npm run check`: the fast part of `npm test`.
import { run } from "./launch/preflight.mjs";

await run(() => import("./checks/check.mjs"));
