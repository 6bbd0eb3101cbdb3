import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { protectedFieldCodes } from "@/lib/codelists/protected-field";
import { fieldMarkCodes, sensitivityCodes, sensitivityRank } from "@/lib/codelists/sensitivity";
import { type FieldMarks, markOf, type Marked, openedByMerge, strictestMark, strictestOf } from "@/lib/incidents/domain/marks";
import { fieldMarks } from "@/lib/incidents/protection/schema";

const someMarks: fc.Arbitrary<FieldMarks> = fc.dictionary(fc.constantFrom(...protectedFieldCodes), fc.constantFrom(...fieldMarkCodes));
const marked: fc.Arbitrary<Marked> = fc.record({ sensitivity: fc.constantFrom(...sensitivityCodes), protectedFields: someMarks });
const rankOf = (record: Marked, field: (typeof protectedFieldCodes)[number]) => sensitivityRank(markOf(record, field));

describe("the mark of a field", () => {
  it("is the record's for narrative, place and quotes, and for title, time and sources where the source is protected", () => {
    const withheldAt = (sensitivity: Marked["sensitivity"]) => protectedFieldCodes.filter((field) => markOf({ sensitivity, protectedFields: {} }, field) !== "S0_PUBLIC");
    expect(withheldAt("S0_PUBLIC")).toEqual([]);
    expect(withheldAt("S1_INTERNAL")).toEqual(["narrative", "place", "quotes"]);
    expect(withheldAt("S2_RESTRICTED")).toEqual(["narrative", "place", "quotes"]);
    expect(withheldAt("S3_SOURCE_PROTECTED")).toEqual(["title", "narrative", "time", "place", "quotes", "sources"]);
  });

  it("is its own or the record's, whichever fewer may read", () => {
    expect(markOf({ sensitivity: "S1_INTERNAL", protectedFields: { narrative: "S3_SOURCE_PROTECTED" } }, "narrative")).toBe("S3_SOURCE_PROTECTED");
    expect(markOf({ sensitivity: "S2_RESTRICTED", protectedFields: { narrative: "S1_INTERNAL" } }, "narrative")).toBe("S2_RESTRICTED");
    expect(markOf({ sensitivity: "S0_PUBLIC", protectedFields: { casualties: "S1_INTERNAL" } }, "casualties")).toBe("S1_INTERNAL");
  });

  it("never falls where a mark is added or raised", () => {
    fc.assert(fc.property(marked, marked, (record, more) => {
      const joined = strictestOf([record, more]);
      for (const field of protectedFieldCodes) {
        expect(rankOf(joined, field)).toBeGreaterThanOrEqual(Math.max(rankOf(record, field), rankOf(more, field)));
        expect(rankOf(joined, field)).toBeLessThanOrEqual(sensitivityRank(strictestMark(joined)));
      }
    }));
  });

  it("keeps a merge out exactly where a line would become more open", () => {
    fc.assert(fc.property(marked, marked, (survivor, merged) => {
      for (const field of openedByMerge(survivor, merged)) expect(rankOf(merged, field)).toBeGreaterThan(rankOf(survivor, field));
      expect(openedByMerge(strictestOf([survivor, merged]), merged)).toEqual([]);
    }));
  });
});

describe("marks as they are given", () => {
  it("say nothing where they are empty or public, and stand in one order", () => {
    const given = fieldMarks.parse({ sources: "S3_SOURCE_PROTECTED", title: "", narrative: "S0_PUBLIC", quotes: null, place: "S1_INTERNAL" });
    expect(JSON.stringify(given)).toBe('{"place":"S1_INTERNAL","sources":"S3_SOURCE_PROTECTED"}');
    expect(fieldMarks.parse({})).toEqual({});
  });

  it.each([[{ narative: "S2_RESTRICTED" }, /narative can't be marked/], [{ narrative: "S4" }, /"S4" is not one of S1_INTERNAL/], [{ narrative: 2 }, /2 is not one of/]])("%j is refused by name: a slip of the pen leaves no field open", (given, message) => {
    const result = fieldMarks.safeParse(given);
    expect(result.error?.issues.map((issue) => issue.message).join()).toMatch(message);
  });
});
