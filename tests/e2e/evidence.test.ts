import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import sharp from "sharp";
import { aPhotograph, aProgram, carriedBy } from "../support/evidence-files";
import { signIn } from "../support/sign-in";
import { violations } from "../support/axe";

const title = "Farm damaged near Taghavard";
const evidence = (page: Page) => page.locator("#evidence");
const incident = { type: "CV02", title, occurred: { start: "2021-05-03" }, place: {}, claims: [{ stance: "ALLEGED_BY", speaker: "RU_MOD" }] };

/** Logs a record through the API with the page's own session. */
async function logged(page: Page): Promise<string> {
  await page.goto("/board");
  const { origin } = new URL(page.url());
  const answer = await page.request.post("/api/v1/incidents", { headers: { origin }, data: incident });
  expect(answer.status()).toBe(201);
  return `/incidents/${((await answer.json()) as { id: number }).id}`;
}

/** Drops files on the page as a hand does: the browser gets them in a DataTransfer. */
async function drop(page: Page, files: { name: string; type: string; bytes: Buffer }[]): Promise<void> {
  const sent = files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString("base64") }));
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const { name, type, base64 } of given) data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type }));
    return data;
  }, sent);
  const zone = page.locator("[data-drop-zone]");
  await zone.dispatchEvent("dragenter", { dataTransfer: transfer });
  await zone.dispatchEvent("dragover", { dataTransfer: transfer });
  await zone.dispatchEvent("drop", { dataTransfer: transfer });
}

async function take(page: Page, [command, confirm]: readonly [command: string, confirm: string]): Promise<void> {
  await page.getByRole("button", { name: command, exact: true }).click();
  const form = page.getByRole("form", { name: command });
  await form.getByRole("button", { name: confirm, exact: true }).click();
  await expect(form).toBeHidden();
}

test("an analyst drops a photograph with a place in it; the public sees a copy without it, veiled until asked for", async ({ browser }) => {
  test.setTimeout(240_000);
  const analyst = await signIn(browser, "analyst");
  const address = await logged(analyst);
  await analyst.goto(address);
  await expect(evidence(analyst)).toContainText("No file is on record yet.");

  const photograph = await aPhotograph({ width: 1200, height: 800 });
  expect((await carriedBy(photograph)).gps).toEqual([40, 3, 36]);
  await analyst.getByLabel("Who may see them").selectOption("S0_PUBLIC");
  await analyst.getByLabel("They show death or injury").check();
  await drop(analyst, [
    { name: "IMG_secret-name.jpg", type: "image/jpeg", bytes: photograph },
    { name: "program.jpg", type: "image/jpeg", bytes: aProgram() },
  ]);
  const onTheWay = analyst.getByRole("list", { name: "Files on their way" });
  await expect(onTheWay.getByRole("listitem").filter({ hasText: "IMG_secret-name.jpg" })).toContainText("Added");
  await expect(onTheWay.getByRole("listitem").filter({ hasText: "program.jpg" })).toContainText("by its content, whatever its name says");
  await expect(evidence(analyst).getByRole("heading", { name: "IMG_secret-name.jpg" })).toBeVisible();
  await drop(analyst, [{ name: "again.jpg", type: "image/jpeg", bytes: photograph }]);
  await expect(onTheWay.getByRole("listitem").filter({ hasText: "again.jpg" })).toContainText("Already on this record; not added again");

  await analyst.getByLabel("Who may see them").selectOption("S3_SOURCE_PROTECTED");
  await analyst.locator("input[type=file]").setInputFiles([{ name: "hidden-from-others.txt", mimeType: "text/plain", buffer: Buffer.from("words of a witness") }]);
  await expect(evidence(analyst).getByRole("heading", { name: "hidden-from-others.txt" })).toBeVisible();

  await analyst.reload();
  await evidence(analyst).getByText("Custody (4 steps)").first().click();
  await expect(evidence(analyst)).toContainText("Received by");
  await evidence(analyst).getByText("Describe", { exact: true }).first().click();
  const description = analyst.getByRole("form", { name: "Describe IMG_secret-name.jpg" });
  await description.getByLabel("Captured at, in UTC").fill("2021-05-03T08:15:00");
  await description.getByRole("button", { name: "Save the description" }).click();
  await expect(description.getByText("Say how exactly the time is known.")).toBeVisible();
  await description.getByLabel("How exactly that is known").selectOption("T1_MINUTE");
  await description.getByRole("button", { name: "Save the description" }).click();
  await expect(evidence(analyst)).toContainText("3 May 2021, 08:15 UTC · to the minute");
  expect(await violations(analyst)).toEqual([]);

  const [download] = await Promise.all([analyst.waitForEvent("download"), evidence(analyst).getByRole("link", { name: "Download the original of IMG_secret-name.jpg" }).click()]);
  expect(readFileSync(await download.path()).equals(photograph)).toBe(true);
  expect(download.suggestedFilename()).toBe("IMG_secret-name.jpg");

  const [reviewer, second] = [await signIn(browser, "reviewer"), await signIn(browser, "reviewer2")];
  await take(analyst, ["Submit for review", "Submit"]);
  await reviewer.goto(address);
  await take(reviewer, ["Take it for review", "Take it"]);
  await take(reviewer, ["Approve", "Approve"]);
  await second.goto(address);
  await take(second, ["Publish", "Publish"]);
  await expect(evidence(second)).toContainText("Further evidence goes into its correction");

  const viewer = await signIn(browser, "viewer");
  await viewer.goto(address);
  await expect(evidence(viewer)).not.toContainText("secret-name");
  await expect(evidence(viewer)).not.toContainText("hidden-from-others");
  await expect(evidence(viewer).getByRole("link", { name: /Download the original/ })).toHaveCount(0);
  await expect(evidence(viewer).getByText("Graphic content", { exact: true })).toBeVisible();
  const show = evidence(viewer).getByRole("button", { name: /^Show the picture/ });
  await show.focus();
  await viewer.keyboard.press("Enter");
  await expect(evidence(viewer).getByText("Graphic content", { exact: true })).toBeHidden();
  await expect(evidence(viewer).getByRole("button", { name: /^Veil it again/ })).toBeFocused();
  await viewer.keyboard.press("Space");
  await expect(evidence(viewer).getByText("Graphic content", { exact: true })).toBeVisible();
  await viewer.getByLabel("Show graphic pictures without asking").check();
  await viewer.reload();
  await expect(evidence(viewer).getByRole("link", { name: /opens in a new tab/ })).toBeVisible();
  expect(await violations(viewer)).toEqual([]);

  const copyAddress = (await evidence(viewer).getByRole("link", { name: /^Open the copy without metadata/ }).getAttribute("href")) ?? "";
  const copy = await viewer.request.get(copyAddress);
  expect(copy.headers()).toMatchObject({ "content-type": "image/jpeg", "x-content-type-options": "nosniff" });
  expect(copy.headers()["content-security-policy"]).toContain("sandbox");
  const bytes = await copy.body();
  expect(await carriedBy(bytes)).toMatchObject({ gps: undefined, make: undefined, hasBlocks: false, width: 800, height: 1200 });
  expect((await sharp(bytes).metadata()).format).toBe("jpeg");
  expect((await viewer.request.get(`${copyAddress}/original`)).status()).toBe(403);
  // The pages keep their own policy beside that of the files.
  expect((await viewer.request.get(address)).headers()["content-security-policy"]).toContain("script-src 'self'");
});
