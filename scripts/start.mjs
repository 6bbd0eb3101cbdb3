// `npm start`: the whole product on a machine with Node alone.
import { run } from "./launch/preflight.mjs";

await run(() => import("./launch/serve.mjs"));
