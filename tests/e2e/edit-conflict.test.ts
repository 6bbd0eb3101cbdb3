import { expect, test, type Page } from "@playwright/test";
import { signIn } from "../support/sign-in";

async function draft(page: Page): Promise<string> {
  await page.goto("/incidents/new");
  await page.getByLabel("Type of incident").selectOption("AC01");
  await page.getByLabel("Title").fill("Road reported closed for an afternoon");
  await page.getByLabel(/^Day/).fill("2023-05-02");
  await page.getByLabel("Place", { exact: true }).fill("Farrukh");
  await page.getByRole("group", { name: "Claim 1", exact: true }).getByLabel("Speaker").selectOption("AM_MOD");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page).toHaveURL(/\/incidents\/\d+/);
  return `${new URL(page.url()).pathname}/edit`;
}

test("two people edit one record: the second chooses field by field, and neither loses a word", async ({ browser }) => {
  test.setTimeout(90_000);
  const analyst = await signIn(browser, "analyst");
  const address = await draft(analyst);
  const reviewer = await signIn(browser, "reviewer");
  await analyst.goto(address);
  await reviewer.goto(address);

  await reviewer.getByLabel("Title").fill("Road reported closed for a day");
  await reviewer.getByLabel("What the sources report").fill("The reviewer adds a sentence.");
  await reviewer.getByRole("button", { name: "Save draft" }).click();
  await expect(reviewer).toHaveURL(/\/incidents\/\d+(\?.*)?$/);

  await analyst.getByLabel("Title").fill("Road reported closed for two hours");
  await analyst.getByLabel("Severity").selectOption({ index: 1 });
  await analyst.getByRole("button", { name: "Save draft" }).click();
  const panel = analyst.locator("#merge");
  await expect(panel).toContainText("Somebody else saved version");
  await expect(panel).toContainText("One part needs your choice.");
  await panel.getByRole("group", { name: /Title/ }).getByLabel("Mine").check();
  await panel.getByRole("button", { name: "Take over these choices" }).click();
  await expect(analyst.getByLabel("Title")).toHaveValue("Road reported closed for two hours");
  await expect(analyst.getByLabel("What the sources report")).toHaveValue("The reviewer adds a sentence.");
  await analyst.getByRole("button", { name: "Save draft" }).click();
  await expect(analyst).toHaveURL(/\/incidents\/\d+(\?.*)?$/);
  await expect(analyst.getByRole("heading", { level: 1 })).toContainText("two hours");
  await expect(analyst.getByRole("main")).toContainText("The reviewer adds a sentence.");
});
