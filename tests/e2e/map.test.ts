import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { signIn } from "../support/sign-in";

const map = (page: Page) => page.getByRole("group", { name: /^Map of the region: \d+ records/ });
const marks = (page: Page) => page.getByRole("group", { name: "Marks of the map" }).getByRole("link");
const selected = (page: Page) => page.getByRole("main").getByText(/^\d+ records? selected$/);
const countIn = async (page: Page, words: RegExp): Promise<number> => Number(words.exec((await page.getByRole("main").textContent()) ?? "")?.[1]?.replaceAll(",", ""));
const scale = (page: Page) => map(page).evaluate((element) => Number(/scale\(([\d.]+)\)/.exec(element.firstElementChild?.getAttribute("transform") ?? "")?.[1]));

test("by mouse: a mark is selected, more are added, a box is drawn, and list and file hold what the map said", async ({ browser }) => {
  const page = await signIn(browser, "viewer");
  await page.goto("/map");
  await expect(map(page)).toBeVisible();
  const mark = page.getByRole("link", { name: /^(\d+) records?, .*known by this district only$/ }).first();
  const count = Number(/^(\d+)/.exec((await mark.getAttribute("aria-label")) ?? "")?.[1]);
  await mark.click();
  await expect(page).toHaveURL(/cell=u-/);
  await expect(selected(page)).toHaveText(new RegExp(`^${count} record`));
  await page.getByRole("link", { name: "List", exact: true }).last().click();
  await expect(page).toHaveURL(/\/incidents\?cell=u-/);
  await expect(page.getByRole("heading", { name: new RegExp(`^${count} incident`) })).toBeVisible();
  await page.getByRole("link", { name: "Map", exact: true }).last().click();
  await expect(page).toHaveURL(/\/map\?cell=u-/);
  await expect(selected(page)).toHaveText(new RegExp(`^${count} record`));

  await page.getByRole("button", { name: "Select by box" }).click();
  const box = (await map(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + 4, box.y + 4);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 4, box.y + box.height - 4, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/bbox=/);
  await expect(selected(page)).toBeVisible();
  const inBox = await countIn(page, /(\d[\d,]*) records? selected/);
  expect(inBox).toBeGreaterThan(count);
  await page.getByRole("main").getByRole("link", { name: "Export", exact: true }).last().click();
  await expect(page).toHaveURL(/\/exports\/new\?.*bbox=/);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download CSV", exact: true }).click()]);
  expect(parse(readFileSync(await download.path()), { columns: true }) as unknown[]).toHaveLength(inBox);
  await page.goBack();
  await page.getByRole("link", { name: "Clear" }).click();
  await expect(page).toHaveURL(/\/map$/);
});

test("by keyboard alone: the map is moved and magnified, arrows lead from mark to mark, Enter selects and Space adds", async ({ browser }) => {
  const page = await signIn(browser, "viewer");
  await page.goto("/map");
  await map(page).focus();
  await expect.poll(async () => {
    await page.keyboard.press("+");
    return scale(page);
  }).toBeGreaterThan(1.5);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("0");
  await expect.poll(() => scale(page)).toBe(1);
  await page.keyboard.press("Tab");
  await expect(marks(page).first()).toBeFocused();
  const first = await page.evaluate(() => document.activeElement?.getAttribute("data-cell"));
  const leads = async (): Promise<boolean> => {
    for (const key of ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"]) {
      await page.keyboard.press(key);
      if ((await page.evaluate(() => document.activeElement?.getAttribute("data-cell"))) !== first) return true;
    }
    return false;
  };
  expect(await leads()).toBe(true);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/cell=/);
  await expect(selected(page)).toBeVisible();
  const one = await countIn(page, /(\d[\d,]*) records? selected/);
  await page.locator(`[data-cell="${first}"]`).focus();
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/cell=.*cell=/);
  await expect.poll(() => countIn(page, /(\d[\d,]*) records? selected/)).toBeGreaterThan(one);
});

test("months are stepped and played, the address and the zones follow, and what no map shows is one click away", async ({ browser }) => {
  const page = await signIn(browser, "viewer");
  await page.goto("/map");
  const slider = page.getByRole("slider", { name: "Month of the map" });
  await slider.focus();
  await page.keyboard.press("Home");
  await expect(page).toHaveURL(/from=2020-\d\d-01&to=2020-/);
  await page.goto("/map?from=2020-11-01&to=2020-11-30");
  await expect(slider).toHaveAttribute("aria-valuetext", "November 2020");
  await page.getByText("Zones of duties (4)").click();
  await expect(page.getByRole("table", { name: "Zones of duties on the map" })).toContainText("20 November 2020");
  await page.getByRole("button", { name: "Play" }).click();
  await expect(slider).toHaveAttribute("aria-valuetext", "January 2021", { timeout: 15_000 });
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page).toHaveURL(/from=202[01]-\d\d-01/);
  await page.getByRole("button", { name: "All days" }).click();
  await expect(page).toHaveURL(/\/map$/);

  const [shown, notShown] = [await countIn(page, /(\d[\d,]*) on the map/), await countIn(page, /(\d[\d,]*) not shown on the map/)];
  expect(await countIn(page, /(\d[\d,]*) records: \d/)).toBe(shown + notShown);
  await page.getByRole("link", { name: /not shown on the map/ }).click();
  await expect(page).toHaveURL(/\/incidents\?map=notShown/);
  await expect(page.getByRole("heading", { name: new RegExp(`^${notShown} incidents`) })).toBeVisible();
});

test("without script the first picture is whole: its marks are links, its table is there, and nothing dead is shown", async ({ browser }) => {
  const page = await signIn(browser, "viewer", { javaScriptEnabled: false });
  await page.goto("/map");
  await expect(map(page)).toBeVisible();
  await expect(page.getByRole("slider")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Zoom in" })).toHaveCount(0);
  const mark = marks(page).first();
  await mark.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/cell=/);
  await expect(selected(page)).toBeVisible();
  await page.getByText("The same as a table").click();
  await expect(page.getByRole("table", { name: /^Marks of the map/ })).toContainText("All records of the filters");
});
