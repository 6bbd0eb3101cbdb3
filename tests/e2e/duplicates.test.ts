import { expect, test, type Page } from "@playwright/test";
import { signIn } from "../support/sign-in";

const first = "Mortar fire reported at the edge of Farrukh / Parukh";
const second = "Mortar fire reported by Farrukh / Parukh, second account";
const reason = "Both accounts tell of one evening's fire.";

async function fill(page: Page, title: string): Promise<void> {
  await page.goto("/incidents/new");
  await page.getByLabel("Type of incident").selectOption("CH04");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel(/^Day/).fill("2024-02-11");
  await page.getByLabel("Place", { exact: true }).fill("Farrukh");
  await page.getByRole("group", { name: "Claim 1", exact: true }).getByLabel("Speaker").selectOption("AM_MOD");
}

async function handIn(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Save and submit for review" }).click();
  await expect(page).toHaveURL(/\/incidents\/\d+/);
  return new URL(page.url()).pathname;
}

async function decide(page: Page, opened: string, form: string): Promise<void> {
  await page.getByText(opened, { exact: true }).first().click();
  const asked = page.getByRole("form", { name: form });
  await asked.getByLabel("Reason").fill(reason);
  await asked.getByRole("button").click();
  await expect(asked).toBeHidden();
}

test("a record like another is pointed out while it is written, merged by a reviewer, and taken out again", async ({ browser }) => {
  test.setTimeout(120_000);
  const analyst = await signIn(browser, "analyst");
  await fill(analyst, first);
  const kept = await handIn(analyst);

  await fill(analyst, second);
  const panel = analyst.getByText("A record like this one exists");
  await expect(panel).toBeVisible();
  await expect(analyst.getByRole("link", { name: first })).toHaveAttribute("href", kept);
  const merged = await handIn(analyst);

  const reviewer = await signIn(browser, "reviewer");
  await reviewer.goto("/duplicates");
  await expect(reviewer.getByRole("link", { name: second }).first()).toBeVisible();

  const number = (path: string): string => `TL-${(path.split("/").at(-1) ?? "").padStart(6, "0")}`;
  await reviewer.goto(kept);
  await decide(reviewer, "Decide on this pair", `Merge ${number(merged)} into ${number(kept)}`);
  await expect(reviewer.getByRole("heading", { name: "Merged into this record" })).toBeVisible();
  await expect(reviewer.getByRole("table", { name: /Claims/ })).toContainText(`from ${number(merged)}`);
  await reviewer.goto(merged);
  await expect(reviewer.getByText("This record was merged into another, which now holds its claims")).toBeVisible();

  await reviewer.goto(kept);
  await decide(reviewer, "Undo this merge", `Take ${number(merged)} out again`);
  await expect(reviewer.getByRole("heading", { name: "Merged into this record" })).toHaveCount(0);
  await reviewer.goto(merged);
  await expect(reviewer.getByText("Merge undone").or(reviewer.getByText("A merge was undone")).first()).toBeVisible();
});
