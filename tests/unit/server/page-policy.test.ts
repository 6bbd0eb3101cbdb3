import { describe, expect, it, vi } from "vitest";

async function policyWith(settings: Record<string, string>) {
  vi.resetModules();
  const required = { DATABASE_URL: "postgresql://x", NEXTAUTH_SECRET: "0123456789abcdef" };
  for (const [name, value] of Object.entries({ ...required, ...settings })) vi.stubEnv(name, value);
  const loaded = await import("@/lib/server/page-policy");
  const answer = { policy: loaded.pagePolicy("n-1"), transport: loaded.transportHeaders() };
  vi.unstubAllEnvs();
  return answer;
}

describe("the policy of a page", () => {
  it("lets scripts with this answer's nonce run, and none that stands in the page or is evaluated", async () => {
    const { policy } = await policyWith({ NODE_ENV: "production" });
    const scripts = policy.split("; ").find((part) => part.startsWith("script-src "));
    expect(scripts).toBe("script-src 'self' 'nonce-n-1' 'strict-dynamic'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it("lets code be evaluated in development only, whose server needs it", async () => {
    expect((await policyWith({ NODE_ENV: "development" })).policy).toContain("'unsafe-eval'");
    expect((await policyWith({ NODE_ENV: "production" })).policy).not.toContain("'unsafe-eval'");
  });

  it("holds browsers to https where people come by it, and nowhere else", async () => {
    expect((await policyWith({ NEXTAUTH_URL: "https://ledger.example.org" })).transport).toEqual({ "strict-transport-security": "max-age=63072000; includeSubDomains" });
    expect((await policyWith({ NEXTAUTH_URL: "http://localhost:3000" })).transport).toEqual({});
  });
});
