import { expect, test } from "@playwright/test";
import { signIn } from "../support/sign-in";

test("a reader contradicts a public record, a reviewer decides, and both stand beside the record", async ({ browser }) => {
  const viewer = await signIn(browser, "viewer");
  await viewer.goto("/incidents/1");
  await viewer.getByRole("link", { name: "Ask for a correction or reply" }).click();
  await viewer.getByRole("button", { name: "File it" }).click();
  await expect(viewer.getByLabel("What is wrong, or what do you reply?")).toHaveAttribute("aria-invalid", "true");
  await viewer.getByLabel("Why").selectOption("MISATTRIBUTION");
  await viewer.getByLabel("What is wrong, or what do you reply?").fill("The bulletin that is cited names no side.");
  await viewer.getByRole("button", { name: "File it" }).click();
  await expect(viewer.getByRole("heading", { level: 1 })).toHaveText(/^CR-\d{6}$/);
  const address = new URL(viewer.url()).pathname;

  const reviewer = await signIn(browser, "reviewer");
  await reviewer.goto("/corrections");
  await expect(reviewer.getByText("30 days left").first()).toBeVisible();
  await reviewer.goto(address);
  await reviewer.getByLabel("Decision").selectOption("DECLINED");
  await reviewer.getByLabel("Reason").fill("The sentence gives the bulletin as its speaker and nobody as accused.");
  await reviewer.getByRole("button", { name: "Decide" }).click();
  await expect(reviewer.getByRole("main").getByText("Declined", { exact: true })).toBeVisible();

  await viewer.goto("/incidents/1");
  const card = viewer.getByRole("main");
  await expect(card).toContainText("The bulletin that is cited names no side.");
  await expect(card).toContainText("The sentence gives the bulletin as its speaker");
});
