import { expect, test, type Page } from "@playwright/test";
import { signIn } from "../support/sign-in";

const corridor = (page: Page) => page.getByRole("listitem").filter({ hasText: "NK2020-6g" }).first();

test("the corridor on 15 January 2023: strained by what was published by 20 January, breached by what is published now", async ({ browser }) => {
  const page = await signIn(browser, "viewer");
  await page.goto("/board?asOf=2023-01-15&knownAt=2023-01-20");
  await expect(page.getByRole("main")).toContainText("by what was published by 20 January 2023");
  await expect(corridor(page)).toContainText("Strained");

  await page.getByRole("link", { name: /^Next day/ }).click();
  await expect(page).toHaveURL(/asOf=2023-01-16&knownAt=2023-01-20/);
  await page.getByRole("link", { name: /^Previous day/ }).click();
  await expect(page).toHaveURL(/asOf=2023-01-15&knownAt=2023-01-20/);
  await page.getByRole("link", { name: "Changed by later publication" }).click();
  await expect(corridor(page).getByRole("region", { name: /^Before/ })).toContainText("Strained");
  await expect(corridor(page).getByRole("region", { name: /^After/ })).toContainText("Breached");

  await page.goto("/board?asOf=2023-01-15");
  await expect(page.getByRole("main")).toContainText("by what is published until now");
  await expect(corridor(page)).toContainText("Breached");
});

test("a day of knowledge that does not exist is explained beside its field and ignored", async ({ browser }) => {
  const page = await signIn(browser, "viewer");
  await page.goto("/obligations/NK2020-6g?asOf=2023-01-15&knownAt=2023-02-30");
  await expect(page.getByLabel("Known by")).toHaveAccessibleDescription(/2023-02-30.*not a day on the calendar/);
  await expect(page.getByRole("main")).toContainText("Breached");
});
