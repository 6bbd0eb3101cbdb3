import { expect, test } from "@playwright/test";
import { signIn } from "../support/sign-in";

test("an edit is seen field by field, any two versions are compared by address, and the auditor verifies the chain", async ({ browser }) => {
  test.setTimeout(120_000);
  const analyst = await signIn(browser, "analyst");
  await analyst.goto("/incidents/new");
  await analyst.getByLabel("Type of incident").selectOption("CH04");
  await analyst.getByLabel("Title").fill("Fire heard near a post");
  await analyst.getByLabel(/^Day/).fill("2022-03-25");
  await analyst.getByLabel("Place", { exact: true }).fill("Farrukh");
  await analyst.getByRole("group", { name: "Claim 1", exact: true }).getByLabel("Speaker").selectOption("RU_MOD");
  await analyst.getByLabel("What the sources report").fill("The bulletin speaks of shelling in the evening.");
  await analyst.getByRole("button", { name: "Save draft" }).click();
  await expect(analyst).toHaveURL(/\/incidents\/\d+/);
  const address = new URL(analyst.url()).pathname;

  await analyst.goto(`${address}/edit`);
  const narrative = analyst.getByLabel("What the sources report");
  // What is typed before the page is alive may be typed twice.
  await expect(async () => {
    await narrative.fill("The bulletin speaks of shooting in the evening.");
    await expect(narrative).toHaveValue("The bulletin speaks of shooting in the evening.", { timeout: 500 });
  }).toPass();
  await analyst.getByRole("button", { name: "Save draft" }).click();
  await expect(analyst).toHaveURL(new RegExp(`${address}(\\?.*)?$`));

  await analyst.getByRole("link", { name: "Every change, field by field" }).click();
  const second = analyst.getByRole("region", { name: "Changes from version 1 to version 2" }).last();
  await expect(second.getByRole("row", { name: /^Narrative/ })).toBeVisible();
  await expect(second.locator("del")).toContainText("shelling");
  await expect(second.locator("ins")).toContainText("shooting");
  await expect(analyst.getByRole("region", { name: "Values of version 1" })).toContainText("Fire heard near a post");

  await analyst.getByLabel("From", { exact: true }).selectOption("2");
  await analyst.getByLabel("To", { exact: true }).selectOption("1");
  await analyst.getByRole("button", { name: "Compare" }).click();
  await expect(analyst).toHaveURL(/from=2&to=1$/);
  await expect(analyst.getByRole("region", { name: "Changes from version 2 to version 1" }).locator("ins")).toContainText("shelling");

  const stranger = await signIn(browser, "viewer");
  expect((await stranger.goto(`${address}/history`))?.status(), "nobody learns of a draft by its history").toBe(404);
  expect((await stranger.goto("/audit/verify"))?.status()).toBe(404);

  const auditor = await signIn(browser, "auditor");
  await auditor.goto("/audit");
  await auditor.getByRole("link", { name: "Verify the chain" }).click();
  const head = await auditor.getByRole("definition").filter({ hasText: /^[0-9a-f]{64}$/ }).textContent();
  await auditor.getByRole("button", { name: "Verify now" }).click();
  const verdict = auditor.getByRole("status").filter({ hasText: "Every entry is as it was sealed" });
  await expect(verdict).toBeVisible({ timeout: 60_000 });
  await expect(verdict.getByRole("button", { name: "Copy the verified head" })).toBeVisible();
  await expect(verdict).toContainText(/[0-9a-f]{64}/);
  expect(head).toMatch(/^[0-9a-f]{64}$/);
});
