import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, test, type Page } from "@playwright/test";
import { signIn } from "../support/sign-in";
import { violations } from "../support/axe";

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The page fits the window, and nothing on it keeps anybody out. */
async function isSound(page: Page): Promise<void> {
  expect(await overflow(page)).toBe(0);
  expect(await violations(page)).toEqual([]);
}

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name, exact: true }).click()]);
  return readFileSync(await download.path());
}

for (const [name, viewport, colorScheme] of [["on a desk", { width: 1280, height: 900 }, "light"], ["on a phone in the dark", { width: 390, height: 844 }, "dark"]] as const) {
  test(`an analyst takes the filtered list out ${name}, and its manifest knows the file by its digest`, async ({ browser }) => {
    test.setTimeout(120_000);
    const analyst = await signIn(browser, "analyst", { viewport, colorScheme });
    await analyst.goto("/incidents?type=CH04&q=shelling");
    await analyst.getByRole("link", { name: "Export", exact: true }).click();
    await expect(analyst).toHaveURL(/\/exports\/new\?.*type=CH04/);
    const heading = await analyst.getByRole("heading", { name: /^\d+ records?$/ }).innerText();
    await isSound(analyst);

    const bytes = await downloaded(analyst, "Download CSV");
    expect(parse(bytes, { columns: true }) as unknown[]).toHaveLength(Number.parseInt(heading, 10));
    await expect(analyst.getByRole("status").filter({ hasText: "is complete" })).toBeVisible({ timeout: 20_000 });
    const address = await analyst.getByRole("link", { name: "Its manifest" }).getAttribute("href");
    const manifest = (await (await analyst.request.get(address ?? "")).json()) as { file: { sha256: string; rows: number }; filter: Record<string, string[]> };
    expect(manifest).toMatchObject({ file: { sha256: createHash("sha256").update(bytes).digest("hex"), rows: Number.parseInt(heading, 10) }, filter: { type: ["CH04"], q: ["shelling"] } });
    await isSound(analyst);

    await analyst.getByRole("link", { name: "Log of exports" }).click();
    const row = analyst.getByRole("row").nth(1);
    await expect(row).toContainText(manifest.file.sha256);
    await expect(row).toContainText("q: shelling");
    await isSound(analyst);

    await analyst.getByRole("link", { name: "Data dictionary" }).click();
    await expect(analyst.getByRole("heading", { name: "Fields of NDJSON" })).toBeVisible();
    await expect(analyst.getByRole("rowheader", { name: "claims[].eventOn" })).toBeVisible();
    await isSound(analyst);
  });
}

test("every format is offered and leaves, and a workbook and a feature collection are what they say", async ({ browser }) => {
  const viewer = await signIn(browser, "viewer");
  await viewer.goto("/exports/new?type=CH04");
  const features = JSON.parse((await downloaded(viewer, "Download GeoJSON")).toString("utf8")) as { type: string; features: unknown[] };
  const lines = (await downloaded(viewer, "Download NDJSON")).toString("utf8").trimEnd().split("\n");
  expect([features.type, features.features.length]).toEqual(["FeatureCollection", lines.length]);
  expect((await downloaded(viewer, "Download Excel")).subarray(0, 2).toString()).toBe("PK");
  expect((await downloaded(viewer, "Download HXL")).toString("utf8")).toContain("#date+occurred");
});

test("filters that can't be read are refused with the reason, and nothing is offered where nothing fits", async ({ browser }) => {
  const viewer = await signIn(browser, "viewer", { viewport: { width: 390, height: 844 } });
  await viewer.goto("/exports/new?from=2021-02-30");
  await expect(viewer.getByRole("alert").filter({ hasText: "These filters can't be read" })).toBeVisible();
  await expect(viewer.getByRole("link", { name: /^Download/ })).toHaveCount(0);
  await isSound(viewer);
  await viewer.goto("/exports/new?from=1999-01-01&to=1999-01-02");
  await expect(viewer.getByText("No records fit these filters")).toBeVisible();
  await expect(viewer.getByRole("link", { name: /^Download/ })).toHaveCount(0);
});

test("an administrator sees in the log that somebody looked for words, an auditor which", async ({ browser }) => {
  const reviewer = await signIn(browser, "reviewer");
  await reviewer.goto("/exports/new?q=Khramort");
  await downloaded(reviewer, "Download CSV");
  for (const [account, words] of [["admin", "q: withheld"], ["auditor", "q: Khramort"]] as const) {
    const watcher = await signIn(browser, account);
    await watcher.goto("/exports");
    await expect(watcher.getByRole("row").nth(1)).toContainText(words);
    await isSound(watcher);
  }
});
