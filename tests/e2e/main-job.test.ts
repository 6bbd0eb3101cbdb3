import { expect, test, type Page } from "@playwright/test";
import { signIn } from "../support/sign-in";

const title = "Shelling recorded near Farrukh / Parukh";

/** Three days ago, so that it lies inside the board's window whenever the journey runs. */
const occurredOn = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);

const row = (page: Page, name: string) => page.getByRole("group", { name, exact: true });

async function logIncident(page: Page): Promise<void> {
  await page.goto("/incidents/new");
  await page.getByLabel("Type of incident").selectOption("CH04");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel(/^Day/).fill(occurredOn);
  await page.getByLabel("Place", { exact: true }).fill("Farrukh");
  await page.getByLabel("Latitude").fill("40.016");
  await page.getByLabel("Longitude").fill("46.801");
  await row(page, "Claim 1").getByLabel("Speaker").selectOption("RU_MOD");
  await page.getByRole("button", { name: "Add a count" }).click();
  await row(page, "Count 1").getByLabel("Lowest", { exact: true }).fill("1");
  await row(page, "Count 1").getByLabel("Best", { exact: true }).fill("1");
  await row(page, "Count 1").getByLabel("Highest", { exact: true }).fill("2");
  await page.getByRole("button", { name: "Add an obligation" }).click();
  await row(page, "Obligation 1").getByRole("combobox", { name: "Obligation" }).selectOption("NK2020-1a");
  await page.getByLabel("What the sources report").fill("The bulletin records shelling and names no side.");
}

async function take(page: Page, [command, confirm]: readonly [command: string, confirm: string], reason?: string): Promise<void> {
  await page.getByRole("button", { name: command, exact: true }).click();
  const form = page.getByRole("form", { name: command });
  if (reason !== undefined) await form.getByLabel("Reason").fill(reason);
  await form.getByRole("button", { name: confirm, exact: true }).click();
  await expect(form).toBeHidden();
}

test("analyst logs, two reviewers approve, the board changes and says why, the export holds the record", async ({ browser }) => {
  test.setTimeout(180_000);
  const analyst = await signIn(browser, "analyst");
  const reviewer = await signIn(browser, "reviewer");
  const second = await signIn(browser, "reviewer2");

  await reviewer.goto("/board");
  const duty = (page: Page) => page.getByRole("listitem").filter({ hasText: "NK2020-1a" }).first();
  await expect(duty(reviewer)).toContainText("Not assessed");

  await logIncident(analyst);
  await analyst.getByRole("button", { name: "Save and submit for review" }).click();
  await expect(analyst).toHaveURL(/\/incidents\/\d+/);
  await expect(analyst.getByRole("heading", { level: 1 })).toContainText("Shelling recorded");
  await expect(analyst.getByRole("button", { name: "Approve", exact: true })).toHaveCount(0);
  await expect(analyst.getByRole("button", { name: "Take it for review" })).toHaveCount(0);
  const address = new URL(analyst.url()).pathname;

  const stranger = await signIn(browser, "viewer");
  expect((await stranger.goto(address))?.status(), "a viewer may not know of a record under review").toBe(404);

  await reviewer.goto("/review");
  await reviewer.getByRole("link", { name: title }).click();
  await take(reviewer, ["Take it for review", "Take it"]);
  await take(reviewer, ["Request changes", "Send back"], "Say which bulletin recorded it.");

  await analyst.goto(`${address}/edit`);
  await analyst.getByLabel("What the sources report").fill("The bulletin of that evening records shelling and names no side.");
  await analyst.getByRole("button", { name: "Save and submit for review" }).click();
  await expect(analyst).toHaveURL(new RegExp(`${address}(\\?.*)?$`));

  await reviewer.goto(address);
  await take(reviewer, ["Take it for review", "Take it"]);
  await take(reviewer, ["Approve", "Approve"]);
  await expect(reviewer.getByText("1 of 2 approvals")).toBeVisible();
  await second.goto(address);
  await take(second, ["Approve", "Approve"]);
  await take(second, ["Publish", "Publish"]);
  await expect(second.getByText("Published", { exact: true }).first()).toBeVisible();

  await reviewer.goto("/board");
  await expect(duty(reviewer)).toContainText("Strained");
  await duty(reviewer).getByRole("link", { name: "Ceasefire", exact: true }).click();
  await expect(reviewer.getByRole("main")).toContainText(title);

  await stranger.goto(address);
  await expect(stranger.getByRole("main")).toContainText("Reported by Russian Defence Ministry");
  const csv = await stranger.request.get(`/api/v1/export.csv?from=${occurredOn}&obligation=NK2020-1a`);
  expect(csv.status()).toBe(200);
  expect(await csv.text()).toContain(title);
});

test("a form that is refused says what is wrong beside the field and keeps what was typed", async ({ browser }) => {
  const page = await signIn(browser, "analyst");
  await page.goto("/incidents/new");
  await page.getByLabel("Title").fill("Kept while refused");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page.getByLabel("Type of incident")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Title")).toHaveValue("Kept while refused");
});
