import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { Failure } from "../launch/failure.mjs";
import { startProduct } from "./product.mjs";
import { surroundings } from "./surroundings.mjs";

const FOLDER = "docs/images";
const WIDE = { width: 1280, height: 1000 };
const PHONE = { width: 360, height: 740 };

const SHOTS = [
  { name: "board", account: "viewer", address: "/board?asOf=2022-12-20" },
  { name: "board-dark", account: "viewer", address: "/board?asOf=2022-12-20", scheme: "dark" },
  { name: "board-phone", account: "viewer", address: "/board?asOf=2022-12-20", size: PHONE },
  { name: "obligation", account: "viewer", address: "/obligations/NK2020-2a" },
  { name: "incident", account: "reviewer", link: { from: "/incidents?obligation=NK2020-1b", href: /^\/incidents\/\d+$/ } },
  { name: "incident-form", account: "analyst", address: "/incidents/new" },
];

async function signedInPage(browser, { address, env }, { account, size = WIDE, scheme = "light" }) {
  const context = await browser.newContext({ baseURL: address, viewport: size, colorScheme: scheme, deviceScaleFactor: 1, reducedMotion: "reduce" });
  await context.addInitScript((theme) => localStorage.setItem("theme", theme), scheme);
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
  const form = { csrfToken, email: `${account}@demo.invalid`, password: env.TRUCE_DEMO_PASSWORD, json: "true" };
  const answer = await context.request.post("/api/auth/callback/credentials", { form });
  if (!answer.ok()) throw new Failure(`Signing in as ${account} was refused with status ${answer.status()}.`);
  return context.newPage();
}

async function take(page, { name, address, link }) {
  await page.goto(address ?? link.from);
  if (link) {
    const hrefs = await page.locator("main a").evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute("href")));
    const first = hrefs.find((href) => link.href.test(href ?? ""));
    if (!first) throw new Failure(`${link.from} links to nothing that could be shown as "${name}".`);
    await page.goto(first);
  }
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
  console.log(`${FOLDER}/${name}.png  ${page.url()}`);
}

export default async function main() {
  const place = await surroundings();
  const stop = await startProduct(place);
  const { chromium } = await import("@playwright/test");
  const browser = await chromium.launch({ executablePath: place.executable, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  try {
    mkdirSync(FOLDER, { recursive: true });
    for (const shot of SHOTS) {
      const page = await signedInPage(browser, place, shot);
      await take(page, shot);
      await page.context().close();
    }
  } finally {
    await browser.close();
    await stop();
    rmSync(place.folder, { recursive: true, force: true });
  }
}
