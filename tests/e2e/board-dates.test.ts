import { expect, test, type Page } from "@playwright/test";
import { signIn } from "../support/sign-in";

const kalbajar = (page: Page) => page.getByRole("listitem").filter({ hasText: "NK2020-6a" }).first();

test("Kalbajar on 16 and 26 November 2020 and today, each with its reasons", async ({ browser }) => {
  const page = await signIn(browser, "viewer");
  await page.goto("/board?asOf=2020-11-16");
  await expect(kalbajar(page)).toContainText("Not initiated");
  await expect(kalbajar(page)).toContainText("Not due yet");
  await expect(kalbajar(page)).toContainText("15 November 2020");
  await expect(kalbajar(page)).toContainText("25 November 2020");

  await page.goto("/board?asOf=2020-11-26");
  await expect(kalbajar(page)).toContainText("Full");
  await expect(kalbajar(page)).toContainText("After the original date, within the amended one");

  await page.goto("/board");
  await expect(kalbajar(page)).toContainText("Full");
  await kalbajar(page).getByRole("link", { name: "Return of Kalbajar district", exact: true }).click();
  await expect(page.getByRole("main")).toContainText("moved to 25 November 2020");
  await expect(page.getByRole("main")).toContainText("The original date stays on record");
});

test("a day that does not exist is refused beside the field, and the board still answers", async ({ browser }) => {
  const page = await signIn(browser, "viewer");
  await page.goto("/board?asOf=2021-02-30");
  await expect(page.getByText(/2021-02-30/).first()).toBeVisible();
  await expect(kalbajar(page)).toBeVisible();
});
