import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { monthAt, monthsBetween } from "@/lib/map/domain/months";

describe("the months that are played", () => {
  const months = monthsBetween(calendarDate("2020-11-09"), calendarDate("2021-03-01"));

  it("go from the month of the first record to that of the last, each with its own last day", () => {
    expect(months.map(({ from, to }) => `${from} ${to}`)).toEqual(["2020-11-01 2020-11-30", "2020-12-01 2020-12-31", "2021-01-01 2021-01-31", "2021-02-01 2021-02-28", "2021-03-01 2021-03-31"]);
  });

  it("are found again by their days, and no other span is one of them", () => {
    expect(monthAt(months, { from: "2021-02-01", to: "2021-02-28" })).toBe(3);
    for (const span of [{ from: "2021-02-01", to: "2021-02-27" }, { from: undefined, to: undefined }, { from: "2019-02-01", to: "2019-02-28" }]) expect(monthAt(months, span)).toBeUndefined();
  });

  it("stop somewhere, whatever day a record names", () => expect(monthsBetween(calendarDate("1800-01-01"), calendarDate("2300-12-31"))).toHaveLength(1200));
});
