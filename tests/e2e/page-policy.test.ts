import { expect, type Page, test } from "@playwright/test";
import { signIn } from "../support/sign-in";

const pages = ["/sign-in", "/verify", "/api/docs", "/board", "/incidents", "/incidents/1", "/map", "/statistics", "/no-such-page", "/agreements"];
/** What the browser says of scripts that it did not run, as it says it. */
function refusalsOf(page: Page): string[] {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) refused.push(message.text());
  });
  return refused;
}

const nonceOf = (policy = ""): string | undefined => /'nonce-([^']+)'/.exec(policy)?.[1];

test("every page runs its own scripts and no others, by a nonce that no two answers share", async ({ browser }) => {
  const page = await signIn(browser, "reviewer");
  const refused = refusalsOf(page);
  const nonces = new Set<string | undefined>();
  for (const path of pages) {
    const policy = (await page.goto(path))?.headers()["content-security-policy"];
    expect(policy, path).not.toMatch(/script-src[^;]*unsafe/);
    nonces.add(nonceOf(policy));
    // What the page came with ran: the theme is set by a script in the page itself.
    await expect(page.locator("html"), path).toHaveClass(/light|dark/);
  }
  expect(nonces.size).toBe(pages.length);
  expect(nonces).not.toContain(undefined);
  expect(refused).toEqual([]);
});

test("a script that got into a page as markup does not run", async ({ browser }) => {
  const page = await signIn(browser, "viewer");
  const refused = refusalsOf(page);
  await page.route("**/board", async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace("</main>", '<script>document.title = "ran"</script><img alt="" src="data:," onerror="document.title = \'ran\'"></main>');
    await route.fulfill({ response: answer, body });
  });
  await page.goto("/board");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page).not.toHaveTitle("ran");
  await expect.poll(() => refused.filter((words) => words.includes("inline")).length).toBeGreaterThanOrEqual(2);
});

test("an answer of the API that is opened in a browser loads and runs nothing", async ({ browser }) => {
  const page = await signIn(browser, "viewer");
  const answer = await page.request.get("/api/v1/board");
  expect(answer.headers()["content-security-policy"]).toMatch(/^default-src 'none'/);
  expect((await page.request.get("/api/v1/no-such-door")).headers()["content-security-policy"]).toMatch(/^default-src 'none'/);
});
