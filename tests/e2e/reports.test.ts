import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { signIn } from "../support/sign-in";

test("a compliance report is made, read, taken out and verified by somebody without an account", async ({ browser }, testInfo) => {
  const page = await signIn(browser, "reviewer");
  await page.goto("/reports");
  await page.getByRole("link", { name: "Make a report" }).click();
  await page.getByLabel("Kind").selectOption("COMPLIANCE");
  await page.getByLabel("First day").fill("2020-11-31");
  await page.getByLabel("Last day").fill("2020-12-31");
  await page.getByRole("button", { name: "Make the report" }).click();
  await expect(page.getByLabel("First day")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("First day").fill("2020-11-10");
  await page.getByRole("button", { name: "Make the report" }).click();
  await expect(page).toHaveURL(/\/reports\/\d+$/);
  await expect(page.getByText("Ready", { exact: true })).toBeVisible({ timeout: 45_000 });

  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { name: "What this report can’t say" })).toBeVisible();
  await expect(main).toContainText("Demonstration data from excerpts");
  await expect(main.locator("#records-in-figures")).toContainText(/\d+ records.*sources · as of 2020-12-31 · levels? V\d/);
  await expect(main.locator("#since")).toContainText("Nothing that you may know of has changed since");

  const download = page.waitForEvent("download");
  await main.getByRole("link", { name: "Package" }).click();
  const file = testInfo.outputPath("package.zip");
  await (await download).saveAs(file);
  const pdf = await page.request.get(`/api/v1${new URL(page.url()).pathname}.pdf`);
  expect([pdf.status(), pdf.headers()["content-type"], (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, "application/pdf", "%PDF-"]);

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto("/verify");
  await stranger.getByLabel("Package or report.json").setInputFiles(file);
  await stranger.getByRole("button", { name: "Verify" }).click();
  await expect(stranger.getByRole("status")).toContainText("Genuine");
  await expect(stranger.getByRole("main")).toContainText("sign in");

  const altered = Buffer.from(readFileSync(file));
  altered[altered.indexOf("TL-000001 ") === -1 ? altered.indexOf("Mine blast") : altered.indexOf("TL-000001 ")] = "X".charCodeAt(0);
  await stranger.getByLabel("Package or report.json").setInputFiles({ name: "altered.zip", mimeType: "application/zip", buffer: altered });
  await stranger.getByRole("button", { name: "Verify" }).click();
  await expect(stranger.getByRole("status")).toContainText("Altered");
  await expect(stranger.getByText("What is not as it was made")).toBeVisible();

  await stranger.goto("/verify");
  await stranger.getByLabel("Or its digest").fill("not a digest");
  await stranger.getByRole("button", { name: "Verify" }).click();
  await expect(stranger.getByLabel("Or its digest")).toHaveAttribute("aria-invalid", "true");
});

test("a reader sees public reports, makes none, and learns of no internal one", async ({ browser }) => {
  const reviewer = await signIn(browser, "reviewer");
  await reviewer.goto("/reports/new?kind=DAILY_SITUATION&from=2022-03-25");
  await reviewer.getByLabel("Written for").selectOption("INTERNAL");
  await reviewer.getByRole("button", { name: "Make the report" }).click();
  await expect(reviewer).toHaveURL(/\/reports\/\d+$/);
  const address = new URL(reviewer.url()).pathname;
  const viewer = await signIn(browser, "viewer");
  await viewer.goto("/reports");
  await expect(viewer.getByRole("link", { name: "Make a report" })).toHaveCount(0);
  await viewer.goto(address);
  await expect(viewer.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
  await viewer.goto("/reports/new");
  await expect(viewer.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
});
