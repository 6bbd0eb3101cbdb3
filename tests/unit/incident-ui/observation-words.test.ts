import { describe, expect, it } from "vitest";
import { formValuesOf } from "@/components/incidents/form/values-of-record";
import { rangeInWords, totalsInWords } from "@/components/incidents/record/observation-words";
import { distanceInWords, weaponInWords } from "@/lib/incidents/observations/domain";
import { entryInputOf } from "@/lib/incidents/schema";
import { aClaim, aCount, anObservation, aView } from "../../support/incident-builders";

describe("an observation in words", () => {
  it.each([
    [[null, null, null], "not counted"], [[null, 180, null], "180"], [[2, 2, 2], "2"], [[null, 1177, 1177], "1,177"], [[1, 2, 3], "1 / 2 / 3"], [[40, null, null], "40 / ? / ?"],
  ] as const)("%j reads %s", (figures, words) => expect(rangeInWords(figures)).toBe(words));

  it.each([[1.5, 2, "NE", "1.5 to 2 km north-east"], [3, 3, null, "3 km"], [null, 4, "S", "up to 4 km south"], [4, null, null, "4 km or more"], [null, null, "W", "west"], [null, null, null, ""]] as const)("%s to %s km, %s", (...[distanceKmLow, distanceKmHigh, bearing16, words]) =>
    expect(distanceInWords({ distanceKmLow, distanceKmHigh, bearing16 })).toBe(words));

  it("names the weapon with its calibre, and nothing where none is named", () => {
    expect([weaponInWords({ weapon: "MORTAR", weaponCalibreMm: 82 }), weaponInWords({ weapon: "SMALL_ARMS", weaponCalibreMm: 7.62 }), weaponInWords({ weapon: "TANK", weaponCalibreMm: null }), weaponInWords({ weapon: null, weaponCalibreMm: null })])
      .toEqual(["Mortar, 82 mm", "Small arms, 7.62 mm", "Tank", ""]);
  });

  it("has a total with its unit, and says why there is none over all", () => {
    const shots = [anObservation({ kind: "SHOT", countBest: 30 }), anObservation({ kind: "SHOT", countBest: 10, means: "SEEN" })];
    expect(totalsInWords(shots)).toEqual(["Total of 2 lines counted in “shot”: 40."]);
    expect(totalsInWords([...shots, anObservation({ countBest: 5 })])).toEqual(["Total of 2 lines counted in “shot”: 40.", "Counts in different units are not added up."]);
    expect(totalsInWords([anObservation({ countBest: 5 })])).toEqual([]);
  });
});

it("the form holds every part of a record's lines, so that saving loses none", () => {
  const view = aView({
    claims: [aClaim({ eventOn: "2022-03-24", eventPlace: "Parukh" })], casualties: [aCount({ countedBy: "AZ_MOD" })],
    observations: [anObservation({ countLow: 0, weapon: "MORTAR", weaponCalibreMm: 82, observerPlace: "A post", bearing16: "NNW", distanceKmLow: 0.5, distanceKmHigh: 2 })],
  });
  const held = formValuesOf(entryInputOf(view));
  const filled = (line: object) => Object.keys(Object.fromEntries(Object.entries(line).filter(([name, value]) => value !== null && value !== undefined && value !== false && name !== "mergedFrom"))).toSorted();
  const lists = ["claims", "casualties", "observations"] as const;
  expect(lists.map((list) => [list, filled(held[list]?.[0] ?? {})])).toEqual(lists.map((list) => [list, filled(view[list][0] ?? {})]));
});
