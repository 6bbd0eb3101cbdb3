import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { complianceStates, type ComplianceState } from "@/lib/codelists/compliance-state";
import { obligationKinds } from "@/lib/codelists/obligation-kind";
import { decisionStanding, speakingDecision, type StatusDecision, statesFor, takesTwo } from "@/lib/compliance/decisions/domain/decision";
import { standing } from "@/lib/compliance/decisions/domain/standing";
import type { Assessment } from "@/lib/compliance/domain/assessment";
import { because } from "@/lib/compliance/domain/reason";
import { isBetter } from "@/lib/compliance/domain/state-order";
import { day } from "../../../support/board-builders";

const digest = "a".repeat(64);
const edition = { ruleVersion: "2026-11-1", inputsDigest: digest };
const proposed = (state: ComplianceState, over: Partial<Assessment> = {}): Assessment => ({ state, timeliness: null, overlays: [], because: [because("SN2", "A breach.")], claimsWaiting: 0, nextDate: null, deadlineReadings: [], ...over });

let made = 0;
const decided = (over: Partial<StatusDecision> = {}): StatusDecision => ({
  id: ++made, asOf: day("2021-01-05"), knownAt: "2021-01-06T10:00:00.000Z", ruleVersion: "2026-11-1", inputsDigest: digest, proposedState: "C_STRAINED", proposedTimeliness: null, proposedOverlays: [],
  command: "CHANGE", decidedState: "C_BREACHED", reason: "Two positions changed hands.", decidedAt: "2021-01-06T10:00:00.000Z", inForceAt: "2021-01-07T10:00:00.000Z", second: null, ...over,
});
const accepted = (over: Partial<StatusDecision> = {}) => decided({ command: "ACCEPT", decidedState: "C_STRAINED", ...over });
const deferred = (over: Partial<StatusDecision> = {}) => decided({ command: "DEFER", decidedState: null, ...over });

describe("what stands where nobody decided", () => {
  it("is the proposal", () => expect(standing(proposed("C_STRAINED"), undefined, edition)).toEqual({ ...proposed("C_STRAINED"), proposedState: "C_STRAINED", decision: null }));
  it("is the proposal while a decision waits or was rejected", () => expect(standing(proposed("C_STRAINED"), decided({ inForceAt: null }), edition)).toMatchObject({ state: "C_STRAINED", decision: null }));
});

describe("an accepted proposal", () => {
  it("stands, and goes on following the engine; another proposal is drift", () => {
    expect(standing(proposed("C_STRAINED"), accepted(), edition)).toMatchObject({ state: "C_STRAINED", decision: { command: "ACCEPT", drift: [] } });
    expect(standing(proposed("C_BREACHED"), accepted(), edition)).toMatchObject({ state: "C_BREACHED", decision: { drift: ["STATE"] } });
    expect(standing(proposed("C_HOLDING"), accepted(), edition)).toMatchObject({ state: "C_HOLDING", decision: { drift: ["STATE"] } });
  });

  it("drifts with its timeliness alone", () => {
    const late = accepted({ proposedState: "I0_NOT_INITIATED", decidedState: "I0_NOT_INITIATED", proposedTimeliness: "NOT_DUE" });
    expect(standing(proposed("I0_NOT_INITIATED", { timeliness: "OVERDUE" }), late, edition).decision?.drift).toEqual(["STATE"]);
  });

  it("drifts in its inputs where the state is the same from other records, and in its rules where other ones judge", () => {
    const other = { ...edition, inputsDigest: "b".repeat(64) };
    expect(standing(proposed("C_STRAINED"), accepted(), other).decision?.drift).toEqual(["INPUTS"]);
    expect(standing(proposed("C_STRAINED"), accepted(), { ...other, ruleVersion: "2026-11-2" }).decision?.drift).toEqual(["RULES"]);
    expect(standing(proposed("C_HOLDING"), accepted(), { ...other, ruleVersion: "2026-11-2" }).decision?.drift).toEqual(["STATE", "RULES"]);
  });
});

describe("a changed state", () => {
  it("stands while the proposal is the same, its reason first, the engine's reasons after it", () => {
    const stood = standing(proposed("C_STRAINED"), decided(), edition);
    expect(stood).toMatchObject({ state: "C_BREACHED", proposedState: "C_STRAINED", decision: { drift: [], decidedAt: "2021-01-07T10:00:00.000Z" } });
    expect(stood.because.map(({ rule }) => rule)).toEqual(["RV1", "SN2"]);
    expect(stood.because[0]?.text).toContain("Two positions changed hands.");
    expect(standing(proposed("C_STRAINED"), decided(), { ...edition, inputsDigest: "b".repeat(64) })).toMatchObject({ state: "C_BREACHED", decision: { drift: ["INPUTS"] } });
  });

  it("gives way to a proposal that has become worse, and holds against one that has become better", () => {
    const lenient = decided({ proposedState: "C_BREACHED", decidedState: "C_STRAINED" });
    expect(standing(proposed("C_BREACHED"), lenient, edition).state).toBe("C_STRAINED");
    expect(standing(proposed("C_TERMINATED_EARLY"), lenient, edition)).toMatchObject({ state: "C_TERMINATED_EARLY", decision: { decidedState: "C_STRAINED", drift: ["STATE"] }, because: [{ rule: "SN2" }, { rule: "RV2" }] });
    expect(standing(proposed("C_HOLDING"), decided(), edition)).toMatchObject({ state: "C_BREACHED", proposedState: "C_HOLDING", decision: { drift: ["STATE"] } });
    expect(standing(proposed("NOT_ASSESSED"), decided(), edition).state).toBe("C_BREACHED");
  });

  it("never turns better by itself, whatever the engine comes to say", () => {
    const conduct = statesFor("STANDING_NEGATIVE");
    fc.assert(
      fc.property(fc.constantFrom(...conduct), fc.constantFrom(...conduct), fc.constantFrom(...conduct), (seen, wanted, later) => {
        const { state } = standing(proposed(later), decided({ proposedState: seen, decidedState: wanted }), edition);
        expect(isBetter(state, wanted)).toBe(false);
        expect([wanted, later]).toContain(state);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a deferred proposal", () => {
  it("stands under the mark “under review”, beside the marks it has", () => {
    expect(standing(proposed("C_STRAINED", { overlays: ["CONTESTED"] }), deferred(), edition)).toMatchObject({ state: "C_STRAINED", overlays: ["CONTESTED", "UNDER_REVIEW"], because: [{ rule: "SN2" }, { rule: "RV3" }] });
    expect(standing(proposed("C_BREACHED"), deferred(), edition)).toMatchObject({ state: "C_BREACHED", decision: { drift: ["STATE"] } });
  });
});

describe("the decision that speaks for a board", () => {
  const early = decided({ asOf: day("2021-01-05"), inForceAt: "2021-02-01T00:00:00.000Z" });
  const late = decided({ asOf: day("2021-03-05"), inForceAt: "2021-03-06T00:00:00.000Z" });
  const revised = decided({ asOf: day("2021-01-05"), inForceAt: "2021-04-01T00:00:00.000Z" });
  const all = [late, revised, early, decided({ asOf: day("2021-01-05"), inForceAt: null })];
  const idOn = (asOf: string, knownAt?: string) => speakingDecision(all, { asOf: day(asOf), knownAt: knownAt === undefined ? undefined : new Date(knownAt) })?.id;

  it("is about that day or an earlier one, the latest such day first", () => {
    expect(idOn("2021-01-04")).toBeUndefined();
    expect(idOn("2021-01-05")).toBe(revised.id);
    expect(idOn("2021-03-04")).toBe(revised.id);
    expect(idOn("2021-03-05")).toBe(late.id);
    expect(idOn("2026-11-24")).toBe(late.id);
  });

  it("was in force by the knowledge that is asked for: none leaks into an earlier one", () => {
    expect(idOn("2021-01-05", "2021-01-31T23:59:59.999Z")).toBeUndefined();
    expect(idOn("2021-01-05", "2021-02-01T00:00:00.000Z")).toBe(early.id);
    expect(idOn("2021-03-05", "2021-03-05T00:00:00.000Z")).toBe(early.id);
    expect(idOn("2021-01-05", "2021-04-01T00:00:00.000Z")).toBe(revised.id);
  });
});

describe("two reviewers", () => {
  const wanting = (decidedState: ComplianceState | null, earlier: StatusDecision[] = [], proposedState: ComplianceState = "C_STRAINED") => takesTwo({ asOf: day("2021-02-01"), proposedState, decidedState }, earlier);

  it("are needed for a state worse than the proposal, where none was decided before", () => {
    expect(wanting("C_BREACHED")).toBe(true);
    expect(wanting("C_STRAINED")).toBe(false);
    expect(wanting("C_HOLDING")).toBe(false);
    expect(wanting("I0_NOT_INITIATED", [], "I1_MINIMAL")).toBe(true);
    expect(wanting("I3_FULL", [], "I1_MINIMAL")).toBe(false);
  });

  it("are needed for a state worse than the last decided one, also where the engine proposes it", () => {
    const holding = decided({ proposedState: "C_STRAINED", decidedState: "C_HOLDING" });
    expect(wanting("C_STRAINED", [holding])).toBe(true);
    expect(wanting("C_HOLDING", [holding])).toBe(false);
    expect(wanting("C_STRAINED", [decided()])).toBe(false);
    expect(wanting("C_BREACHED", [decided()])).toBe(false);
  });

  it("are needed for “collapsed” always, and never to defer", () => {
    expect(wanting("C_COLLAPSED", [decided({ decidedState: "C_COLLAPSED" })])).toBe(true);
    expect(wanting(null)).toBe(false);
  });

  it("can't be got round by deferring in between", () => {
    const holding = decided({ decidedState: "C_HOLDING", inForceAt: "2021-01-07T00:00:00.000Z" });
    const thenDeferred = [deferred({ inForceAt: "2021-01-08T00:00:00.000Z" }), holding];
    expect(wanting("C_STRAINED", thenDeferred)).toBe(true);
    expect(wanting("C_BREACHED", [deferred({ inForceAt: "2021-01-08T00:00:00.000Z" }), decided()])).toBe(true);
  });

  it("are not needed because of what waits, was rejected, or is about a later day", () => {
    const rejected = decided({ decidedState: "C_HOLDING", inForceAt: null, second: { verdict: "REJECT", reason: "Not so at all.", decidedAt: "2021-01-08T00:00:00.000Z" } });
    expect(decisionStanding(rejected)).toBe("REJECTED");
    expect(wanting("C_STRAINED", [rejected, decided({ decidedState: "C_HOLDING", asOf: day("2021-02-02") })])).toBe(false);
  });
});

describe("the states that may be decided", () => {
  it.each(obligationKinds.map(({ code, axis }) => [code, axis] as const))("for %s are those of its own scale, and “not assessed”", (kind, axis) => {
    const axes = new Set<string>(complianceStates.filter(({ code }) => statesFor(kind).includes(code)).map((entry) => entry.axis));
    expect(axes).toEqual(new Set([axis, "NONE"]));
  });
  it("for an unknown kind are none but “not assessed”", () => expect(statesFor("SOMETHING")).toEqual(["NOT_ASSESSED"]));
});
