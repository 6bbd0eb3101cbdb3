import { describe, expect, it } from "vitest";
import { decisionInWords, driftInWords } from "@/components/compliance/decisions/decision-words";
import { deskFacts } from "@/lib/compliance/decisions/domain/desk";
import { mayDecideStatus, mayGiveSecondWord, seesWhoDecided } from "@/lib/compliance/decisions/policy";
import { decisionForm, decisionInput, secondWordInput } from "@/lib/compliance/decisions/schema";
import { actorOf, roles, type Role } from "@/lib/kernel/actor";
import { day } from "../../../support/board-builders";

const actor = (role: Role, over: { userId?: number; email?: string } = {}) => actorOf({ userId: 1, name: "N", email: "n@demo.invalid", role, teamId: 1, ...over });

describe("who decides a status", () => {
  it.each(roles)("%s", (role) => {
    const isReviewer = role === "REVIEWER";
    expect([mayDecideStatus(actor(role)), mayGiveSecondWord(actor(role), { decidedById: 2 }), seesWhoDecided(actor(role))]).toEqual([isReviewer, isReviewer, role !== "VIEWER"]);
  });
  it("is never the one who took the decision, and never the product itself", () => {
    expect(mayGiveSecondWord(actor("REVIEWER"), { decidedById: 1 })).toBe(false);
    expect(mayDecideStatus(actor("REVIEWER", { email: "reference-review-1@system.invalid" }))).toBe(false);
  });
});

describe("a decision as it is sent", () => {
  const body = { command: "CHANGE", state: "C_BREACHED", reason: "Positions changed hands.", asOf: "2021-01-05", ruleVersion: "2026-11-1", inputsDigest: "a".repeat(64), follows: null };
  const wrong = (over: object) => decisionInput.safeParse({ ...body, ...over }).error?.issues.map(({ path }) => path.join(".")) ?? [];

  it("is taken as it is, with or without a decision before it", () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ follows: 12 })).toEqual([]);
    expect(wrong({ command: "ACCEPT", state: undefined, reason: "ok" })).toEqual([]);
  });

  it.each([
    [{ state: undefined }, "state"],
    [{ state: "C_FINE" }, "state"],
    [{ command: "ACCEPT" }, "state"],
    [{ command: "DEFER" }, "state"],
    [{ reason: "too few" }, "reason"],
    [{ command: "DEFER", state: null, reason: "later" }, "reason"],
    [{ command: "ACCEPT", state: null, reason: "  " }, "reason"],
    [{ reason: `${"x".repeat(20)}\u0000` }, "reason"],
    [{ asOf: "2021-02-29" }, "asOf"],
    [{ ruleVersion: "" }, "ruleVersion"],
    [{ ruleVersion: undefined }, "ruleVersion"],
    [{ inputsDigest: "A".repeat(64) }, "inputsDigest"],
    [{ follows: 0 }, "follows"],
    [{ command: "APPROVE" }, "command"],
  ])("is refused for %j, and the field is named", (over, path) => expect(wrong(over)).toEqual([path]));

  it("names its duty where it comes from a form", () => expect(decisionForm.safeParse(body).error?.issues[0]?.path).toEqual(["code"]));

  it("says why where it is rejected by the second reviewer", () => {
    expect(secondWordInput.safeParse({ verdict: "CONFIRM" }).success).toBe(true);
    for (const reason of [undefined, "no", " ".repeat(20)]) expect(secondWordInput.safeParse({ verdict: "REJECT", reason }).error?.issues[0]?.path).toEqual(["reason"]);
  });
});

describe("what a reviewer finds at a duty", () => {
  const seen = { kind: "MILESTONE", asOf: day("2021-01-05"), proposedState: "I1_MINIMAL" as const, statusDecisions: [] };
  const now = { today: day("2026-11-24"), knownOn: undefined, isUnderCurrentRules: true };

  it("is the other states of the scale, and which of them take two", () => {
    const { choices, doesAcceptTakeTwo, follows, obstacle } = deskFacts(seen, now);
    expect(choices).toEqual([
      { state: "I0_NOT_INITIATED", takesTwo: true }, { state: "I2_INTERMEDIATE", takesTwo: false }, { state: "I3_FULL", takesTwo: false }, { state: "NOT_ASSESSED", takesTwo: true },
    ]);
    expect([doesAcceptTakeTwo, follows, obstacle]).toEqual([false, null, undefined]);
  });

  it.each([[{ knownOn: day("2023-01-01") }], [{ isUnderCurrentRules: false }], [{ today: day("2021-01-04") }]])("is an obstacle, in a sentence, for %j", (over) => expect(deskFacts(seen, { ...now, ...over }).obstacle).toMatch(/\.$/));
});

describe("a decision in words", () => {
  it("says what was decided and what has drifted", () => {
    expect(decisionInWords({ command: "ACCEPT", decidedState: "C_HOLDING" })).toBe("accepted it as “Holding”");
    expect(decisionInWords({ command: "CHANGE", decidedState: "C_COLLAPSED" })).toBe("changed it to “Collapsed”");
    expect(decisionInWords({ command: "DEFER", decidedState: null })).toBe("deferred it");
    expect(driftInWords(["STATE", "RULES"])).toBe("The proposal is another now; other rules judge now");
    expect(driftInWords([])).toBe("");
  });
});
