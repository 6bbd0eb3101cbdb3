import { expect, test } from "@playwright/test";
import { signIn } from "../support/sign-in";

test("a place is found by any form of its name, the search is kept, and Ctrl+K goes to a duty", async ({ browser }) => {
  const page = await signIn(browser, "viewer");
  await page.goto("/incidents");
  await page.getByLabel("Text").fill("Шуша");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("link", { name: "Gas pipeline damage near Shusha / Shushi" })).toBeVisible();
  await expect(page.locator("mark").first()).toBeVisible();
  const found = await page.getByRole("heading", { name: /^\d+ incidents/ }).textContent();
  await page.goto("/incidents?q=Շուշի");
  await expect(page.getByRole("heading", { name: found ?? "" })).toBeVisible();

  await page.getByText("Save this search").click();
  await page.getByRole("form", { name: "Save this search" }).getByLabel("Name").fill("Around the town");
  await page.getByRole("form", { name: "Save this search" }).getByRole("button", { name: "Save" }).click();
  await page.goto("/incidents");
  await page.getByRole("link", { name: "Around the town" }).click();
  await expect(page.getByLabel("Text")).toHaveValue("Շուշի");
  await page.getByRole("button", { name: "Take away the saved search Around the town" }).click();
  await expect(page.getByRole("link", { name: "Around the town" })).toHaveCount(0);

  await page.goto("/incidents?q=pipelin+damagge");
  await expect(page.getByText("Nothing holds “pipelin damagge” as it is written")).toBeVisible();

  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Go to a page or a record" }).fill("lachin corr");
  await expect(page.getByRole("option", { name: /NK2020-6c/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/obligations\/NK2020-6c$/);
});
