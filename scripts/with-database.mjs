// `node scripts/with-database.mjs <command …>`: runs a command beside the migrated database, and leaves the database as it was found.
import { run } from "./launch/preflight.mjs";

await run(() => import("./launch/command-with-database.mjs"));
