// `npm run docs:shots`: takes the pictures of the README anew, in docs/images.
import { run } from "./launch/preflight.mjs";

await run(() => import("./checks/pictures.mjs"));
