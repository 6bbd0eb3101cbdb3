// `npm run bench`: how long the product takes to answer, beside what the database alone takes for the same rows.
import { run } from "./launch/preflight.mjs";

await run(() => import("./checks/bench.mjs"));
