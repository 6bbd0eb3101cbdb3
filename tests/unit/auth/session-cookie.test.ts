import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, it } from "vitest";
import { sessionSeconds, userIdOfCookie } from "@/lib/auth/session-cookie";

const secret = "unit-tests-sign-with-this-secret";
const seal = (sub: string | undefined, options: { maxAge?: number; secret?: string } = {}) => encode({ token: sub === undefined ? {} : { sub }, secret, ...options });

describe("a session cookie", () => {
  beforeAll(() => {
    // The environment is read once, on first use; nothing in this file uses it earlier.
    Object.assign(process.env, { DATABASE_URL: "postgresql://nobody@localhost/none", NEXTAUTH_SECRET: secret });
  });

  it("names the user it was sealed for", async () => expect(await userIdOfCookie(await seal("42"))).toBe(42));

  it("says nothing when it is missing, garbled, expired, or sealed with another secret", async () => {
    const [sealed, expired, foreign] = await Promise.all([seal("42"), seal("42", { maxAge: -60 }), seal("42", { secret: "somebody-else-signs-with-this-one" })]);
    for (const cookie of [undefined, "", "nonsense", `${sealed.slice(0, -4)}AAAA`, expired, foreign]) expect(await userIdOfCookie(cookie)).toBeUndefined();
  });

  it.each([undefined, "0", "-1", "1.5", "NaN", "1e400", "admin"])("refuses %j as a user", async (sub) => expect(await userIdOfCookie(await seal(sub))).toBeUndefined());

  it("lasts a working day", () => expect(sessionSeconds).toBe(8 * 3600));
});
