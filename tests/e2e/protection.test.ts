import { type APIRequestContext, type Browser, expect, type Page, test } from "@playwright/test";
import { signIn } from "../support/sign-in";

type Written = { id: number; version: number };
const secret = { narrative: "A nurse told of it at the gate.", quote: "I carried them in.", title: "Fire near the clinic" };

/** Sends as the page's account would, from our own pages. */
async function post(page: Page, path: string, body: unknown): Promise<Written> {
  const { origin } = new URL(page.url());
  const request: APIRequestContext = page.context().request;
  const answer = await request.post(`/api/v1${path}`, { data: body, headers: { origin } });
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
  return (await answer.json()) as Written;
}

async function as(browser: Browser, account: string): Promise<Page> {
  const page = await signIn(browser, account);
  await page.goto("/board");
  return page;
}

type Staff = { analyst: Page; reviewer: Page; reviewer2: Page };
async function published({ analyst, reviewer, reviewer2 }: Staff, input: Record<string, unknown>): Promise<number> {
  const { id } = await post(analyst, "/incidents", { type: "CH04", occurred: { start: "2022-03-25" }, claims: [{ stance: "ALLEGED_BY", speaker: "RU_MOD", quote: secret.quote }], ...input });
  for (const [page, command] of [[analyst, "submit"], [reviewer, "claim"], [reviewer, "approve"], [reviewer2, "publish"]] as const) await post(page, `/incidents/${id}/transitions`, { command });
  return id;
}

test("a reader sees what is withheld and why, an area in the place of a place, and the notice of what was retracted", async ({ browser }) => {
  test.setTimeout(180_000);
  const staff: Staff = { analyst: await as(browser, "analyst"), reviewer: await as(browser, "reviewer"), reviewer2: await as(browser, "reviewer2") };
  const place = { name: "Okapi hamlet", unit: "AZE-1739", lat: 40.0611, lon: 46.7311, precision: "L1_EXACT" };
  const restricted = await published(staff, { title: secret.title, narrative: secret.narrative, place, protectedFields: { narrative: "S3_SOURCE_PROTECTED", place: "S2_RESTRICTED", quotes: "S1_INTERNAL" } });
  const withdrawn = await published(staff, { title: "A report that did not stand", narrative: "Open.", place: {} });
  for (const page of [staff.reviewer, staff.reviewer2]) await post(page, `/incidents/${withdrawn}/transitions`, { command: "retract", reason: "The bulletin was taken back." });

  await test.step("the form marks a field beside it, and the record says so", async () => {
    await staff.analyst.goto("/incidents/new");
    await staff.analyst.getByLabel("Type of incident").selectOption("CH04");
    await staff.analyst.getByLabel("Title").fill("Marked in the form");
    await staff.analyst.getByLabel(/^Day/).fill("2022-03-25");
    await staff.analyst.getByLabel("Place", { exact: true }).fill("Farrukh");
    await staff.analyst.getByRole("group", { name: "Claim 1", exact: true }).getByLabel("Speaker").selectOption("RU_MOD");
    await staff.analyst.getByLabel("What the sources report").fill("Words of a witness.");
    await staff.analyst.getByLabel("Protect the narrative").selectOption("S3_SOURCE_PROTECTED");
    await staff.analyst.getByRole("button", { name: "Save draft" }).click();
    await expect(staff.analyst).toHaveURL(/\/incidents\/\d+/);
    await expect(staff.analyst.getByText("Narrative (source protected)")).toBeVisible();
  });

  const viewer = await as(browser, "viewer");
  await test.step("the page of a protected record", async () => {
    await viewer.goto(`/incidents/${restricted}`);
    await expect(viewer.getByRole("heading", { level: 1 })).toHaveText(secret.title);
    const notice = viewer.getByText("Parts of this record are withheld from you").locator("..");
    await expect(notice).toContainText("The narrative: to protect a source");
    await expect(notice).toContainText("The exact place and its name: for the team that keeps the record, reviewers and auditors");
    await expect(notice).toContainText("The quotes and where they stand in their sources: for the staff only");
    await expect(viewer.getByText(/Somewhere within 25 km of .* which is not the place/)).toBeVisible();
    await expect(viewer.getByRole("img", { name: /an area of 25 km around/ })).toBeVisible();
    // The whole of the page that was sent, with what React reads of it.
    for (const words of [secret.narrative, secret.quote, "Okapi hamlet", "40.0611", "46.7311"]) expect(await viewer.content()).not.toContain(words);
  });

  await test.step("every other page of it, for each role", async () => {
    const addresses = [`/incidents/${restricted}`, `/incidents/${restricted}/history`, `/incidents/${restricted}/correction`, "/incidents", "/incidents?q=nurse", "/corrections", "/duplicates", "/board", "/audit"];
    const blind: Record<string, string[]> = { viewer: [secret.narrative, secret.quote, "40.0611"], admin: [secret.narrative, "40.0611"], analyst2: [secret.narrative, "40.0611"] };
    for (const [account, words] of Object.entries(blind)) {
      const page = await as(browser, account);
      for (const address of addresses) {
        const sent = await (await page.context().request.get(address)).text();
        for (const word of words) expect(sent.includes(word), `${account} ${address} ${word}`).toBe(false);
      }
    }
    await staff.reviewer.goto(`/incidents/${restricted}`);
    await expect(staff.reviewer.getByText(secret.narrative)).toBeVisible();
    await expect(staff.reviewer.getByText("Source protected").first()).toBeVisible();
  });

  await test.step("a retracted record answers with its notice: page, API and feed", async () => {
    await viewer.goto(`/incidents/${withdrawn}`);
    const notice = viewer.getByText("This record was retracted and no longer counts").locator("..");
    await expect(notice).toContainText("Reason: The bulletin was taken back.");
    await expect(notice).toContainText(/On .*20\d\d/);
    const answer = await viewer.context().request.get(`/api/v1/incidents/${withdrawn}`);
    expect([answer.status(), ((await answer.json()) as { notice: unknown }).notice]).toMatchObject([200, { reason: "The bulletin was taken back.", replacedBy: null }]);

    await viewer.goto("/incidents");
    await expect(viewer.locator('link[rel="alternate"][type="application/atom+xml"]')).toHaveAttribute("href", "/api/v1/feeds/incidents.atom");
    // The browser's own parser: a feed that is not well-formed is none.
    const entries = await viewer.evaluate(async () => {
      const text = await (await fetch("/api/v1/feeds/incidents.atom?limit=500")).text();
      const document = new DOMParser().parseFromString(text, "application/xml");
      return [...document.querySelectorAll("parsererror, entry")].map((entry) => `${entry.nodeName} ${entry.querySelector("id")?.textContent} ${entry.querySelector("title")?.textContent} ${entry.querySelector("content")?.textContent}`);
    });
    expect(entries.filter((entry) => !entry.startsWith("entry "))).toEqual([]);
    expect(entries.find((entry) => entry.includes(`incident:${withdrawn} `))).toContain("Retracted: A report that did not stand");
    expect(entries.find((entry) => entry.includes(`incident:${withdrawn} `))).toContain("The bulletin was taken back.");
    expect(entries.join("\n")).not.toContain(secret.narrative);
  });
});
