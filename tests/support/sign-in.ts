import type { Browser, BrowserContextOptions, Page } from "@playwright/test";

/** A page signed in as a demo account, through next-auth's own credentials door rather than by clicking. */
export async function signIn(browser: Browser, account: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const { csrfToken } = (await (await context.request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const answer = await context.request.post("/api/auth/callback/credentials", {
    form: { csrfToken, email: `${account}@demo.invalid`, password: process.env["TRUCE_DEMO_PASSWORD"] ?? "", json: "true" },
  });
  if (!answer.ok()) throw new Error(`sign-in as ${account} was refused: ${answer.status()}`);
  return context.newPage();
}
