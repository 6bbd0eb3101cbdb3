import { describe, expect, it } from "vitest";
import type { Verification } from "@/lib/codelists/verification";
import type { ObligationLink } from "@/lib/incidents/domain/record";
import { decideApproval, type Approval, type GivenApproval, type Reviewed } from "@/lib/reviews/domain";
import { transitionInput } from "@/lib/reviews/schema";
import { aCount, aLine } from "../../support/incident-builders";

const possible: ObligationLink = { code: "T-1a", relation: "POSSIBLE_BREACH", effect: "NONE" };
const context: ObligationLink = { code: "T-2a", relation: "CONTEXT", effect: "NONE" };
const reviewed = (over: Partial<Reviewed> = {}): Reviewed => ({
  ledger: [aLine("RU_MOD", { against: "AZ", againstName: "Azerbaijan" }), aLine("AM_MOD", { against: "AZ", againstName: "Azerbaijan" })],
  casualties: [],
  obligations: [possible, context],
  ...over,
});
const earlier = (verification: Verification, findings: ObligationLink[] = [possible, context]): Approval => ({ reviewerId: 5, verification, findings });
const decide = (mine: GivenApproval, before: Approval[] = [], over: Partial<Reviewed> = {}) => {
  const result = decideApproval(reviewed(over), before, mine);
  return result.ok ? { ...result.value, findings: result.value.findings.map((link) => `${link.code} ${link.relation} ${link.effect}`) } : result.refusal;
};

describe("an approval", () => {
  it("of a corroborated record finds the breach that the entry called possible", () => {
    expect(decide({})).toEqual({ verification: "V3_CORROBORATED", findings: ["T-1a BREACH NONE", "T-2a CONTEXT NONE"], given: 1, needed: 1 });
  });

  it("below V3 leaves the relation as the entry has it, and takes no finding", () => {
    expect(decide({ verification: "V1_CLAIM" })).toMatchObject({ findings: ["T-1a POSSIBLE_BREACH NONE", "T-2a CONTEXT NONE"] });
    expect(decide({ verification: "V2_REPORTED", findings: [{ code: "T-1a", relation: "BREACH" }] })).toMatchObject({ kind: "invalid", errors: [{ path: "findings.0.relation", code: "not_carried" }] });
  });

  it("takes the reviewer's own finding and effect over the rule", () => {
    expect(decide({ findings: [{ code: "T-1a", relation: "CONTEXT" }, { code: "T-2a", relation: "FULFILMENT", effect: "DONE" }] })).toMatchObject({ findings: ["T-1a CONTEXT NONE", "T-2a FULFILMENT DONE"] });
  });

  it("refuses a finding for what the record does not name, and two for one", () => {
    expect(decide({ findings: [{ code: "T-9", relation: "CONTEXT" }] })).toMatchObject({ errors: [{ path: "findings.0.code", code: "not_linked" }] });
    expect(decide({ findings: [{ code: "T-1a", relation: "CONTEXT" }, { code: "T-1a", relation: "BREACH" }] })).toMatchObject({ errors: [{ path: "findings.1.code", code: "repeated" }] });
  });

  it("never goes above the ceiling, and says the rule", () => {
    expect(decide({ verification: "V5_INVESTIGATED" })).toMatchObject({ kind: "invalid", errors: [{ path: "verification", code: "above_ceiling" }] });
    expect(decide({ verification: "V1_CLAIM" }, [], { ledger: [] })).toMatchObject({ errors: [{ code: "above_ceiling" }] });
  });

  it("as refuted or unverifiable asks why", () => {
    expect(decide({ verification: "VX_REFUTED" })).toMatchObject({ errors: [{ path: "reason" }] });
    expect(decide({ verification: "VU_UNVERIFIABLE", reason: "Three weeks of asking." })).toMatchObject({ verification: "VU_UNVERIFIABLE", findings: ["T-1a POSSIBLE_BREACH NONE", "T-2a CONTEXT NONE"] });
  });
});

describe("the second of two approvals", () => {
  const lethal = { casualties: [aCount({ outcome: "KILLED" })] };

  it("confirms the first where it says nothing else", () => {
    const first = earlier("V4_VERIFIED", [{ ...possible, relation: "BREACH" }, { ...context, relation: "OBSTRUCTION", effect: "CLOSED" }]);
    expect(decide({}, [first], lethal)).toEqual({ verification: "V4_VERIFIED", findings: ["T-1a BREACH NONE", "T-2a OBSTRUCTION CLOSED"], given: 2, needed: 2 });
  });

  it("brings the record to the level that both support, and the findings with it", () => {
    const first = earlier("V4_VERIFIED", [{ ...possible, relation: "BREACH" }, context]);
    expect(decide({ verification: "V3_CORROBORATED" }, [first], lethal)).toMatchObject({ verification: "V3_CORROBORATED", findings: ["T-1a BREACH NONE", "T-2a CONTEXT NONE"] });
    expect(decide({ verification: "V1_CLAIM" }, [first], lethal)).toMatchObject({ verification: "V1_CLAIM", findings: ["T-1a POSSIBLE_BREACH NONE", "T-2a CONTEXT NONE"] });
  });

  it("does not add up with one that found something else, or refuted the record", () => {
    const first = earlier("V3_CORROBORATED", [{ ...possible, relation: "BREACH" }, context]);
    expect(decide({ findings: [{ code: "T-1a", relation: "CONTEXT" }] }, [first], lethal)).toMatchObject({ errors: [{ code: "approvals_differ" }] });
    expect(decide({ verification: "VX_REFUTED", reason: "No." }, [first], lethal)).toMatchObject({ errors: [{ path: "verification", code: "approvals_differ" }] });
    expect(decide({ verification: "VX_REFUTED", reason: "No." }, [earlier("VX_REFUTED")], lethal)).toMatchObject({ verification: "VX_REFUTED", given: 2 });
  });
});

describe("the body of a transition", () => {
  it.each([{ command: "delete" }, { command: "approve", verification: "V9" }, { command: "reject", reason: "a\u0000" }, { command: "approve", findings: [{ code: "T", relation: "WON" }] }])("%o is refused", (body) =>
    expect(transitionInput.safeParse(body).success).toBe(false));
});
