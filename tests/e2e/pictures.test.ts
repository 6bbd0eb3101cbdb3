import { expect, test, type Page } from "@playwright/test";
import { signIn } from "../support/sign-in";

const kalbajar = (page: Page) => page.getByRole("listitem").filter({ hasText: "NK2020-6a" }).first();

test("the clocks are moved by keyboard: the address and the states follow, and each movement is one step back", async ({ browser }) => {
  const page = await signIn(browser, "viewer");
  await page.goto("/board?asOf=2020-11-24");
  await expect(kalbajar(page)).toContainText("Not initiated");
  const world = page.getByRole("slider", { name: "Date of the world" });
  await world.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/asOf=2020-11-26/);
  await expect(kalbajar(page)).toContainText("Full");
  await expect(page.getByLabel("Day of the world")).toHaveValue("2020-11-26");
  await page.keyboard.press("PageUp");
  await expect(page).toHaveURL(/asOf=2020-12-26/);
  await expect(world).toHaveAttribute("aria-valuetext", "26 December 2020");
  await page.goBack();
  await expect(page).toHaveURL(/asOf=2020-11-26/);
  await expect(page.getByLabel("Day of the world")).toHaveValue("2020-11-26");

  await page.getByRole("link", { name: "As known that day" }).click();
  await expect(page).toHaveURL(/asOf=2020-11-26&knownAt=2020-11-26/);
  await page.getByRole("slider", { name: "Date of our knowledge" }).focus();
  await page.keyboard.press("End");
  await expect(page).not.toHaveURL(/knownAt/);
  await expect(page.getByRole("main")).toContainText("by what is published until now");
});

test("without script the form still leads to its day, and no dead slider is shown", async ({ browser }) => {
  const page = await signIn(browser, "viewer", { javaScriptEnabled: false });
  await page.goto("/board");
  await expect(page.getByRole("slider")).toHaveCount(0);
  await page.getByLabel("Day of the world").fill("2020-11-26");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/asOf=2020-11-26/);
});

test("a cell of the months leads to the board of its day, and arrows move between cells", async ({ browser }) => {
  const page = await signIn(browser, "viewer");
  await page.goto("/board/history");
  const cell = page.getByRole("link", { name: /^NK2020-6g, 31 January 2023: Breached/ });
  await cell.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("link", { name: /^NK2020-6g, 31 December 2022/ })).toBeFocused();
  await cell.click();
  await expect(page).toHaveURL(/\/board\?asOf=2023-01-31#NK2020-6g/);
  await expect(page.getByRole("listitem").filter({ hasText: "NK2020-6g" }).first()).toContainText("Breached");

  await page.goto("/board/history?asOf=2021-03-15");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).click();
  expect((await download).suggestedFilename()).toBe("truce-ledger-board-months-2021-03-15.csv");
});

test("the corridor's days are counted by condition, and the picture has a name and a table", async ({ browser }) => {
  const page = await signIn(browser, "viewer");
  await page.goto("/obligations/NK2020-6g?asOf=2023-10-01");
  const card = page.locator("#conditions");
  await expect(card).toContainText(/\d+ days\s*closed, by records at V3 or above/);
  await expect(card.getByRole("img", { name: /as of 1 October 2023: .*days closed/ })).toBeVisible();
  await card.getByText("The same as a table").click();
  await expect(card.getByRole("table")).toContainText("12 December 2022");
});

test("the figures of the vehicles show 552 against 470, counted together, with level and sources", async ({ browser }) => {
  const page = await signIn(browser, "viewer");
  await page.goto("/obligations/NK2020-3d");
  const card = page.locator("#figures");
  await expect(card.getByRole("img", { name: /552 items.*470/ })).toBeVisible();
  await card.getByText("The figures as a table").click();
  const row = card.getByRole("row").filter({ hasText: "552" });
  await expect(row).toContainText("470");
  await expect(row).toContainText("several ceilings counted together");
  await expect(row).toContainText("V3 Corroborated");
  await expect(row.getByRole("cell").nth(4)).toHaveText(/^\d+$/);
});

test("the timeline of all duties keeps both clocks and tells its marks in a table", async ({ browser }) => {
  const page = await signIn(browser, "viewer");
  await page.goto("/board?asOf=2023-01-15&knownAt=2023-01-20");
  await page.getByRole("navigation", { name: "Forms of the board" }).getByRole("link", { name: "Timeline" }).click();
  await expect(page).toHaveURL(/\/board\/timeline\?asOf=2023-01-15&knownAt=2023-01-20/);
  await expect(page.getByRole("img", { name: /^Timeline of 25 duties/ })).toBeVisible();
  await page.getByText("The same as a table").click();
  await expect(page.getByRole("table")).toContainText("Date moved to 25 November 2020");
});
