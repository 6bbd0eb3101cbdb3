// What holds against somebody with SQL and every right that the product's own account has.
import { beforeAll, describe, expect, it } from "vitest";
import { complianceStateCodes } from "@/lib/codelists/compliance-state";
import { obligationKinds } from "@/lib/codelists/obligation-kind";
import { statesFor } from "@/lib/compliance/decisions/domain/decision";
import { isBetter } from "@/lib/compliance/domain/state-order";
import { db } from "@/lib/db/client";
import { aWorld, demo, type World } from "../../support/board-world";
import { anInstant } from "../../support/matchers";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

const sql = (text: string) => db().$executeRawUnsafe(text);
const idOf = async (code: string) => (await db().obligation.findUniqueOrThrow({ where: { code } })).id;
const digest = "a".repeat(64);
const quoted = (value: string | number | null) => (value === null ? "NULL" : typeof value === "number" ? String(value) : `'${value}'`);

let minutes = 0;
/** A later instant each time it is asked. */
const later = () => new Date(Date.UTC(2021, 0, 6, 10, ++minutes)).toISOString();

/** Inserts a decision on the prohibition: holding is proposed and accepted, unless told otherwise. */
async function insert(over: Record<string, string | number | null> = {}, code = "TT-1a"): Promise<number> {
  const obligation = await idOf(code);
  const last = await db().statusDecision.findFirst({ where: { obligationId: obligation }, orderBy: { id: "desc" } });
  const now = later();
  const isWaiting = "in_force_at" in over && over["in_force_at"] === null;
  const row = {
    obligation_id: obligation, follows_id: last?.id ?? null, as_of: "2021-01-05", known_at: now, rule_version: "2026-11-2", inputs_digest: digest, proposed_state: "C_HOLDING", proposed_overlays: "{}",
    command: "ACCEPT", decided_state: "C_HOLDING", reason: "A reason of some length.", decided_by_id: world.reviewer.userId, decided_at: now, in_force_at: isWaiting ? null : now, ...over,
  };
  await sql(`INSERT INTO status_decision (${Object.keys(row).join(", ")}) VALUES (${Object.values(row).map(quoted).join(", ")})`);
  return (await db().statusDecision.findFirstOrThrow({ where: { obligationId: obligation }, orderBy: { id: "desc" } })).id;
}
const breached = { command: "CHANGE", decided_state: "C_BREACHED" };
const word = (decision: number, reviewer: number, { verdict = "CONFIRM", reason = null as string | null } = {}) =>
  sql(`INSERT INTO status_decision_approval (decision_id, verdict, reason, reviewer_id, decided_at) VALUES (${decision}, '${verdict}', ${quoted(reason)}, ${reviewer}, '${later()}')`);

describe("a decision in the table", () => {
  beforeAll(() => insert());

  it.each([
    [{ rule_version: "2031-1-1" }, "status_decision_rule_version_fkey"],
    [{ rule_version: "" }, "status_decision_rule_version_fkey"],
    [{ inputs_digest: "abc" }, "status_decision_digest_shape"],
    [{ command: "APPROVE" }, "status_decision_"],
    [{ decided_state: "C_STRAINED" }, "status_decision_state_fits|two reviewers"],
    [{ command: "DEFER" }, "status_decision_state_fits"],
    [{ command: "CHANGE" }, "status_decision_state_fits"],
    [{ command: "DEFER", decided_state: null, reason: "short" }, "status_decision_reason_given"],
    [{ reason: "  " }, "status_decision_reason_given"],
    [{ as_of: "2021-01-07" }, "status_decision_not_ahead"],
    [{ decided_at: "2021-01-05T10:00:00Z", known_at: "2021-01-05T10:00:00Z", in_force_at: "2021-01-05T10:00:00Z" }, "dated later"],
    [{ known_at: "2021-01-08T10:00:01Z" }, "status_decision_not_ahead"],
    [{ rejected_at: "2021-01-07T10:00:00Z", in_force_at: null }, "begins in force or waiting"],
    [{ in_force_at: "2021-01-08T10:00:00Z" }, "begins in force or waiting"],
    [{ proposed_state: "C_COLLAPSED", decided_state: "C_COLLAPSED", in_force_at: null }, "status_decision_collapse_not_proposed"],
    [{ command: "CHANGE", decided_state: "I3_FULL" }, "no state of the scale CONDUCT"],
    [{ proposed_state: "I3_FULL", decided_state: "I3_FULL" }, "no state of the scale CONDUCT"],
  ])("is refused for %j", async (over, rule) => {
    await expect(insert(over)).rejects.toThrow(new RegExp(rule));
  });

  it("is a reviewer's in office", async () => {
    for (const actor of [world.analyst, await demo("admin"), await demo("viewer"), await demo("auditor")]) await expect(insert({ decided_by_id: actor.userId })).rejects.toThrow(/not a reviewer in office/);
    await sql(`UPDATE app_user SET disabled_at = now() WHERE id = ${world.reviewer2.userId}`);
    await expect(insert({ decided_by_id: world.reviewer2.userId })).rejects.toThrow(/not a reviewer in office/);
    await sql(`UPDATE app_user SET disabled_at = NULL WHERE id = ${world.reviewer2.userId}`);
  });

  it("follows the step before it, alone, and of its own duty", async () => {
    const first = await insert();
    await expect(insert({ follows_id: null })).rejects.toThrow(/status_decision_one_follower/);
    await expect(insert({ follows_id: first, proposed_state: "I0_NOT_INITIATED", decided_state: "I0_NOT_INITIATED" }, "TT-1b")).rejects.toThrow(/another duty/);
    expect(await insert()).toBeGreaterThan(first);
    await expect(insert({ follows_id: first })).rejects.toThrow(/status_decision_one_follower/);
  });
});

describe("a state that gets worse, in the table", () => {
  it("is not in force without a second reviewer, and waits for nobody where it gets no worse", async () => {
    await expect(insert(breached)).rejects.toThrow(/two reviewers/);
    await expect(insert({ ...breached, decided_state: "C_COLLAPSED" })).rejects.toThrow(/two reviewers/);
    await expect(insert({ in_force_at: null })).rejects.toThrow(/two reviewers/);
  });

  it("is not put in force by an update, nor by the word of the first, of an administrator or of an analyst", async () => {
    const id = await insert({ ...breached, in_force_at: null });
    await expect(sql(`UPDATE status_decision SET in_force_at = '2021-01-07T10:00:00Z' WHERE id = ${id}`)).rejects.toThrow(/second/);
    await expect(word(id, world.reviewer.userId)).rejects.toThrow(/two reviewers/);
    await expect(word(id, (await demo("admin")).userId)).rejects.toThrow(/two reviewers/);
    await expect(word(id, world.analyst.userId)).rejects.toThrow(/two reviewers/);
    await expect(word(id, world.reviewer2.userId, { verdict: "REJECT" })).rejects.toThrow(/status_decision_approval_reason_given/);
    await expect(insert({ ...breached, in_force_at: null })).rejects.toThrow(/status_decision_one_waiting/);
    expect(await db().statusDecision.findUniqueOrThrow({ where: { id } })).toMatchObject({ inForceAt: null, rejectedAt: null });
  });

  it("is in force with the word of another reviewer, given once", async () => {
    const { id } = await db().statusDecision.findFirstOrThrow({ where: { inForceAt: null } });
    expect(await word(id, world.reviewer2.userId)).toBe(1);
    expect(await db().statusDecision.findUniqueOrThrow({ where: { id } })).toMatchObject({ inForceAt: anInstant, rejectedAt: null });
    await expect(word(id, world.reviewer2.userId)).rejects.toThrow(/waits for nobody/);
  });

  it("takes two again for “collapsed”, and one to come back", async () => {
    await expect(insert({ ...breached, decided_state: "C_COLLAPSED" })).rejects.toThrow(/two reviewers/);
    const id = await insert({ ...breached, decided_state: "C_COLLAPSED", in_force_at: null });
    await word(id, world.reviewer2.userId, { verdict: "REJECT", reason: "It has not come to that." });
    expect(await db().statusDecision.findUniqueOrThrow({ where: { id } })).toMatchObject({ inForceAt: null, rejectedAt: anInstant });
    expect(await insert({ ...breached, decided_state: "C_STRAINED" })).toBeGreaterThan(id);
  });

  it("can't be got round by deferring, or by an earlier day", async () => {
    await insert({ command: "DEFER", decided_state: null, proposed_state: "C_BREACHED" });
    await expect(insert({ proposed_state: "C_BREACHED", decided_state: "C_BREACHED" })).rejects.toThrow(/two reviewers/);
    await expect(insert({ ...breached, as_of: "2021-01-04" })).rejects.toThrow(/two reviewers/);
  });
});

describe("what was decided, in the table", () => {
  it("is never changed, deleted or emptied", async () => {
    const { id } = await db().statusDecision.findFirstOrThrow();
    for (const change of ["reason = 'another reason'", "decided_state = 'NOT_ASSESSED'", "in_force_at = NULL", "decided_by_id = 1", "rejected_at = now()"]) await expect(sql(`UPDATE status_decision SET ${change} WHERE id = ${id}`)).rejects.toThrow(/only end its waiting/);
    await expect(sql(`DELETE FROM status_decision WHERE id = ${id}`)).rejects.toThrow(/DELETE refused/);
    await expect(sql("TRUNCATE status_decision CASCADE")).rejects.toThrow(/append-only/);
    for (const statement of ["UPDATE status_decision_approval SET verdict = 'REJECT'", "DELETE FROM status_decision_approval", "TRUNCATE status_decision_approval"]) await expect(sql(statement)).rejects.toThrow(/append-only/);
  });
});

describe("the database and the code", () => {
  it("judge every kind on the same scale, and order the states of each alike", async () => {
    for (const { code: kind } of obligationKinds) {
      const states = statesFor(kind);
      const rows = await db().$queryRaw<{ state: (typeof states)[number]; rank: number | null }[]>`SELECT s AS state, compliance_rank(s, compliance_scale(${kind})) AS rank FROM unnest(${complianceStateCodes}::text[]) s`;
      const ranked = rows.filter((row) => row.rank !== null);
      expect(ranked.map((row) => row.state).toSorted()).toEqual(states.toSorted());
      for (const a of ranked) for (const b of ranked) expect([kind, a.state, b.state, Number(a.rank) < Number(b.rank)]).toEqual([kind, a.state, b.state, isBetter(a.state, b.state)]);
    }
  });
});
