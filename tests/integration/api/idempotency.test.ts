import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { appendAudit } from "@/lib/audit/store";
import { db } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { abandonedAfterMillis, type KeptAnswer } from "@/lib/idempotency/domain";
import { doOnce } from "@/lib/idempotency/service";
import { claimKey } from "@/lib/idempotency/store";
import { ok, type Result } from "@/lib/kernel/result";
import { ensureDemoAccounts } from "@/lib/people/service";

const at = (millis: number): Date => new Date(Date.UTC(2026, 0, 1) + millis);
const outcome = z.object({ id: z.number() });
const answer = ({ id }: { id: number }): Promise<Result<KeptAnswer>> => Promise.resolve(ok({ status: 201, body: { id }, headers: {} }));

let userId: number;
let done = 0;
const perform = () =>
  transaction(async (tx) => {
    done += 1;
    await appendAudit(tx, { actorId: userId, subject: { type: "reference", id: "test" }, at: at(0), event: "reference.loaded", data: { what: "test", rows: done } });
    return ok({ id: done });
  });
const request = (key: string, millis = 0) => ({ userId, key, requestHash: "hash", now: at(millis) });
const countTraces = () => db().auditEntry.count({ where: { subjectType: "reference", subjectId: "test" } });

beforeAll(async () => {
  await ensureDemoAccounts("demo-password-for-tests");
  ({ id: userId } = await db().user.findFirstOrThrow({ where: { email: "analyst@demo.invalid" } }));
});

describe("a crash", () => {
  it("before the work was committed leaves a claim that a later request takes over", async () => {
    await claimKey(request("died-before"));
    expect(await doOnce(request("died-before", 1000), { outcome, perform, answer })).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
    const later = await doOnce(request("died-before", abandonedAfterMillis + 1), { outcome, perform, answer });
    expect(later).toMatchObject({ ok: true, value: { isReplay: false } });
  });

  it("after the work was committed can't lose it: it is answered for, and not done again", async () => {
    const lost = doOnce(request("died-after"), { outcome, perform, answer: () => Promise.reject(new Error("the process died here")) });
    await expect(lost).rejects.toThrow("died here");
    const [doneBefore, traces] = [done, await countTraces()];
    const again = await doOnce(request("died-after", 1), { outcome, perform, answer });
    expect(again).toEqual({ ok: true, value: { answer: { status: 201, body: { id: doneBefore }, headers: {} }, isReplay: true } });
    expect([done, await countTraces()]).toEqual([doneBefore, traces]);
  });

  it("of a request whose key was taken over meanwhile undoes its own work", async () => {
    const traces = await countTraces();
    const slow = doOnce(request("overtaken"), {
      outcome,
      answer,
      perform: async () => {
        await claimKey(request("overtaken", abandonedAfterMillis + 1));
        return perform();
      },
    });
    await expect(slow).rejects.toThrow("taken over");
    expect(await countTraces()).toBe(traces);
  });
});

describe("a key", () => {
  it("is forgotten after a week", async () => {
    const first = await doOnce(request("weekly"), { outcome, perform, answer });
    const next = await doOnce(request("weekly", 8 * 86_400_000), { outcome, perform, answer });
    expect([first, next]).toMatchObject([{ value: { isReplay: false } }, { value: { isReplay: false } }]);
  });
});
