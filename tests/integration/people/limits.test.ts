import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { signInLimit } from "@/lib/people/domain";
import { ensureDemoAccounts, ensureSystemUsers, verifyPassword } from "@/lib/people/service";
import { countTry } from "@/lib/rate-limits/service";

const now = new Date("2026-11-24T12:00:00Z");
const password = "demo-password-for-tests";
const tried = (email: string, attempt: string) => verifyPassword({ email, password: attempt }, now);
const tooMany = { ok: false, refusal: { kind: "too-many", retryAfter: expect.any(Number) as number } };

beforeAll(async () => {
  await ensureSystemUsers();
  await ensureDemoAccounts(password);
});
beforeEach(() => db().rateLimit.deleteMany());

describe("guessing a password", () => {
  it.each(["reviewer@demo.invalid", "nobody@demo.invalid"])("ends after ten tries for %s, whether or not it has an account, and the right one is no way round", async (email) => {
    for (let at = 0; at < signInLimit.tries; at++) expect(await tried(email, "not-the-password")).toEqual({ ok: false, refusal: { kind: "unauthenticated" } });
    const refused = await tried(email, password);
    expect(refused).toMatchObject(tooMany);
    const seconds = !refused.ok && refused.refusal.kind === "too-many" ? refused.refusal.retryAfter : 0;
    expect(seconds).toBeGreaterThan(signInLimit.seconds - 120);
    expect(seconds).toBeLessThanOrEqual(signInLimit.seconds);
    expect(await tried("analyst@demo.invalid", password)).toMatchObject({ ok: true });
  });

  it("is forgotten with the right password, and when its time is over", async () => {
    for (let at = 1; at < signInLimit.tries; at++) await tried("reviewer@demo.invalid", "not-the-password");
    expect(await tried("reviewer@demo.invalid", password)).toMatchObject({ ok: true });
    expect(await db().rateLimit.count()).toBe(0);
    for (let at = 0; at < signInLimit.tries; at++) await tried("reviewer@demo.invalid", "not-the-password");
    await db().$executeRaw`UPDATE rate_limit SET expire = expire - ${signInLimit.seconds * 1000}`;
    expect(await tried("reviewer@demo.invalid", password)).toMatchObject({ ok: true });
  });

  it("is counted by the database, so that many at once and many processes have no more tries together", async () => {
    const outcomes = await Promise.all(Array.from({ length: 3 * signInLimit.tries }, () => countTry(signInLimit, "somebody")));
    expect(outcomes.filter((seconds) => seconds === undefined)).toHaveLength(signInLimit.tries);
  });

  it("keeps no address", async () => {
    await tried("reviewer@demo.invalid", "not-the-password");
    expect(JSON.stringify((await db().rateLimit.findMany()).map(({ key }) => key))).not.toContain("reviewer");
  });
});

describe("the last administrator", () => {
  const add = async (email: string) => db().user.create({ data: { email, name: email, role: "ADMIN", teamId: (await db().team.findFirstOrThrow()).id } });

  it("is neither shut out nor demoted nor removed, whoever asks the database; one of two is", async () => {
    const [one, two] = [await add("one@example.org"), await add("two@example.org")];
    await db().user.update({ where: { id: two.id }, data: { disabledAt: now } });
    for (const statement of ["UPDATE app_user SET disabled_at = now()", "UPDATE app_user SET role = 'VIEWER'", "UPDATE app_user SET is_system = true", "DELETE FROM app_user"]) {
      await expect(db().$executeRawUnsafe(`${statement} WHERE id = ${one.id}`)).rejects.toThrow("the last administrator stays");
    }
    await db().user.update({ where: { id: two.id }, data: { disabledAt: null } });
    await db().user.update({ where: { id: one.id }, data: { role: "VIEWER" } });
    await expect(db().user.update({ where: { id: two.id }, data: { role: "VIEWER" } })).rejects.toThrow("the last administrator stays");
  });

  it("stays where two shut each other out at once", async () => {
    await add("three@example.org");
    const others = await db().user.findMany({ where: { role: "ADMIN", disabledAt: null, isDemo: false, isSystem: false }, select: { id: true } });
    expect(others).toHaveLength(2);
    const outcomes = await Promise.allSettled(others.map(({ id }) => db().user.update({ where: { id }, data: { disabledAt: now } })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is none of the demonstration, which may end", async () => {
    await expect(db().user.updateMany({ where: { isDemo: true }, data: { disabledAt: now } })).resolves.toMatchObject({ count: expect.any(Number) as number });
  });
});
