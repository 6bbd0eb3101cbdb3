import { expect, test } from "@playwright/test";
import { signIn } from "../support/sign-in";

test("from the agreement to its second point: two wordings, their words, and both outcomes", async ({ browser }) => {
  const page = await signIn(browser, "viewer");
  await page.goto("/agreements/AGR-2020-11-10");
  await page.getByRole("link", { name: "Wordings and readings of point 2" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Point 2: Agdam district");

  const diff = page.getByTestId("wording-diff");
  await expect(diff.locator("del")).toContainText("by");
  await expect(diff.locator("ins")).toContainText("before");
  const outcomes = page.getByRole("table", { name: "What each reading of the date means for the status" });
  await expect(outcomes.getByRole("row", { name: /by 20 November 2020.*On time/ })).toBeVisible();
  await expect(outcomes.getByRole("row", { name: /before 20 November 2020.*1 day late/ })).toBeVisible();

  await page.getByLabel("Compared with").selectOption({ label: "News.ru, text circulated on the night of 9-10 November (en, 2020-11-10)" });
  await page.getByLabel("Day of the world").fill("2020-11-19");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/other=night-variant-en/);
  await expect(diff.locator("ins")).toContainText("Gazakh district");
  await expect(outcomes).toContainText("Not on record by this day");
  await expect(page.getByRole("main")).toContainText("D-17");

  await page.getByRole("link", { name: "State and records of NK2020-2a" }).click();
  await expect(page).toHaveURL(/\/obligations\/NK2020-2a\?asOf=2020-11-19/);
});

test("a wording that is not held and a day that does not exist are answered beside their fields", async ({ browser }) => {
  const page = await signIn(browser, "viewer");
  await page.goto("/agreements/AGR-2020-11-10/clauses/2?base=no-such&asOf=2021-02-30");
  await expect(page.getByText("No wording of this point is held under “no-such”.")).toBeVisible();
  await expect(page.getByText(/2021-02-30.*is not a day/)).toBeVisible();
  expect((await page.request.get("/agreements/AGR-2020-11-10/clauses/99")).status()).toBe(404);
});

test("November beside October, by anyone and by one reporter, on screen and as a file", async ({ browser }) => {
  const page = await signIn(browser, "viewer");
  await page.goto("/agreements");
  await page.getByRole("link", { name: "Compare the truces" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Truces compared");

  const beside = page.getByRole("listitem");
  const october = beside.filter({ has: page.getByRole("heading", { name: "Moscow humanitarian ceasefire" }) });
  await expect(october).toContainText("5 minutes · reported by Armenia; denied by Azerbaijan");
  await expect(october).toContainText("the same day · reported by Azerbaijan; denied by Armenia");
  const november = beside.filter({ has: page.getByRole("heading", { name: "Trilateral statement of 9/10 November 2020" }) });
  await expect(november).toContainText("16 days");
  await expect(november).toContainText("1,043 days");

  const first = page.getByRole("table", { name: "Truces on record" }).getByRole("row").nth(1);
  await page.getByRole("columnheader", { name: /First reported violation/ }).getByRole("link").click();
  await expect(first).toContainText("Moscow humanitarian ceasefire");

  await page.getByLabel("First violation as reported by").selectOption("Armenia");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("A first report counts as Armenia gave it.")).toBeVisible();

  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "CSV of the table" }).click()]);
  expect(download.suggestedFilename()).toMatch(/^truce-ledger-truces-\d{4}-\d\d-\d\d\.csv$/);
});

test("the drawing of the instruments is worked by keyboard", async ({ browser }) => {
  const page = await signIn(browser, "viewer");
  await page.goto("/agreements");
  const drawing = page.getByRole("group", { name: "Agreements by date and conflict, with their links" });
  await drawing.focus();
  await page.keyboard.press("Tab");
  await expect(drawing.getByRole("link", { name: "5 May 1994 Bishkek Protocol" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/agreements\/AGR-1994-05-05/);
});
