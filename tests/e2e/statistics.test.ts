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

  const [period] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /^CSV: the period, / }).click()]);
  expect(readFileSync(await period.path(), "utf8")).toMatch(/^type,type_label,records,counted_at\r\n/);

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
  // Of these duties alone: those of an agreement that another journey brought in have observers of their own.
  const board = (await (await page.request.get("/api/v1/board?agreement=AGR-2020-11-10")).json()) as { items: { code: string }[] };
  await page.goto(`/statistics?${board.items.map(({ code }) => `obligation=${code}`).join("&")}&from=2020-09-01&to=2024-12-31`);
  const months = page.locator("#trend").getByText("By type, and month by month, as tables");
  await months.focus();
  await months.press("Enter");
  const watched = page.getByRole("table", { name: "Records by month, and who could observe" });
  await expect(watched.getByRole("row", { name: /^2020-09 0 nobody who could observe on record/ })).toBeVisible();
  await expect(watched.getByRole("row", { name: /^2022-01 .* 100 % of the duties' days/ })).toBeVisible();
  await expect(watched.getByRole("row", { name: /^2024-12 0 observers on record on \d % of the duties' days/ })).toBeVisible();
  await page.goto("/statistics?obligation=NK2020-1b&from=2024-07-01&to=2024-12-31");
  await expect(page.getByText("In these months: nobody who could observe on record.")).toBeVisible();
  await page.goto("/statistics?since=2022-02-30");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("is not a day on the calendar");
  await page.goto("/statistics?from=2031-01-01");
  await expect(page.getByText("No record to count")).toBeVisible();
});
