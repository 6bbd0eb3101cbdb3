import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { timed } from "./timed.mjs";

const times = { warmUp: 5, times: 40 };
const html = (name, path) => ({
  name: `page ${path}, HTML`,
  target: { within: 120, percentile: "p95" },
  run: async ({ page }) => ({ product: await timed(async () => (await page(path)).text(), times), note: `${Math.round(gzipSync(await (await page(path)).text()).length / 1024)} KB gzipped` }),
  ...(name !== undefined && { name }),
});

export const boardPage = html(undefined, "/board");
export const listPage = html(undefined, "/incidents");

const mainPages = ["/board", "/incidents", "/map", "/statistics"];

/** The scripts that a page names in its HTML, gzipped: what is fetched before anybody presses anything. */
async function scriptBytes(page, path) {
  const text = await (await page(path)).text();
  const names = [...new Set([...text.matchAll(/<script[^>]+src="([^"]+\.js[^"]*)"(?![^>]*nomodule)/gi)].filter(([tag]) => !/nomodule/i.test(tag)).map(([, src]) => src))];
  const sizes = await Promise.all(names.map(async (src) => gzipSync(Buffer.from(await (await page(src)).arrayBuffer())).length));
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

/** The largest first load of the main pages. */
export const firstLoad = {
  name: "first-load JavaScript",
  target: { within: 180 },
  run: async ({ page }) => {
    const each = [];
    for (const path of mainPages) each.push([path, await scriptBytes(page, path)]);
    return { value: { amount: Math.max(...each.map(([, kilobytes]) => kilobytes)), unit: "KB" }, note: each.map(([path, kilobytes]) => `${path} ${Math.round(kilobytes)}`).join(", ") };
  },
};

/** How far a page moves under the reader while it loads, in a real browser: the score of layout shift, where 0 is none. */
export const layoutShift = {
  name: "layout shift",
  target: { within: 0.01 },
  run: async ({ address, cookies, executable }) => {
    const browser = await chromium.launch({ executablePath: executable, args: ["--no-sandbox"] });
    const each = [];
    try {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      await context.addCookies(cookies.map(({ name, value }) => ({ name, value, url: address })));
      for (const path of mainPages) {
        const tab = await context.newPage();
        await tab.addInitScript(() => {
          window.shifted = 0;
          new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value; }).observe({ type: "layout-shift", buffered: true });
        });
        await tab.goto(`${address}${path}`, { waitUntil: "networkidle" });
        each.push([path, await tab.evaluate(() => window.shifted)]);
        await tab.close();
      }
    } finally {
      await browser.close();
    }
    return { value: { amount: Math.max(...each.map(([, score]) => score)), unit: "" }, note: each.map(([path, score]) => `${path} ${score.toFixed(3)}`).join(", ") };
  },
};
