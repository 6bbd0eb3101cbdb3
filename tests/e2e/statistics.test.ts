import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { signIn } from "../support/sign-in";

const counted = async (page: Page): Promise<number> => Number((await page.getByRole("status").filter({ hasText: "records" }).innerText()).replaceAll(",", "").match(/\d+/)?.[0]);

test("by mouse: a number leads to the list that holds as many, and the file holds the numbers of the picture", async ({ browser }) => {
  const page = await signIn(browser, "viewer");
  await page.goto("/incidents?type=CH04");
  await page.getByRole("main").getByRole("link", { name: "Statistics", exact: true }).click();
  await expect(page).toHaveURL(/\/statistics\?type=CH04/);
  const all = await counted(page);
  expect(all).toBeGreaterThan(3);

  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "CSV of: Where, and how well known" }).click()]);
  const rows = parse(readFileSync(await download.path()), { columns: true }) as { records: string; unit_label: string }[];
  expect(rows.reduce((sum, { records }) => sum + Number(records), 0)).toBe(all);

  const cell = page.getByRole("table", { name: "Records by district and level of verification" }).getByRole("link").first();
  const count = Number(await cell.innerText());
  await cell.click();
  await expect(page).toHaveURL(/\/incidents\?.*unit=/);
  await expect(page.getByRole("heading", { name: new RegExp(`^${count} incident`) })).toBeVisible();
});

test("by keyboard: a day of reference is set, tables are opened, and ledgers have no total", async ({ browser }) => {
  const page = await signIn(browser, "viewer");
  await page.goto("/statistics");
  const since = page.getByLabel("Compare with the time since");
  await since.fill("2022-01-01");
  await since.press("Enter");
  await expect(page).toHaveURL(/since=2022-01-01/);
  await expect(page.getByRole("columnheader", { name: /since 1 January 2022/ })).toBeVisible();
  const summary = page.locator("#ledgers").getByText("The same as a table");
  await summary.focus();
  await summary.press("Enter");
  const table = page.getByRole("table", { name: /ledgers are not added up/ });
  await expect(table.getByRole("rowheader", { name: "Reported by Armenia" })).toBeVisible();
  await expect(table).not.toContainText(/total/i);
  await page.goto("/statistics?since=2022-02-30");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("is not a day on the calendar");
  await page.goto("/statistics?from=2031-01-01");
  await expect(page.getByText("No record to count")).toBeVisible();
});
