import { expect, test } from "@playwright/test";
import { signIn } from "../support/sign-in";

test("a wrong password is refused with words that do not tell whether the account exists", async ({ page }) => {
  const words: (string | null)[] = [];
  for (const email of ["analyst@demo.invalid", "nobody@demo.invalid"]) {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    const alert = page.getByRole("alert").filter({ hasText: /\w/ }).first();
    await expect(alert).toBeVisible();
    words.push(await alert.textContent());
  }
  expect(words[0]).toBe(words[1]);
});

test("after ten wrong passwords the page says that there were too many, whether or not the address has an account", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("guessed@demo.invalid");
  const alert = page.getByRole("alert").filter({ hasText: /\w/ }).first();
  for (let at = 0; at <= 10; at++) {
    const answered = page.waitForResponse("**/api/auth/callback/credentials**");
    await page.getByLabel("Password", { exact: true }).fill(`guess ${at}`);
    await page.getByRole("button", { name: "Sign in" }).click();
    await answered;
    await expect(alert).toContainText(at < 10 ? "do not match" : "too many attempts");
    await expect(page.getByRole("button", { name: "Sign in" })).toBeEnabled();
  }
});

test("somebody not signed in is sent to sign in and then to the page asked for", async ({ page }) => {
  await page.goto("/board?asOf=2020-11-16");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel("E-mail").fill("viewer@demo.invalid");
  await page.getByLabel("Password", { exact: true }).fill(process.env["TRUCE_DEMO_PASSWORD"] ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/board\?asOf=2020-11-16/);
});

test("each role finds the doors of its role and no others", async ({ browser }) => {
  const viewer = await signIn(browser, "viewer");
  await viewer.goto("/incidents");
  await expect(viewer.getByRole("link", { name: "Log incident" })).toHaveCount(0);
  expect((await viewer.goto("/incidents/new"))?.status()).toBe(404);
  expect((await viewer.goto("/audit"))?.status()).toBe(404);
  const auditor = await signIn(browser, "auditor");
  expect((await auditor.goto("/audit"))?.status()).toBe(200);
  const admin = await signIn(browser, "admin");
  await admin.goto("/incidents/1");
  await expect(admin.getByRole("button", { name: "Retract" })).toHaveCount(0);
});
