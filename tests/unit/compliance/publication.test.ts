import { describe, expect, it } from "vitest";
import { boardLabel, isAcknowledgedBy, isContested, isLethal, isPositionChange, type PublishedRecord } from "@/lib/compliance/domain/publication";

const record = (over: Partial<PublishedRecord> = {}): PublishedRecord => ({ type: "CH04", title: "Shelling near the line", sensitivity: "S0_PUBLIC", protectedFields: {}, flags: [], claims: [], killed: [], ...over });
const killed = (low: number | null, best: number | null, high: number | null) => record({ killed: [{ low, best, high }] });

describe("what the board keeps of a published record", () => {
  it("is lethal by the best figure, else the highest, else the lowest", () => {
    expect([killed(0, 1, 2), killed(null, null, 1), killed(1, null, null)].map(isLethal)).toEqual([true, true, true]);
    expect([killed(0, 0, 4), killed(0, 0, 0), record()].map(isLethal)).toEqual([false, false, false]);
  });

  it("changes positions as a breach of the types that do, or as one that may still be found", () => {
    expect(isPositionChange(record({ type: "PO01" }), "BREACH")).toBe(true);
    expect(isPositionChange(record({ type: "CH09" }), "BREACH")).toBe(true);
    expect(isPositionChange(record({ type: "PO01" }), "POSSIBLE_BREACH")).toBe(true);
    expect(isPositionChange(record({ type: "PO01" }), "CONTEXT")).toBe(false);
    expect(isPositionChange(record({ type: "CH04" }), "BREACH")).toBe(false);
  });

  it("is contested by a denial or a counter-allegation", () => {
    expect(isContested(record({ claims: [{ stance: "DENIED_BY", side: "AZ" }] }))).toBe(true);
    expect(isContested(record({ claims: [{ stance: "COUNTER_ALLEGED_BY", side: "AM" }] }))).toBe(true);
    expect(isContested(record({ flags: ["CONTESTED"] }))).toBe(true);
    expect(isContested(record({ claims: [{ stance: "ALLEGED_BY", side: "AZ" }] }))).toBe(false);
  });

  it("is acknowledged only by a bound side to which the duty is owed, and only as a fulfilment", () => {
    const finding = { relation: "FULFILMENT", beneficiarySides: ["AZ", "NK"], boundSides: ["AZ", "AM"] };
    const said = (stance: string, side: string | null) => record({ claims: [{ stance, side }] });
    expect(isAcknowledgedBy(said("ALLEGED_BY", "AZ"), finding)).toBe(true);
    expect(isAcknowledgedBy(said("ADMITTED_BY", "AZ"), finding)).toBe(true);
    expect(isAcknowledgedBy(said("ALLEGED_BY", "NK"), finding)).toBe(false);
    expect(isAcknowledgedBy(said("ALLEGED_BY", "AM"), finding)).toBe(false);
    expect(isAcknowledgedBy(said("ALLEGED_BY", "AZ"), { ...finding, relation: "PARTIAL_FULFILMENT" })).toBe(false);
    expect(isAcknowledgedBy(said("DENIED_BY", "AZ"), finding)).toBe(false);
    expect(isAcknowledgedBy(said("ALLEGED_BY", null), finding)).toBe(false);
  });

  it("shows of a source-protected record its type only", () => {
    expect(boardLabel(record())).toBe("Shelling near the line");
    expect(boardLabel(record({ sensitivity: "S3_SOURCE_PROTECTED" }))).toBe("Mortar, tank or artillery fire (source protected)");
  });
});
