import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFigure } from "@/lib/imports/domain/figure";

const read = (text: string) => {
  const { value, found } = readFigure(text);
  return [value.low ?? value.high === null ? value.best : `${value.low}-${value.high}`, ...found.map(({ code, suggested }) => (suggested === undefined ? code : `${code} ${suggested}`))];
};

describe("a cell that counts people", () => {
  test.each([["0", 0], ["17", 17], ["+4", 4], ["2.0", 2], ["007", 7], ["10000000", 10_000_000]])("%s is %d, without a word", (text, best) => {
    expect(read(text)).toEqual([best]);
  });

  test.each([
    ["-3", "negative_casualties"], ["−3", "negative_casualties"], ["2.5", "not_an_integer"], ["99999999999", "casualties_implausible"], ["1".repeat(400), "casualties_implausible"], ["many", "not_a_number"], ["O", "not_a_number"],
    ["NaN", "not_a_number"], ["Infinity", "not_a_number"], ["(3)", "not_a_number"], ["0x10", "unusual_number_format"], ["1e99", "unusual_number_format"],
  ])("%s counts nobody: %s", (text, code) => {
    expect(read(text)).toEqual([null, code]);
  });

  test.each([
    ["1,000", "thousands_separator 1000"], ["12 000", "thousands_separator 12000"], ["1.000", "thousands_separator 1000"], ["+1,000", "thousands_separator 1000"], ["1’234’567", "thousands_separator 1234567"], ["1e3", "unusual_number_format 1000"],
    ["٣", "unusual_number_format 3"], ["१२", "unusual_number_format 12"], ["３", "unusual_number_format 3"], ["~10", "approximate_number 10"], ["5+", "approximate_number 5"], ["at least 3", "approximate_number 3"], ["-0", "unusual_number_format 0"],
  ])("%s is held: %s", (text, found) => {
    expect(read(text)[1]).toBe(found);
  });

  test("a span in one cell is low and high, with no best figure made up between them", () => {
    for (const text of ["3-5", "3–5", "3 to 5", "3..5"]) expect(readFigure(text)).toMatchObject({ value: { low: 3, best: null, high: 5 }, found: [{ code: "casualty_range_in_one_cell" }] });
  });

  test("a word for nothing is not known, with a warning; an empty cell is not known, without", () => {
    expect([read("n/a"), read("NULL"), read("-"), read("")]).toEqual([[null, "null_token"], [null, "null_token"], [null, "null_token"], [null]]);
  });

  test("whatever a cell says, a figure is a whole number from nought to ten million or none", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+~\d.,e ]{0,12}$/), fc.double().map(String)), (text) => {
        for (const figure of Object.values(readFigure(text.trim()).value)) expect(figure === null || (Number.isInteger(figure) && figure >= 0 && figure <= 10_000_000)).toBe(true);
      }),
    );
  });
});
