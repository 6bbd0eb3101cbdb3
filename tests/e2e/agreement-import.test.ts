import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { signIn } from "../support/sign-in";
import { aRiverFile } from "../support/agreement-files";

const text = (page: Page) => page.getByLabel("Text of the file");
const wrong = aRiverFile().replace('"dueOn": "2019-06-30"', '"dueOn": "2019-06-31"');

test("an analyst imports an agreement of another conflict: sees the error, corrects it, and opens its board", async ({ browser }) => {
  const page = await signIn(browser, "analyst");
  await page.goto("/agreements");
  await page.getByRole("link", { name: "Import a file" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Import an agreement" })).toBeVisible();

  await page.getByLabel("File", { exact: true }).setInputFiles({ name: "river.json", mimeType: "application/json", buffer: Buffer.from(wrong) });
  await expect(text(page)).toHaveValue(wrong);
  await page.getByRole("button", { name: "Preview" }).click();
  const problems = page.getByRole("alert").filter({ hasText: "one problem" });
  await expect(problems).toContainText("agreement.obligations.0.deadlines.0.dueOn");
  await expect(problems).toContainText('"2019-06-31" is not a day on the calendar');
  await expect(page.getByRole("button", { name: "Import" })).toHaveCount(0);

  // The button leads to the line, which is selected: what is typed takes its place.
  await problems.getByRole("button", { name: /^Line \d+$/ }).click();
  await page.keyboard.insertText('          "dueOn": "2019-06-30",');
  await page.getByRole("button", { name: "Preview" }).click();
  const preview = page.getByRole("region", { name: "What the file holds" });
  await expect(preview.getByRole("row", { name: /^Duties/ })).toContainText("11");
  await page.getByRole("button", { name: "Import" }).click();

  await expect(page).toHaveURL(/\/agreements\/AGR-RIVER-2019\?imported=created$/);
  await expect(page.getByRole("status")).toContainText("The agreement was imported");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as a file" }).click();
  expect(readFileSync(await (await download).path(), "utf8")).toContain('"code": "AGR-RIVER-2019"');
  await page.getByRole("link", { name: "Status board" }).click();
  await expect(page).toHaveURL(/\/board\?agreement=AGR-RIVER-2019/);
  await expect(page.getByRole("main")).toContainText("RIVER-1a");
});

test("a change of what is on record is shown beside it and refused", async ({ browser }) => {
  const page = await signIn(browser, "reviewer");
  const exported = await page.request.get("/api/v1/agreements/AGR-SY-2017-05-04/file");
  await page.goto("/agreements/import");
  await text(page).fill((await exported.text()).replace('"titles": [', '"titles": [\n      "Another name",'));
  await page.getByRole("button", { name: "Preview" }).click();
  const problems = page.getByRole("alert").filter({ hasText: "one problem" });
  await expect(problems).toContainText("agreement.titles");
  await expect(problems).toContainText("An import overwrites nothing");
  await text(page).fill(await exported.text());
  await expect(problems).toHaveCount(0);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("main")).toContainText("There is nothing to import.");
});

test("the page of the import exists for those who may import", async ({ browser }) => {
  for (const account of ["viewer", "admin"] as const) {
    const page = await signIn(browser, account);
    await page.goto("/agreements");
    await expect(page.getByRole("link", { name: "Import a file" })).toHaveCount(0);
    expect((await page.goto("/agreements/import"))?.status()).toBe(404);
  }
});
