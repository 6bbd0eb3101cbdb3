import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../launch/port.mjs";
import { findBrowser } from "./browser.mjs";

/** Where the product runs for a browser of ours: a new data folder, a free port, and nothing of the caller's own settings. */
export async function surroundings() {
  const executable = await findBrowser();
  const folder = mkdtempSync(path.join(tmpdir(), "truce-browser-"));
  chmodSync(folder, 0o755); // the account that runs PostgreSQL must be able to enter
  const port = String(await freePort());
  return {
    folder,
    executable,
    address: `http://127.0.0.1:${port}`,
    env: {
      CHROMIUM_PATH: executable,
      DATABASE_URL: "",
      NEXTAUTH_URL: `http://127.0.0.1:${port}`,
      NEXTAUTH_SECRET: "",
      HOST: "127.0.0.1",
      PORT: port,
      TRUCE_DATA_DIR: path.join(folder, "data"),
      TRUCE_DEMO: "1",
      TRUCE_DEMO_PASSWORD: "demo-password-for-journeys",
    },
  };
}
