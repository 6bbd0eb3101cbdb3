import { beforeAll, describe, expect, it } from "vitest";
import { decideStatus, giveSecondWord } from "@/lib/compliance/decisions/service";
import { getBoard } from "@/lib/compliance/queries";
import { recordRules } from "@/lib/compliance/rules/service";
import { db } from "@/lib/db/client";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { accepted, aWorld, demo, logged, published, type World } from "../../support/board-world";
import { changeTo, onSeen, seenOn } from "../../support/decision-world";
import { containing } from "../../support/matchers";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

const at = (time: string) => new Date(time);
const itemOn = async (code: string, asOf: string, knownAt?: Date) => (await getBoard({ agreement: "AGR-T1", asOf: calendarDate(asOf), knownAt })).items.find((item) => item.code === code);
const audited = (code: string) => db().auditEntry.findMany({ where: { subjectType: "obligation", subjectId: code }, select: { event: true, actorId: true, data: true }, orderBy: { id: "asc" } });

describe("deciding", () => {
  const now = at("2021-01-06T10:00:00Z");

  it("is refused for everybody but a reviewer, an administrator too, and leaves nothing", async () => {
    const seen = await seenOn("TT-1a", "2021-01-05");
    for (const actor of [world.analyst, await demo("admin"), await demo("auditor"), await demo("viewer"), world.importer]) expect(await decideStatus(actor, onSeen(seen), now)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    expect(await db().statusDecision.count()).toBe(0);
    expect(await audited("TT-1a")).toEqual([]);
  });

  it("names what does not fit: the duty, the day, the rules, the state", async () => {
    const seen = await seenOn("TT-1a", "2021-01-05");
    const refused = async (over: object) => decideStatus(world.reviewer, { ...onSeen(seen), ...over }, now);
    expect(await refused({ code: "TT-9z" })).toMatchObject({ ok: false, refusal: { kind: "not-found" } });
    expect(await refused({ asOf: "2021-01-07" })).toMatchObject({ ok: false, refusal: { kind: "invalid", errors: [{ path: "asOf", message: containing("2021-01-07") }] } });
    expect(await refused({ ruleVersion: "2031-1-1" })).toMatchObject({ ok: false, refusal: { kind: "invalid", errors: [{ path: "ruleVersion", code: "unknown_version" }] } });
    expect(await refused(changeTo("I3_FULL"))).toMatchObject({ ok: false, refusal: { kind: "invalid", errors: [{ path: "state", message: containing("I3_FULL") }] } });
    expect(await refused(changeTo("C_HOLDING"))).toMatchObject({ ok: false, refusal: { kind: "invalid", errors: [{ path: "state", code: "same_state" }] } });
    expect(await refused({ follows: 12 })).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
  });

  it("is a conflict where the inputs are not those that the reviewer saw", async () => {
    const seen = await seenOn("TT-1a", "2021-01-05");
    expect(await decideStatus(world.reviewer, onSeen(seen, { inputsDigest: "0".repeat(64) }), now)).toMatchObject({ ok: false, refusal: { kind: "conflict", reason: containing("changed") } });
    const id = await logged(world, { on: "2021-01-04" }, now);
    await published(world, id, { verification: "V3_CORROBORATED", now });
    expect(await decideStatus(world.reviewer, onSeen(seen), now)).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
    expect(await db().statusDecision.count()).toBe(0);
  });

  it("is in force at once where the state gets no worse; row and audit together, with all that was seen", async () => {
    const seen = await seenOn("TT-1a", "2021-01-05");
    expect(seen).toMatchObject({ state: "C_STRAINED", proposedState: "C_STRAINED", decision: null, statusDecisions: [] });
    const { id, isWaiting } = accepted(await decideStatus(world.reviewer, onSeen(seen, { reason: "Seen." }), now));
    expect(isWaiting).toBe(false);
    const after = await seenOn("TT-1a", "2021-01-05");
    expect(after).toMatchObject({ state: "C_STRAINED", decision: { id, command: "ACCEPT", drift: [], ruleVersion: "2026-11-2" } });
    expect(after.statusDecisions).toMatchObject([{ id, proposedState: "C_STRAINED", decidedState: "C_STRAINED", inputsDigest: seen.inputsDigest, knownAt: now.toISOString(), decidedAt: now.toISOString(), inForceAt: now.toISOString(), second: null }]);
    expect(await audited("TT-1a")).toEqual([
      { event: "status.decided", actorId: world.reviewer.userId, data: { decision: id, command: "ACCEPT", asOf: "2021-01-05", proposed: "C_STRAINED", decided: "C_STRAINED", rules: "2026-11-2", isWaiting: false, reason: "Seen." } },
    ]);
  });
});

describe("a state that gets worse", () => {
  const first = at("2021-01-08T10:00:00Z");
  const second = at("2021-01-09T10:00:00Z");
  let waiting: number;

  it("waits for a second reviewer, without effect", async () => {
    const decided = accepted(await decideStatus(world.reviewer, onSeen(await seenOn("TT-1a", "2021-01-07"), changeTo("C_BREACHED", "A post was taken, by three accounts.")), first));
    expect(decided.isWaiting).toBe(true);
    waiting = decided.id;
    expect(await itemOn("TT-1a", "2021-01-07")).toMatchObject({ state: "C_STRAINED", isDecisionWaiting: true, decision: { command: "ACCEPT" } });
    expect(await itemOn("TT-1a", "2021-01-06")).toMatchObject({ isDecisionWaiting: false });
  });

  it("stays so while nobody but the first gives a word, and while another decision is tried", async () => {
    expect(await giveSecondWord(world.reviewer, { code: "TT-1a", id: waiting, verdict: "CONFIRM" }, second)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    expect(await giveSecondWord(await demo("admin"), { code: "TT-1a", id: waiting, verdict: "CONFIRM" }, second)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    expect(await giveSecondWord(world.reviewer2, { code: "TT-1b", id: waiting, verdict: "CONFIRM" }, second)).toMatchObject({ ok: false, refusal: { kind: "not-found" } });
    expect(await decideStatus(world.reviewer2, onSeen(await seenOn("TT-1a", "2021-01-07")), second)).toMatchObject({ ok: false, refusal: { kind: "conflict", reason: containing("waits") } });
    expect(await itemOn("TT-1a", "2021-01-07")).toMatchObject({ state: "C_STRAINED" });
  });

  it("stands once another reviewer confirms it, with its reason, and the audit names both", async () => {
    accepted(await giveSecondWord(world.reviewer2, { code: "TT-1a", id: waiting, verdict: "CONFIRM" }, second));
    const item = await itemOn("TT-1a", "2021-01-07");
    expect(item).toMatchObject({ state: "C_BREACHED", proposedState: "C_STRAINED", isDecisionWaiting: false, decision: { id: waiting, decidedAt: second.toISOString(), drift: [] } });
    expect(item?.because[0]).toMatchObject({ rule: "RV1", text: containing("A post was taken") });
    expect((await audited("TT-1a")).slice(-2)).toMatchObject([{ event: "status.decided", actorId: world.reviewer.userId }, { event: "status.confirmed", actorId: world.reviewer2.userId, data: { decision: waiting } }]);
    expect(await giveSecondWord(world.reviewer2, { code: "TT-1a", id: waiting, verdict: "REJECT", reason: "On second thoughts not." }, second)).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
  });

  it("speaks for later days, not for earlier ones, and leaks into no earlier knowledge", async () => {
    expect(await itemOn("TT-1a", "2021-01-06")).toMatchObject({ state: "C_STRAINED", decision: { command: "ACCEPT" } });
    expect(await itemOn("TT-1a", "2021-01-20")).toMatchObject({ state: "C_BREACHED" });
    expect(await itemOn("TT-1a", "2021-01-07", at("2021-01-09T09:59:59.999Z"))).toMatchObject({ state: "C_STRAINED", isDecisionWaiting: true, decision: { command: "ACCEPT" } });
    expect(await itemOn("TT-1a", "2021-01-07", second)).toMatchObject({ state: "C_BREACHED" });
    expect(await itemOn("TT-1a", "2021-01-07", at("2021-01-06T09:59:59Z"))).toMatchObject({ decision: null, isDecisionWaiting: false });
    const before = await seenOn("TT-1a", "2021-01-07", at("2021-01-08T12:00:00Z"));
    expect(before.statusDecisions).toMatchObject([{ id: waiting, inForceAt: null, second: null }, { command: "ACCEPT" }]);
  });

  it("holds against the window's end, shown as drift; a worse proposal stands over it", async () => {
    expect(await itemOn("TT-1a", "2021-03-01")).toMatchObject({ state: "C_BREACHED", proposedState: "C_HOLDING", decision: { drift: ["STATE"] } });
    const id = await logged(world, { on: "2021-01-04", title: "More fire" }, second);
    await published(world, id, { verification: "V3_CORROBORATED", now: second });
    expect(await itemOn("TT-1a", "2021-01-07")).toMatchObject({ state: "C_BREACHED", decision: { drift: ["INPUTS"] } });
  });

  it("is not put in force where the second rejects it, and the reason is kept", async () => {
    const decided = accepted(await decideStatus(world.reviewer2, onSeen(await seenOn("TT-1a", "2021-01-10"), changeTo("C_COLLAPSED", "The line no longer exists at all.")), at("2021-01-11T10:00:00Z")));
    expect(decided.isWaiting).toBe(true);
    accepted(await giveSecondWord(world.reviewer, { code: "TT-1a", id: decided.id, verdict: "REJECT", reason: "Two posts are no line." }, at("2021-01-11T11:00:00Z")));
    const after = await seenOn("TT-1a", "2021-01-10");
    expect(after).toMatchObject({ state: "C_BREACHED", isDecisionWaiting: false });
    expect(after.statusDecisions[0]).toMatchObject({ id: decided.id, inForceAt: null, second: { verdict: "REJECT", reason: "Two posts are no line." } });
  });

  it("is not confirmed once what the engine reads has changed", async () => {
    const decided = accepted(await decideStatus(world.reviewer, onSeen(await seenOn("TT-1c", "2021-01-10"), changeTo("C_STRAINED")), at("2021-01-12T10:00:00Z")));
    const id = await logged(world, { on: "2021-01-09", code: "TT-1c", title: "Road closed" }, at("2021-01-12T11:00:00Z"));
    await published(world, id, { verification: "V3_CORROBORATED", findings: [{ code: "TT-1c", relation: "BREACH", effect: "CLOSED" }], now: at("2021-01-12T11:00:00Z") });
    expect(await giveSecondWord(world.reviewer2, { code: "TT-1c", id: decided.id, verdict: "CONFIRM" }, at("2021-01-12T12:00:00Z"))).toMatchObject({ ok: false, refusal: { kind: "conflict", reason: containing("reject") } });
    accepted(await giveSecondWord(world.reviewer2, { code: "TT-1c", id: decided.id, verdict: "REJECT", reason: "Overtaken by a new record." }, at("2021-01-12T12:00:00Z")));
  });
});

describe("deferring", () => {
  it("marks the proposal as under review until the next decision", async () => {
    const now = at("2021-02-01T10:00:00Z");
    accepted(await decideStatus(world.reviewer, onSeen(await seenOn("TT-1b", "2021-01-31"), { command: "DEFER", reason: "A report is awaited." }), now));
    const item = await itemOn("TT-1b", "2021-01-31");
    expect(item).toMatchObject({ state: item?.proposedState, decision: { command: "DEFER", decidedState: null } });
    expect(item?.overlays).toContain("UNDER_REVIEW");
    accepted(await decideStatus(world.reviewer2, onSeen(await seenOn("TT-1b", "2021-01-31")), at("2021-02-02T10:00:00Z")));
    expect((await itemOn("TT-1b", "2021-01-31"))?.overlays).not.toContain("UNDER_REVIEW");
  });
});

describe("two reviewers at once", () => {
  it("decide one after the other: the second is told to read the first", async () => {
    const seen = await seenOn("TT-1c", "2021-03-01");
    const now = at("2021-03-02T10:00:00Z");
    const results = await Promise.all([decideStatus(world.reviewer, onSeen(seen), now), decideStatus(world.reviewer2, onSeen(seen, { command: "DEFER", reason: "Not before the report." }), now)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({ refusal: { kind: "conflict" } });
    expect(await db().statusDecision.count({ where: { obligation: { code: "TT-1c" }, decidedAt: now } })).toBe(1);
  });

  it("give one second word", async () => {
    const seen = await seenOn("TT-1b", "2021-03-01");
    const decided = accepted(await decideStatus(world.reviewer, onSeen(seen, changeTo("NOT_ASSESSED")), at("2021-03-02T10:00:00Z")));
    expect(decided.isWaiting).toBe(true);
    const word = (verdict: "CONFIRM" | "REJECT") => giveSecondWord(world.reviewer2, { code: "TT-1b", id: decided.id, verdict, reason: "Said at the same moment." }, at("2021-03-02T11:00:00Z"));
    const results = await Promise.all([word("CONFIRM"), word("REJECT")]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await db().statusDecisionApproval.count({ where: { decisionId: decided.id } })).toBe(1);
  });
});

describe("other rules", () => {
  it("are drift, and what they propose is read before anything is decided by them", async () => {
    const seen = await seenOn("TT-1a", "2021-01-07");
    accepted(await recordRules(await demo("admin"), { windowDays: 14, coverageShareNeeded: 0.8, figureMaxAgeDays: 30, reason: "A shorter window, for this test.", basedOn: "2026-11-2" }, at("2026-11-25T10:00:00Z")));
    expect(await itemOn("TT-1a", "2021-01-07")).toMatchObject({ state: "C_BREACHED", decision: { ruleVersion: "2026-11-2", drift: ["RULES"] } });
    expect(await decideStatus(world.reviewer, onSeen(seen), at("2026-11-25T11:00:00Z"))).toMatchObject({ ok: false, refusal: { kind: "conflict", reason: containing("2026-11-3") } });
  });
});

describe("reviewers' decisions on records", () => {
  it("are told as far as they were taken by the knowledge that is asked for", async () => {
    expect((await seenOn("TT-1a", "2021-01-07", at("2021-01-08T00:00:00Z"))).decisions).toHaveLength(1);
    expect((await seenOn("TT-1a", "2021-01-07")).decisions).toHaveLength(2);
  });
});
