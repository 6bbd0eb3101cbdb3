// `npm run dev`: the product with hot reload, on the same data folder as `npm start`.
import { run } from "./launch/preflight.mjs";

await run(() => import("./launch/develop.mjs"));
