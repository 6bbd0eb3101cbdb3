import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, calendarDate as day, utcDayOf } from "@/lib/kernel/calendar-date";
import { axisAround, axisDays, type DayAxis, inRows, isOnAxis, shareOf, spanOf, ticksOf } from "@/lib/kernel/day-axis";

const anyDay = fc.date({ min: new Date("1900-01-01"), max: new Date("2100-12-31"), noInvalidDate: true }).map(utcDayOf);
const anyAxis: fc.Arbitrary<DayAxis> = fc.tuple(anyDay, fc.integer({ min: 0, max: 40_000 })).map(([from, length]) => ({ from, to: addDays(from, length) }));
const fiveYears: DayAxis = { from: day("2020-11-10"), to: day("2025-11-09") };

describe("an axis of days", () => {
  it("puts its first day at the left edge and the day after its last at the right", () => {
    expect(shareOf(fiveYears, day("2020-11-10"))).toBe(0);
    expect(shareOf(fiveYears, day("2025-11-10"))).toBe(1);
    expect(shareOf(fiveYears, day("2019-01-01"))).toBe(0);
    expect(shareOf(fiveYears, day("2030-01-01"))).toBe(1);
  });

  it("gives every day the same width, and neighbouring spans neither overlap nor leave a gap", () => {
    fc.assert(
      fc.property(anyAxis, fc.nat(), (axis, at) => {
        const cut = addDays(axis.from, at % axisDays(axis));
        const left = spanOf(axis, axis.from, cut);
        // After the axis' last day nothing is left: as if a span without width stood at its end.
        const right = spanOf(axis, addDays(cut, 1), null) ?? { start: 1, width: 0 };
        expect((left?.width ?? 0) + right.width).toBeCloseTo(1, 9);
        expect((left?.start ?? 0) + (left?.width ?? 0)).toBeCloseTo(right.start, 9);
      }),
    );
  });

  it("shows of a span only what lies on the axis, and nothing of one that lies outside", () => {
    expect(spanOf(fiveYears, day("2019-01-01"), day("2020-11-09"))).toBeUndefined();
    expect(spanOf(fiveYears, day("2025-11-10"), null)).toBeUndefined();
    expect(spanOf(fiveYears, day("2019-01-01"), null)).toEqual({ start: 0, width: 1 });
    expect(spanOf({ from: day("2020-11-10"), to: day("2020-11-10") }, day("2020-11-10"), day("2020-11-10"))).toEqual({ start: 0, width: 1 });
  });

  it("holds all days that it is made around, and is never shorter than asked", () => {
    expect(axisAround([])).toBeUndefined();
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 1 }), (days) => {
        const axis = axisAround(days);
        return axis !== undefined && days.every((each) => isOnAxis(axis, each)) && axisDays(axis) >= 60;
      }),
    );
  });
});

describe("the ticks of an axis", () => {
  it("lie inside it, in order, at most as many as asked for", () => {
    fc.assert(
      fc.property(anyAxis, fc.integer({ min: 4, max: 12 }), (axis, most) => {
        const ticks = ticksOf(axis, most).map(({ on }) => on);
        return ticks.every((on) => isOnAxis(axis, on)) && ticks.length <= most && ticks.every((on, index) => index === 0 || on > (ticks[index - 1] ?? on));
      }),
    );
  });

  it("are round: years over years, months over months, days over days", () => {
    expect(ticksOf(fiveYears).map(({ on }) => on)).toEqual(["2021-01-01", "2022-01-01", "2023-01-01", "2024-01-01", "2025-01-01"]);
    expect(ticksOf({ from: day("2020-11-10"), to: day("2021-02-20") }).map(({ on, unit }) => `${unit} ${on}`)).toEqual(["MONTH 2020-12-01", "MONTH 2021-01-01", "MONTH 2021-02-01"]);
    expect(ticksOf({ from: day("2020-10-16"), to: day("2020-12-14") }).map(({ on, unit }) => `${unit} ${on}`)).toEqual(["DAY 2020-10-16", "DAY 2020-10-30", "DAY 2020-11-13", "DAY 2020-11-27", "DAY 2020-12-11"]);
    expect(ticksOf({ from: day("2020-11-10"), to: day("2020-11-30") }).map(({ on }) => on)).toEqual(["2020-11-10", "2020-11-17", "2020-11-24"]);
    expect(ticksOf({ from: day("2020-11-10"), to: day("2020-11-10") })).toEqual([{ on: "2020-11-10", unit: "DAY" }]);
    expect(ticksOf({ from: day("1950-06-01"), to: addMonths(day("1950-06-01"), 12 * 100) }).map(({ on }) => on.slice(0, 4))).toEqual(["1960", "1980", "2000", "2020", "2040"]);
  });
});

describe("marks in rows", () => {
  it("never stand closer in a row than the gap, and none is lost", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.2, noNaN: true })), { maxLength: 40 }), (pairs) => {
        const items = pairs.map(([start, width]) => ({ start, width }));
        const placed = inRows(items, 0.03, (item) => item);
        expect(placed).toHaveLength(items.length);
        for (const { item, row } of placed) {
          for (const other of placed) {
            if (other.item === item || other.row !== row || other.item.start < item.start) continue;
            expect(other.item.start - (item.start + item.width)).toBeGreaterThanOrEqual(0.03 - 1e-12);
          }
        }
      }),
    );
  });

  it("share one row where there is room", () => {
    expect(inRows([{ start: 0.5, width: 0 }, { start: 0.1, width: 0 }, { start: 0.51, width: 0 }], 0.03, (item) => item).map(({ row }) => row)).toEqual([0, 0, 1]);
  });
});
