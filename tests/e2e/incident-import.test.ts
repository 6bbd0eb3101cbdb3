import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { signIn } from "../support/sign-in";
import { violations } from "../support/axe";

const header = "external_id,event_date,event_type,title,location_name,latitude,longitude,killed_best";
const file = (mark: string) =>
  [header, `${mark}-1,2024-05-01,CV02,Barn ${mark} damaged,Village one,40.21,46.61,`, `${mark}-2,2024-02-31,CV02,Mill ${mark} damaged,Village two,40.31,46.71,`, `${mark}-3,2024-05-03,CV02,School ${mark} damaged,Village three,40.41,46.81,~5`].join("\n");

/** Drops a file as a hand does: the browser gets it in a DataTransfer. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.goto("/imports");
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    data.items.add(new File([given.text], given.name, { type: "text/csv" }));
    return data;
  }, { name, text });
  const zone = page.locator("[data-drop-zone]");
  await zone.dispatchEvent("dragenter", { dataTransfer: transfer });
  await zone.dispatchEvent("drop", { dataTransfer: transfer });
  await expect(page).toHaveURL(/\/imports\/\d+$/);
  await expect(page.getByRole("heading", { name })).toBeVisible();
}

const counts = (page: Page) => page.getByRole("list", { name: "What becomes of the records" });
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const [name, viewport] of [["on a desk", { width: 1280, height: 900 }], ["on a phone", { width: 390, height: 844 }]] as const) {
  test(`an analyst brings in a file with errors ${name}, mends one in place, writes it, and takes it back`, async ({ browser }) => {
    test.setTimeout(180_000);
    const mark = `J${viewport.width}`;
    const analyst = await signIn(browser, "analyst", { viewport });
    await drop(analyst, `${mark}.csv`, file(mark));
    await expect(counts(analyst).getByRole("link", { name: "1 Rejected" })).toBeVisible();
    await expect(analyst.getByRole("heading", { name: "How the file is read" })).toBeVisible();
    await expect(analyst.getByRole("definition").filter({ hasText: "comma" })).toBeVisible();
    expect(await overflow(analyst)).toBe(0);
    expect(await violations(analyst)).toEqual([]);

    const [download] = await Promise.all([analyst.waitForEvent("download"), analyst.getByRole("link", { name: "Download the error file" }).click()]);
    expect(readFileSync(await download.path(), "utf8")).toContain("2,rejected,event_date,2024-02-31,invalid_date");

    await counts(analyst).getByRole("link", { name: "1 Rejected" }).click();
    await expect(analyst).toHaveURL(/effect=REJECT/);
    await analyst.getByRole("link", { name: "2", exact: true }).click();
    await expect(analyst.getByRole("heading", { name: "Record 2" })).toBeVisible();
    await analyst.getByLabel("event_date").fill("2024-02-29");
    await analyst.getByRole("button", { name: "Read this record again" }).click();
    await expect(analyst.getByText("Record 2 was read again and can be written.")).toBeVisible();
    await expect(counts(analyst).getByRole("link", { name: "2 Create" })).toBeVisible();

    await analyst.getByRole("button", { name: "Accept record 3" }).click();
    await expect(counts(analyst).getByRole("link", { name: "3 Create" })).toBeVisible();
    await analyst.getByRole("button", { name: "Write 3 records" }).click();
    await expect(analyst.getByText("Nothing was left out.")).toBeVisible({ timeout: 30_000 });
    await analyst.getByRole("table", { name: "Records that were written" }).getByRole("link").first().click();
    await expect(analyst.getByRole("heading", { name: `Barn ${mark} damaged` })).toBeVisible();
    await expect(analyst.getByText("Written by an import")).toBeVisible();

    await analyst.goBack();
    const undo = analyst.getByRole("form", { name: "Undo this import" });
    await undo.getByLabel("Reason").fill("It was the wrong file.");
    await undo.getByRole("button").click();
    await expect(analyst.getByText("What it created is seen by nobody any more")).toBeVisible();
    await analyst.goto(`/incidents?q=${mark}`);
    await expect(analyst.getByText(`Barn ${mark} damaged`)).toHaveCount(0);
    expect(await violations(analyst)).toEqual([]);
  });
}

test("a file whose dates can be read in two ways is asked about, by keyboard, and its answer is offered again", async ({ browser }) => {
  test.setTimeout(120_000);
  const analyst = await signIn(browser, "analyst");
  const text = "event_date,event_type,location_name\n03/04/2021,CV02,Village A\n05/06/2021,CV02,Village B\n";
  await drop(analyst, "two-ways.csv", text);
  await expect(analyst.getByRole("heading", { name: "The file leaves a question open" })).toBeVisible();
  expect(await violations(analyst)).toEqual([]);
  const answer = analyst.getByLabel(/^Order of dates/);
  await answer.focus();
  await answer.selectOption("DMY");
  await analyst.getByLabel("Source", { exact: true }).fill("A partner");
  await analyst.getByLabel(/^Keep this way of reading/).check();
  await analyst.getByRole("button", { name: "Read the file like this" }).press("Enter");
  await expect(analyst.getByText("3 April 2021").first()).toBeVisible({ timeout: 30_000 });
  await drop(analyst, "two-ways-again.csv", text);
  await expect(analyst.getByText("A way of reading these columns is saved for A partner")).toBeVisible();
  await analyst.getByRole("button", { name: "Use it" }).click();
  await expect(analyst.getByLabel(/^Order of dates/)).toHaveValue("DMY");
});
