import { describe, expect, it } from "vitest";
import { growthLines, rowOf } from "../../../scripts/bench/report.mjs";
import { growthOf, isMet, targetText } from "../../../scripts/bench/target.mjs";

const time = (median: number, p95 = median) => ({ median, p95 });
const empty = { name: "empty route", size: 10, product: time(2) };

describe("what is wanted of a measurement", () => {
  it.each([
    [{ target: { over: 3 }, product: time(5) }, "3 ms over the empty route", true], [{ target: { over: 3 }, product: time(5.1) }, "3 ms over the empty route", false],
    [{ target: { within: 8 }, product: time(8) }, "at most 8 ms", true], [{ target: { within: 120, percentile: "p95" }, product: time(8, 121) }, "p95 at most 120 ms", false],
    [{ target: { atLeast: 500 }, value: { amount: 499, unit: "lists/s" } }, "at least 500 lists/s", false], [{ target: { times: 4 }, product: time(7), raw: time(2) }, "4 × SQL", true],
    [{ target: { within: 220 }, value: { amount: 219, unit: "MB" } }, "at most 220 MB", true], [{ target: "words", product: time(1) }, "words", undefined], [{ product: time(1) }, "", undefined],
  ])("%j", (result, words, met) => expect([targetText(result), isMet(result, empty)]).toEqual([words, met]));

  it("can't be told where the empty route was not measured", () => expect(isMet({ target: { over: 3 }, product: time(1) }, undefined)).toBeUndefined());
});

describe("the table", () => {
  it("says what was measured, what was wanted and whether that is so", () => {
    expect(rowOf({ name: "list", size: 10, target: { over: 3 }, product: time(4.25, 120.4), raw: time(2) }, empty)).toEqual(["list", "10", "4.3", "120", "2.0", "2.1 ×", "3 ms over the empty route", "met", ""]);
    expect(rowOf({ name: "memory", size: 10, target: { within: 1 }, value: { amount: 2.345, unit: "MB" }, note: "at rest" }, empty)).toEqual(["memory", "10", "", "", "", "", "at most 1 MB", "NOT MET", "2.35 MB; at rest"]);
  });

  it("says by how much a measurement grew with the records", () => {
    const results = [{ name: "list", size: 1000, product: time(3) }, { name: "list", size: 10, product: time(2) }, { name: "once", size: 10, product: time(2) }, { name: "memory", size: 10, value: { amount: 1, unit: "MB" } }, { name: "memory", size: 1000, value: { amount: 9, unit: "MB" } }];
    expect(growthOf(results, "list")).toEqual({ from: 10, to: 1000, ratio: 1.5 });
    expect(growthLines(results)).toEqual(["list: 1.50 times from 10 to 1000 records: met"]);
  });
});
