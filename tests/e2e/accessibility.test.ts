import { expect, test } from "@playwright/test";
import { signIn } from "../support/sign-in";
import { violations } from "../support/axe";

const pages = [
  "/board",
  "/board?asOf=2022-12-20",
  "/board?asOf=2023-01-15&knownAt=2023-01-20",
  "/board/changes?clock=knowledge&asOf=2023-01-15&from=2023-01-20",
  "/board/history",
  "/board/timeline",
  "/obligations/NK2020-6g",
  "/obligations/NK2020-3d",
  "/obligations/NK2020-4c",
  "/incidents",
  "/map",
  "/statistics",
  "/statistics?from=2022-01-01&to=2022-12-31&type=CH04",
  "/map?from=2020-11-01&to=2020-11-30&cell=u-AZE-1682",
  "/incidents/5",
  "/incidents/5/history?from=1&to=4",
  "/incidents/new",
  "/review",
  "/agreements",
  "/agreements/AGR-2020-11-10",
  "/sources",
  "/methods",
  "/agreements/AGR-2020-11-10/clauses/2",
  "/agreements/compare",
  "/agreements/import",
  "/methods/changes",
  "/decisions",
  "/duplicates",
  "/corrections",
  "/incidents?q=shusha",
  "/imports",
  "/exports",
  "/exports/new",
  "/exports/dictionary",
  "/reports",
  "/reports/new",
  "/verify",
  "/no-such-page",
];

for (const colorScheme of ["light", "dark"] as const) {
  test(`every page is free of axe violations and fits 360 px (${colorScheme})`, async ({ browser }) => {
    test.setTimeout(180_000);
    const page = await signIn(browser, "reviewer", { colorScheme, viewport: { width: 360, height: 800 } });
    for (const address of pages) {
      await page.goto(address, { waitUntil: "load" });
      expect(await violations(page), address).toEqual([]);
      const width = await page.evaluate("document.documentElement.scrollWidth");
      expect(width, `${address} scrolls sideways`).toBeLessThanOrEqual(360);
    }
  });
}

test("the board is worked by keyboard alone: skip link, day field, a duty's page", async ({ browser }) => {
  const page = await signIn(browser, "viewer");
  await page.goto("/board");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: /skip/i })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByLabel("Day of the world").focus();
  await page.keyboard.type("2020-11-26");
  await page.getByRole("button", { name: "Show" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/asOf=/);
  await page.getByRole("link", { name: "Return of Kalbajar district", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/obligations\/NK2020-6a/);
});
