import { expect, test, type Locator, type Page } from "@playwright/test";
import { signIn } from "../support/sign-in";

const code = "NK2020-1b";
const asOf = "2021-02-10";
const address = `/obligations/${code}?asOf=${asOf}`;
const reason = "A visit found the posts moved forward; the report is not published yet.";

const card = (page: Page): Locator => page.locator("#decision");
const row = (page: Page): Locator => page.getByRole("listitem").filter({ hasText: code }).first();

test("a reviewer changes a state to a worse one, a second confirms, the board says why; other rules and other days are drift", async ({ browser }) => {
  test.setTimeout(240_000);
  const reviewer = await signIn(browser, "reviewer");
  const second = await signIn(browser, "reviewer2");
  const viewer = await signIn(browser, "viewer");
  const admin = await signIn(browser, "admin");

  await viewer.goto(address);
  await expect(card(viewer)).toContainText("Nobody has decided");
  await expect(card(viewer).getByRole("form")).toHaveCount(0);
  const proposed = await card(viewer).locator("dd").first().innerText();

  await reviewer.goto("/decisions");
  await expect(reviewer.getByRole("heading", { name: /^Never decided/ })).toBeVisible();
  await reviewer.goto(address);
  await card(reviewer).getByText(/^Decide for/).click();
  const form = card(reviewer).getByRole("form", { name: "Decide" });
  await form.getByLabel("Change", { exact: true }).check();
  await form.getByLabel("State that should stand").selectOption("C_BREACHED");
  await expect(form).toContainText("until a second reviewer confirms it");
  await form.getByLabel("Reason").fill("short");
  await form.getByRole("button", { name: "Send to a second reviewer" }).click();
  await expect(form.getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");
  await expect(form.getByLabel("State that should stand")).toHaveValue("C_BREACHED");
  await form.getByLabel("Reason").fill(reason);
  await form.getByRole("button", { name: "Send to a second reviewer" }).click();
  await expect(card(reviewer)).toContainText("another reviewer confirms or rejects it");
  await expect(card(reviewer).getByRole("button", { name: "Confirm" })).toHaveCount(0);

  await viewer.goto(`/board?asOf=${asOf}`);
  await expect(row(viewer)).toContainText("Waits for a second reviewer");
  await expect(row(viewer)).not.toContainText("Breached");

  await second.goto("/decisions");
  await second.getByRole("region", { name: /^Waiting for a second reviewer/ }).getByRole("link", { name: "Hold positions" }).click();
  await expect(second).toHaveURL(new RegExp(`asOf=${asOf}`));
  await card(second).getByRole("button", { name: "Confirm" }).click();
  await expect(card(second)).toContainText("in force since");
  await expect(second.getByRole("heading", { name: "Decisions (1)" })).toBeVisible();

  await viewer.goto(`/board?asOf=${asOf}`);
  await expect(row(viewer)).toContainText("Breached");
  await expect(row(viewer)).toContainText(reason);
  await expect(row(viewer)).toContainText("Decided");
  await viewer.goto(`/board?asOf=${asOf}&knownAt=2021-02-11`);
  await expect(row(viewer)).not.toContainText("Breached");

  await viewer.goto(`/obligations/${code}?asOf=2026-11-24`);
  await expect(card(viewer)).toContainText("The proposal is another now");
  await expect(card(viewer)).toContainText("Breached");

  await admin.goto("/methods");
  await admin.getByRole("link", { name: "New version" }).click();
  await admin.getByLabel("Window in days").fill("0");
  await admin.getByRole("button", { name: "Show what they change" }).click();
  await expect(admin.getByLabel("Window in days")).toHaveAccessibleDescription(/windowDays can't be 0/);
  await admin.getByLabel("Window in days").fill("180");
  await admin.getByLabel("Day of the world").fill(asOf);
  await admin.getByRole("button", { name: "Show what they change" }).click();
  await expect(admin.getByRole("heading", { name: "Month by month" })).toBeVisible();
  await admin.getByLabel("Reason").fill("Half a year, to see what a longer memory does.");
  await admin.getByRole("button", { name: "Record as a new version" }).click();
  await expect(admin).toHaveURL(/\/methods\?rules=\d{4}-\d{2}-\d+/);
  await expect(admin.getByRole("main")).toContainText("last 180 days");

  await viewer.goto(`/board?asOf=${asOf}`);
  await expect(row(viewer)).toContainText("Drifted since the decision");
  await viewer.getByLabel("Other rules").selectOption("2026-11-2");
  await viewer.getByRole("button", { name: "Apply" }).click();
  await expect(viewer).toHaveURL(/rules=2026-11-2/);
  await expect(row(viewer)).toContainText("Decided");
  await expect(row(viewer)).not.toContainText("Drifted");
  await viewer.getByRole("link", { name: "What the other rules change" }).click();
  await expect(viewer.getByRole("heading", { level: 1 })).toHaveText("What changed with the rules");
  await expect(viewer.getByRole("region", { name: "Month ends on which a duty stands differently" })).toBeVisible();
  expect(proposed).not.toBe("Breached");

  await admin.goto("/methods/new");
  await admin.getByRole("button", { name: "Show what they change" }).click();
  await admin.getByLabel("Window in days").fill("30");
  await admin.getByRole("button", { name: "Show what they change" }).click();
  await admin.getByLabel("Reason").fill("Back to thirty days, so that other journeys find the usual rules.");
  await admin.getByRole("button", { name: "Record as a new version" }).click();
  await expect(admin.getByRole("main")).toContainText("last 30 days");
});
