import { expect, test, type Page } from "@playwright/test";
import { aPhotograph } from "../support/evidence-files";
import { signIn } from "../support/sign-in";

const title = "Explosions heard near Farrukh";
const row = (page: Page, name: string) => page.getByRole("group", { name, exact: true });

async function observe(page: Page, name: string, line: { kind: string; best: string }): Promise<void> {
  await page.getByRole("button", { name: "Add an observation" }).click();
  await expect(row(page, name).getByLabel("What was observed")).toBeFocused();
  await row(page, name).getByLabel("What was observed").selectOption(line.kind);
  await row(page, name).getByLabel("How", { exact: false }).first().selectOption("HEARD");
  await row(page, name).getByLabel("Best", { exact: true }).fill(line.best);
  await row(page, name).getByLabel("Counted in").selectOption("CASE_AS_REPORTED");
}

test("what observers counted is written in the form, accounts that differ are marked, and the queue is walked by keys", async ({ browser }) => {
  test.setTimeout(180_000);
  const analyst = await signIn(browser, "analyst");
  await analyst.goto("/incidents/new");
  await analyst.getByLabel("Type of incident").selectOption("CH04");
  await analyst.getByLabel("Title").fill(title);
  await analyst.getByLabel(/^Day/).fill("2023-03-05");
  await analyst.getByLabel("Place", { exact: true }).fill("Farrukh");
  await row(analyst, "Claim 1").getByLabel("Speaker").selectOption("RU_MOD");
  await row(analyst, "Claim 1").getByLabel("Its day of the event").fill("2023-03-04");
  await observe(analyst, "Observation 1", { kind: "EXPLOSION", best: "398" });
  await row(analyst, "Observation 1").getByLabel("Nearest, km").fill("3");
  await row(analyst, "Observation 1").getByLabel("Farthest, km").fill("2");
  await row(analyst, "Observation 1").getByLabel("Bearing from there").selectOption("ENE");
  await observe(analyst, "Observation 2", { kind: "BURST", best: "1177" });
  await analyst.getByRole("button", { name: "Save and submit for review" }).click();
  await expect(row(analyst, "Observation 1").getByLabel("Nearest, km")).toHaveAccessibleDescription(/beyond the farther one/);
  await row(analyst, "Observation 1").getByLabel("Farthest, km").fill("4");
  await analyst.getByRole("button", { name: "Save and submit for review" }).click();
  await expect(analyst).toHaveURL(/\/incidents\/\d+/);
  const main = analyst.getByRole("main");
  await expect(main).toContainText("Total of 2 lines counted in “case as reported”: 1,575.");
  await expect(main).toContainText("3 to 4 km east-north-east");
  await expect(main.getByText("Dates differ", { exact: true })).toBeVisible();
  const address = new URL(analyst.url()).pathname;
  const { origin } = new URL(analyst.url());
  const sent = await analyst.request.post(`/api/v1${address}/evidence?sensitivity=S0_PUBLIC`, { headers: { origin, "content-type": "image/jpeg" }, data: await aPhotograph() });
  expect(sent.status()).toBe(201);

  const reviewer = await signIn(browser, "reviewer");
  await reviewer.goto("/review");
  const links = reviewer.getByRole("main").getByRole("list").first().getByRole("link");
  await links.first().focus();
  await reviewer.keyboard.press("End");
  await expect(reviewer.getByRole("link", { name: title })).toBeFocused();
  await expect(reviewer.getByRole("listitem").filter({ hasText: title }).first()).toContainText("Submitted for review");
  await reviewer.keyboard.press("Enter");
  await expect(reviewer.getByRole("heading", { level: 1 })).toContainText(title);

  await reviewer.getByText("Differs from the claims", { exact: true }).click();
  await reviewer.getByRole("button", { name: "Record the finding" }).click();
  await expect(reviewer.getByLabel("Reason").first()).toHaveAttribute("aria-invalid", "true");
  await reviewer.getByLabel("Reason").first().fill("The picture shows one crater; the claim speaks of a barrage.");
  await reviewer.getByRole("button", { name: "Record the finding" }).click();
  await expect(reviewer.getByText("Found to differ from the claims", { exact: true })).toBeVisible();
  await expect(reviewer.getByText("Claim and media differ", { exact: true }).first()).toBeVisible();
});
