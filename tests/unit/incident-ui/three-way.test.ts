import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IncidentFormValues } from "@/components/incidents/form/form-values";
import { mergedValues, partsToMerge, linesOf } from "@/components/incidents/form/three-way";

const base: IncidentFormValues = { title: "Fire near a village", narrative: "One.", place: { name: "A", lat: "1" }, claims: [{ stance: "ALLEGED_BY", speaker: "AM_MOD" }], sources: ["4"] };

describe("two people's changes of one record", () => {
  it("are both kept where they touch different parts", () => {
    const [mine, theirs] = [{ ...base, title: "Mine" }, { ...base, narrative: "Theirs." }];
    expect(partsToMerge({ base, mine, theirs }).map(({ part, kind }) => [part, kind])).toEqual([["title", "MINE"], ["narrative", "THEIRS"]]);
    expect(mergedValues({ base, mine, theirs }, {})).toEqual({ ...base, title: "Mine", narrative: "Theirs." });
  });

  it("of the same text need a person's choice, and nothing is taken without it", () => {
    const sides = { base, mine: { ...base, title: "Mine" }, theirs: { ...base, title: "Theirs" } };
    expect(partsToMerge(sides)).toEqual([{ part: "title", kind: "CONFLICT", choices: ["MINE", "THEIRS"], proposed: null }]);
    expect(mergedValues(sides, { title: "THEIRS" }).title).toBe("Theirs");
    expect(mergedValues(sides, {}).title).toBe("Mine");
  });

  it("of one place are not mixed", () => {
    const sides = { base, mine: { ...base, place: { name: "B", lat: "1" } }, theirs: { ...base, place: { name: "A", lat: "2" } } };
    expect(partsToMerge(sides).map(({ part, kind }) => [part, kind])).toEqual([["place", "CONFLICT"]]);
  });

  it("of one list stand beside each other; what the others took out is gone", () => {
    const mine = { ...base, claims: [{ stance: "ALLEGED_BY", speaker: "AM_MOD" }, { stance: "DENIED_BY", speaker: "AZ_MOD" }] };
    const theirs = { ...base, claims: [{ stance: "FOUND_BY", speaker: "ICJ" }] };
    expect(mergedValues({ base, mine, theirs }, {}).claims).toEqual([{ stance: "DENIED_BY", speaker: "AZ_MOD" }, { stance: "FOUND_BY", speaker: "ICJ" }]);
    expect(mergedValues({ base, mine, theirs }, { claims: "MINE" }).claims).toEqual(mine.claims);
  });

  it("that are equal are no difference, nor are rows left empty", () => {
    const changed = { ...base, title: "The same" };
    expect(partsToMerge({ base, mine: changed, theirs: { ...changed } })).toEqual([]);
    expect(partsToMerge({ base, mine: { ...base, sources: ["4", ""] }, theirs: base })).toEqual([]);
  });

  it("are shown in lines", () => expect(linesOf(base, "claims")).toEqual(["ALLEGED_BY · AM_MOD"]));

  const rows = fc.subarray(["1", "2", "3", "4"]);
  it("never lose a row that somebody added", () => {
    fc.assert(fc.property(rows, rows, rows, (before, own, other) => {
      const sides = { base: { sources: before }, mine: { sources: own }, theirs: { sources: other } };
      const merged = mergedValues(sides, {}).sources ?? [];
      const added = [...own, ...other].filter((row) => !before.includes(row));
      const removed = before.filter((row) => !own.includes(row) || !other.includes(row));
      expect(merged).toEqual(expect.arrayContaining(added));
      expect(merged.filter((row) => removed.includes(row ?? ""))).toEqual([]);
    }));
  });
});
