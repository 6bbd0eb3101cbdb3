import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { ensureDemoAccounts, ensureSystemUsers, verifyPassword } from "@/lib/people/service";

const now = new Date("2026-11-24T12:00:00Z");
const password = "demo-password-for-tests";
const lastAudit = () => db().auditEntry.findFirst({ orderBy: { id: "desc" }, select: { event: true, actorId: true, data: true } });

describe("signing in", () => {
  beforeAll(async () => {
    await ensureSystemUsers();
    await ensureDemoAccounts(password);
  });

  it("gives the person for the right password, and is recorded", async () => {
    const result = await verifyPassword({ email: "reviewer@demo.invalid", password }, now);
    expect(result).toMatchObject({ ok: true, value: { email: "reviewer@demo.invalid", role: "REVIEWER" } });
    expect(await lastAudit()).toMatchObject({ event: "session.started", actorId: result.ok ? result.value.id : 0 });
  });

  it("refuses a wrong password, an unknown address, a disabled and a system account in the same words, and records each", async () => {
    await db().user.update({ where: { email: "analyst2@demo.invalid" }, data: { disabledAt: now } });
    for (const [email, attempt] of [
      ["reviewer@demo.invalid", "not-the-password"],
      ["nobody@demo.invalid", password],
      ["analyst2@demo.invalid", password],
      ["operator@system.invalid", password],
    ] as const) {
      expect(await verifyPassword({ email, password: attempt }, now)).toEqual({ ok: false, refusal: { kind: "unauthenticated" } });
      expect(await lastAudit()).toEqual({ event: "session.refused", actorId: null, data: { email } });
    }
  });

  it("does the same work for an address that has no account", async () => {
    const timeOf = async (email: string) => {
      const start = performance.now();
      await verifyPassword({ email, password: "not-the-password" }, now);
      return performance.now() - start;
    };
    await timeOf("warm-up@demo.invalid");
    const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let round = 0; round < 9; round++) {
      known.push(await timeOf("viewer@demo.invalid"));
      unknown.push(await timeOf("nobody@demo.invalid"));
    }
    // Without the decoy an unknown address answers in a tenth of the time; the factor leaves room for a busy machine.
    expect(median(unknown) / median(known)).toBeGreaterThan(0.4);
  });

  it("keeps no password and no attempt at one", async () => {
    const user = await db().user.findUniqueOrThrow({ where: { email: "viewer@demo.invalid" }, select: { passwordHash: true } });
    expect(user.passwordHash).toMatch(/^\$argon2id\$/);
    expect(JSON.stringify(await db().auditEntry.findMany({ select: { data: true } }))).not.toMatch(/not-the-password|demo-password/);
  });
});
