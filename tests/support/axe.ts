import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Puts axe into the page as the browser's debugger does: a script element without the answer's nonce does not run. */
export async function putAxeInto(page: Page): Promise<void> {
  await page.evaluate(axe);
}
