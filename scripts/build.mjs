// `npm run build`: the production build that `npm start` would make, for an image or a slow machine.
import { run } from "./launch/preflight.mjs";

await run(() => import("./launch/build-only.mjs"));
