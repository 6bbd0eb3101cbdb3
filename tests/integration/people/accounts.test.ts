import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { actorOf, type Actor, type Role } from "@/lib/kernel/actor";
import { demoAccounts, systemAccounts } from "@/lib/people/domain";
import { addUserInput } from "@/lib/people/schema";
import { addUser, disableDemoAccounts, ensureDemoAccounts, ensureSystemUsers, verifyPassword } from "@/lib/people/service";

const now = new Date("2026-11-24T12:00:00Z");
const actorAs = async (role: Role): Promise<Actor> => {
  const { id, name, email, teamId } = await db().user.findFirstOrThrow({ where: { role, isDemo: true } });
  return actorOf({ userId: id, name, email, role, teamId });
};
const demoRows = () => db().user.findMany({ where: { isDemo: true }, orderBy: { id: "asc" } });

describe("accounts that the product makes", () => {
  beforeAll(async () => {
    await ensureSystemUsers();
    await ensureDemoAccounts("demo-password-for-tests");
  });

  it("are made once: a second start changes nothing, not even a hash", async () => {
    const [before, people, teams] = [await demoRows(), await db().user.count(), await db().team.count()];
    expect((await ensureDemoAccounts("demo-password-for-tests")).ok).toBe(true);
    expect((await ensureSystemUsers()).ok).toBe(true);
    expect(await demoRows()).toEqual(before);
    expect([await db().user.count(), await db().team.count()]).toEqual([people, teams]);
    expect(before.map(({ email }) => email)).toEqual(demoAccounts.map(({ email }) => email));
  });

  it("may be made by two starts at once", async () => {
    const results = await Promise.all([ensureDemoAccounts("demo-password-for-tests"), ensureDemoAccounts("demo-password-for-tests"), ensureSystemUsers()]);
    expect(results.filter(({ ok }) => !ok).every((result) => !result.ok && result.refusal.kind === "conflict")).toBe(true);
    expect(await db().user.count({ where: { isDemo: true } })).toBe(demoAccounts.length);
  });

  it("take a new demonstration password and drop the old one", async () => {
    await ensureDemoAccounts("another-password");
    expect((await verifyPassword({ email: "viewer@demo.invalid", password: "another-password" }, now)).ok).toBe(true);
    expect((await verifyPassword({ email: "viewer@demo.invalid", password: "demo-password-for-tests" }, now)).ok).toBe(false);
    await ensureDemoAccounts("demo-password-for-tests");
  });

  it("are shut when the demonstration ends, and open again when it returns", async () => {
    expect(await disableDemoAccounts(now)).toEqual({ ok: true, value: { disabled: demoAccounts.length } });
    expect(await disableDemoAccounts(now)).toEqual({ ok: true, value: { disabled: 0 } });
    const credentials = { email: "admin@demo.invalid", password: "demo-password-for-tests" };
    expect((await verifyPassword(credentials, now)).ok).toBe(false);
    await ensureDemoAccounts("demo-password-for-tests");
    expect((await verifyPassword(credentials, now)).ok).toBe(true);
  });

  it("include system accounts that the database itself keeps from having a password", async () => {
    const made = await ensureSystemUsers();
    expect(made.ok && [...made.value.keys()]).toEqual(systemAccounts.map(({ email }) => email));
    await expect(db().user.update({ where: { email: "operator@system.invalid" }, data: { passwordHash: "x" } })).rejects.toThrow("app_user_system_has_no_password");
  });
});

describe("adding an account", () => {
  const newcomer = (email: string) => addUserInput.parse({ email, role: "ANALYST", team: "Team West", password: "a-long-enough-password" });

  it("is an administrator's act, recorded together with the account", async () => {
    const admin = await actorAs("ADMIN");
    const added = await addUser(admin, newcomer("First.Person@Example.org"), now);
    expect(added).toMatchObject({ ok: true, value: { email: "first.person@example.org" } });
    const entry = await db().auditEntry.findFirst({ where: { event: "user.added" }, orderBy: { id: "desc" } });
    expect(entry).toMatchObject({ actorId: admin.userId, subjectId: String(added.ok && added.value.id), data: { email: "first.person@example.org", role: "ANALYST" } });
    expect((await verifyPassword({ email: "first.person@example.org", password: "a-long-enough-password" }, now)).ok).toBe(true);
  });

  it.each(["VIEWER", "ANALYST", "REVIEWER", "AUDITOR"] as const)("is refused to a %s, and leaves nothing", async (role) => {
    expect(await addUser(await actorAs(role), newcomer("second.person@example.org"), now)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    expect(await db().user.findUnique({ where: { email: "second.person@example.org" } })).toBeNull();
  });

  it("is a conflict for an address that is taken, also when two add it at once", async () => {
    const admin = await actorAs("ADMIN");
    const results = await Promise.all([1, 2, 3].map(() => addUser(admin, newcomer("third.person@example.org"), now)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.refusal.kind === "conflict")).toHaveLength(2);
    expect(await db().auditEntry.count({ where: { event: "user.added", data: { path: ["email"], equals: "third.person@example.org" } } })).toBe(1);
  });
});
