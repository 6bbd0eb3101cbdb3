import { createHash } from "node:crypto";
import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, it } from "vitest";
import { actorOfRequest } from "@/lib/auth/request";
import { operatorActor } from "@/lib/auth/operator";
import { env } from "@/lib/config/env";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/kernel/actor";
import { createTokenInput } from "@/lib/people/schema";
import { createToken, ensureDemoAccounts } from "@/lib/people/service";

const address = "http://localhost:3000/api/v1/incidents";
const asked = (headers: Record<string, string>, method = "GET") => actorOfRequest(new Request(address, { method, headers }));
const bearing = (token: string) => asked({ authorization: `Bearer ${token}` });
const emailOf = async (actor: Promise<Actor | undefined>) => (await actor)?.email;

async function made(userEmail: string, days = 90, at = new Date()): Promise<string> {
  const operator = await operatorActor();
  if (!operator.ok) throw new Error("there is no operator");
  const result = await createToken(operator.value, createTokenInput.parse({ userEmail, days }), at);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value.token;
}

beforeAll(() => ensureDemoAccounts("demo-password-for-tests"));

describe("a bearer token", () => {
  it("speaks for its user, and only its digest is kept", async () => {
    const token = await made("analyst@demo.invalid");
    expect(token).toMatch(/^tl_[\w-]{43}$/);
    expect(await emailOf(bearing(token))).toBe("analyst@demo.invalid");
    const kept = await db().apiToken.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(kept.tokenHash).toBe(createHash("sha256").update(token).digest("hex"));
    expect(JSON.stringify(kept) + JSON.stringify(await db().auditEntry.findMany({ where: { event: "token.created" }, select: { data: true } }))).not.toContain(token);
  });

  it("ends on its day", async () => {
    const dayMillis = 86_400_000;
    expect(await bearing(await made("analyst@demo.invalid", 1, new Date(Date.now() - dayMillis - 1000)))).toBeUndefined();
    expect(await emailOf(bearing(await made("analyst@demo.invalid", 1, new Date(Date.now() - dayMillis + 60_000))))).toBe("analyst@demo.invalid");
  });

  it("ends when it is revoked, and when its user is disabled", async () => {
    const [revoked, orphaned] = [await made("analyst@demo.invalid"), await made("analyst2@demo.invalid")];
    await db().apiToken.update({ where: { tokenHash: createHash("sha256").update(revoked).digest("hex") }, data: { revokedAt: new Date() } });
    await db().user.update({ where: { email: "analyst2@demo.invalid" }, data: { disabledAt: new Date() } });
    expect([await bearing(revoked), await bearing(orphaned)]).toEqual([undefined, undefined]);
  });

  it("follows a change of role at once", async () => {
    const token = await made("viewer@demo.invalid");
    await db().user.update({ where: { email: "viewer@demo.invalid" }, data: { role: "AUDITOR" } });
    expect((await bearing(token))?.role).toBe("AUDITOR");
    await db().user.update({ where: { email: "viewer@demo.invalid" }, data: { role: "VIEWER" } });
  });

  it.each(["tl_", "tl_AAAA", "", "x y"])("is not %j", async (token) => expect(await bearing(token)).toBeUndefined());

  it("is not made for somebody unknown, disabled, or for a system account", async () => {
    for (const email of ["nobody@demo.invalid", "analyst2@demo.invalid", "operator@system.invalid"]) await expect(made(email)).rejects.toThrow(/unknown_user|disabled_user/);
  });
});

describe("the browser's session at the API", () => {
  let cookie: string;
  beforeAll(async () => {
    const { id } = await db().user.findUniqueOrThrow({ where: { email: "reviewer@demo.invalid" } });
    cookie = `theme=dark; next-auth.session-token=${await encode({ token: { sub: String(id) }, secret: env().NEXTAUTH_SECRET })}`;
  });

  it("reads from anywhere in the browser", async () => expect(await emailOf(asked({ cookie }))).toBe("reviewer@demo.invalid"));

  it.each([
    [{ "sec-fetch-site": "same-origin" }, true],
    [{ origin: "http://localhost:3000", host: "localhost:3000" }, true],
    [{ "sec-fetch-site": "cross-site", origin: "http://localhost:3000", host: "localhost:3000" }, false],
    [{ "sec-fetch-site": "same-site" }, false],
    [{ origin: "https://elsewhere.example", host: "localhost:3000" }, false],
    [{ origin: "null", host: "localhost:3000" }, false],
    [{}, false],
  ] as const)("writes with %j: %s", async (headers, isAllowed) => {
    expect((await asked({ cookie, ...headers }, "POST")) !== undefined).toBe(isAllowed);
  });

  it("doesn't rescue a bad token", async () => expect(await asked({ cookie, authorization: "Bearer tl_wrong" })).toBeUndefined());

  it("ends at once for a disabled account", async () => {
    await db().user.update({ where: { email: "reviewer@demo.invalid" }, data: { disabledAt: new Date() } });
    expect(await asked({ cookie })).toBeUndefined();
  });
});
