import { expect, test } from "@playwright/test";
import { signIn } from "../support/sign-in";

test("the figures of the server tell of what its doors answered, to this machine without a token", async ({ browser, playwright, baseURL }) => {
  const viewer = await signIn(browser, "viewer");
  const count = async (): Promise<number> => {
    const text = await (await (await playwright.request.newContext({ baseURL: baseURL ?? "" })).get("/metrics")).text();
    expect(text).toContain("truce_database_up 1");
    return Number(/truce_http_requests_total\{operation="countIncidents",status="200"\} (\d+)/.exec(text)?.[1] ?? 0);
  };
  const before = await count();
  expect((await viewer.request.get("/api/v1/incidents/count")).status()).toBe(200);
  expect(await count()).toBe(before + 1);
});

test("behind a proxy they are told to an auditor and to nobody without an account", async ({ browser, playwright, baseURL }) => {
  const headers = { "x-forwarded-for": "203.0.113.9" };
  expect((await (await playwright.request.newContext({ baseURL: baseURL ?? "" })).get("/metrics", { headers })).status()).toBe(401);
  const [viewer, auditor] = await Promise.all([signIn(browser, "viewer"), signIn(browser, "auditor")]);
  expect((await viewer.request.get("/metrics", { headers })).status()).toBe(403);
  expect((await auditor.request.get("/metrics", { headers })).status()).toBe(200);
});
