import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folded, likeness, namesAlike, wordsShared } from "@/lib/duplicates/domain/names";
import { daysApart, duplicateScore, type DuplicateFacts, kilometresApart, shownFrom } from "@/lib/duplicates/domain/score";
import { calendarDate } from "@/lib/kernel/calendar-date";

const facts = (over: Partial<Omit<DuplicateFacts, "start" | "end">> & { start?: string; end?: string } = {}): DuplicateFacts => {
  const { start = "2022-03-25", end, ...rest } = over;
  return {
    type: "CH04", title: "Shelling reported near Parukh", unit: null, placeId: null, placeNames: [], lat: null, lon: null, addresses: [], hashes: [], against: [], ...rest,
    start: calendarDate(start), end: end === undefined ? null : calendarDate(end),
  };
};
const codes = (a: DuplicateFacts, b: DuplicateFacts): string[] => duplicateScore(a, b).reasons.map((reason) => reason.code);

describe("names in different scripts", () => {
  it.each([["Şuşa", "Shusha"], ["Шуша", "Shusha"], ["Շուշի", "Shushi"], ["Ağdam", "Agdam"], ["Степанакерт", "Stepanakert"]])("%s and %s sound alike", (a, b) => {
    expect(folded(a)).toBe(folded(b));
  });
  it("are not alike where they name different places", () => expect(namesAlike(["Lachin", "Berdzor"], ["Agdam", "Akna"])).toBeLessThan(0.5));
  it("are never alike where one has no name", () => expect(namesAlike([], ["Agdam"])).toBe(0));
  it("are compared the same from both sides", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => likeness(a, b) === likeness(b, a) && wordsShared(a, b) === wordsShared(b, a)));
  });
});

describe("the score of a pair", () => {
  it("shows the same day, place and type, and says why", () => {
    const pair = [facts({ placeId: 4 }), facts({ placeId: 4, title: "Fire near the village" })] as const;
    expect(duplicateScore(...pair).score).toBeGreaterThanOrEqual(shownFrom);
    expect(codes(...pair)).toEqual(["SAME_PLACE", "SAME_DAY", "SAME_TYPE"]);
  });
  it("stays out of sight for two events of one district on one day", () => {
    expect(duplicateScore(facts({ unit: "AZE-1739", title: "Shelling" }), facts({ unit: "AZE-1739", type: "AC01", title: "Road closed" })).score).toBeLessThan(shownFrom);
  });
  it("shows a page that both were read on, days apart though they are", () => {
    expect(codes(facts({ addresses: ["a.invalid/1"] }), facts({ addresses: ["a.invalid/1"], start: "2022-04-25" }))).toContain("SAME_ADDRESS");
  });
  it("takes spans that touch as near", () => {
    expect(daysApart(facts({ start: "2022-03-20", end: "2022-03-26" }), facts())).toBe(0);
    expect(codes(facts({ start: "2022-03-20", end: "2022-03-26" }), facts())).toContain("NEAR_DAY");
    expect(codes(facts({ start: "2022-03-20" }), facts())).not.toContain("NEAR_DAY");
  });
  it("does not let like names outweigh points that are far apart", () => {
    const far = [facts({ lat: 40.06, lon: 46.73, placeNames: ["Parukh"] }), facts({ lat: 39, lon: 46, placeNames: ["Parukh"] })] as const;
    expect(codes(...far)).not.toContain("LIKE_NAME");
  });
  it("measures distance in kilometres", () => {
    expect(kilometresApart({ lat: 0, lon: 0 }, { lat: 0, lon: 1 })).toBeCloseTo(111.19, 1);
    expect(kilometresApart({ lat: 0, lon: 0 }, { lat: null, lon: null })).toBeUndefined();
  });

  const arbitrary = fc.record({
    start: fc.constantFrom("2022-03-20", "2022-03-24", "2022-03-25"), type: fc.constantFrom("CH04", "CH01", "AC01"), unit: fc.constantFrom(null, "AZE-1739"),
    placeId: fc.constantFrom(null, 4, 5), addresses: fc.subarray(["a", "b"]), hashes: fc.subarray(["h"]), against: fc.subarray(["AZ", "AM"]),
  }).map(facts);
  it("is the same from both sides, between 0 and 1", () => {
    fc.assert(fc.property(arbitrary, arbitrary, (a, b) => {
      const score = duplicateScore(a, b);
      expect(duplicateScore(b, a)).toEqual(score);
      expect(score.score).toBeGreaterThanOrEqual(0);
      expect(score.score).toBeLessThan(1);
    }));
  });
  it("never falls when both turn out to share one more page", () => {
    fc.assert(fc.property(arbitrary, arbitrary, (a, b) => {
      const more = (one: DuplicateFacts): DuplicateFacts => ({ ...one, addresses: [...one.addresses, "shared"] });
      expect(duplicateScore(more(a), more(b)).score).toBeGreaterThanOrEqual(duplicateScore(a, b).score);
    }));
  });
});
