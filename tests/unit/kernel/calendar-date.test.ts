import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, calendarDate, daysBetween, isBefore, parseCalendarDate, toStoredDay, utcDayOf } from "@/lib/kernel/calendar-date";

const anyDay = fc.date({ min: new Date("1600-01-01"), max: new Date("2400-12-31"), noInvalidDate: true }).map(utcDayOf);
const anySpan = fc.integer({ min: -200_000, max: 200_000 });

describe("a calendar date", () => {
  it.each(["2021-02-29", "2020-13-01", "2020-00-10", "2020-11-31", "2020-1-1", "20201110", "2020-11-10T00:00:00Z", " 2020-11-10", ""])("refuses %j", (text) => {
    expect(parseCalendarDate(text)).toBeUndefined();
    expect(() => calendarDate(text)).toThrow(RangeError);
  });

  it("knows leap days of every kind of year", () => {
    expect([1900, 2000, 2020, 2023].map((year) => parseCalendarDate(`${year}-02-29`) !== undefined)).toEqual([false, true, true, false]);
  });

  it("comes back from storage as it went in", () => {
    fc.assert(fc.property(anyDay, (day) => utcDayOf(toStoredDay(day)) === day && parseCalendarDate(day) === day));
  });

  it("undoes every step, and counts the steps it took", () => {
    fc.assert(fc.property(anyDay, anySpan, (day, days) => addDays(addDays(day, days), -days) === day && daysBetween(day, addDays(day, days)) === days));
  });

  it("is ordered like the days it counts", () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => isBefore(a, b) === daysBetween(a, b) > 0));
  });

  it("moves by months to the same day, or to the last day of a month that lacks it", () => {
    expect(addMonths(calendarDate("2020-08-31"), -6)).toBe("2020-02-29");
    expect(addMonths(calendarDate("2021-08-31"), -6)).toBe("2021-02-28");
    expect(addMonths(calendarDate("2020-11-10"), 60)).toBe("2025-11-10");
    expect(addMonths(calendarDate("2020-12-31"), 2)).toBe("2021-02-28");
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1200, max: 1200 }), (day, months) => {
        const moved = addMonths(day, months);
        const monthsOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
        return monthsOf(moved) - monthsOf(day) === months && moved.slice(8) <= day.slice(8);
      }),
    );
  });

  it("gives the same answers in every zone of the machine", () => {
    // A process reads its zone when it starts, so each zone gets its own. These have summer time, a half hour and both edges.
    const question = `
      const { addDays, addMonths, daysBetween, calendarDate, toStoredDay, utcDayOf } = await import("./lib/kernel/calendar-date.ts");
      const day = calendarDate("2020-11-09");
      console.log(JSON.stringify([addDays(day, 1), addDays(day, -230), addMonths(day, 54), daysBetween(calendarDate("2020-03-01"), calendarDate("2020-11-01")), utcDayOf(toStoredDay(day)), toStoredDay(day)]));`;
    const answers = ["UTC", "Asia/Baku", "Asia/Yerevan", "America/St_Johns", "Pacific/Kiritimati", "Pacific/Niue"].map((zone) =>
      execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", question], { env: { ...process.env, TZ: zone }, encoding: "utf8" }).trim(),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('"2020-11-10"');
  });
});
