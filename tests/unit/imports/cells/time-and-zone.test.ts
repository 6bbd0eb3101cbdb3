import { describe, expect, test } from "vitest";
import { readClock } from "@/lib/imports/domain/clock";
import { offsetsAt } from "@/lib/imports/domain/offset";
import { placeTime, readZone } from "@/lib/imports/domain/zone";
import { calendarDate } from "@/lib/kernel/calendar-date";

const clock = (text: string) => {
  const { value, found } = readClock(text);
  return [value.time, ...found.map(({ code }) => code)];
};
const at = (day: string, time: string) => ({ day: calendarDate(day), time });
const placed = (day: string, time: string, zone: string) => {
  const cell = readZone(zone);
  const { value, found } = placeTime(at(day, time), cell.value);
  return [`${value.day} ${value.time} ${value.zone}`, ...[...cell.found, ...found].map(({ code }) => code)];
};

describe("a cell of a time", () => {
  test.each([["14:30", "14:30"], ["2:05", "02:05"], ["1430", "14:30"], ["2:30 pm", "14:30"], ["12:05 AM", "00:05"], ["14:30:00", "14:30"], ["14:30:00.000", "14:30"]])("%s is %s", (text, time) => {
    expect(clock(text)).toEqual([time]);
  });
  test("seconds are dropped and that is noted; 24:00 is held; what is no time is refused", () => {
    expect(clock("14:30:59")).toEqual(["14:30", "seconds_dropped"]);
    expect(clock("24:00")).toEqual(["00:00", "time_24_00"]);
    expect(readClock("24:00").value.nextDay).toBe(true);
    expect(["25:10", "14:60", "13:00 pm", "noon", "24:01", "-1:00"].map((text) => clock(text)[1])).toEqual(Array.from({ length: 6 }, () => "invalid_time"));
  });
  test("a zone behind a time is kept with it", () => {
    expect(readClock("14:30+04:00").value.zone).toBe("+04:00");
    expect(readClock("14:30Z").value.zone).toBe("Z");
  });
});

describe("a time in its zone", () => {
  test.each([
    ["Asia/Baku", "2020-11-10 00:30 Asia/Baku"], ["MSK", "2020-11-10 00:30 Europe/Moscow"], ["utc", "2020-11-10 00:30 UTC"], ["+04:00", "2020-11-10 00:30 Asia/Baku"], ["+0400", "2020-11-10 00:30 Asia/Baku"],
    ["UTC+4", "2020-11-10 00:30 Asia/Baku"], ["+3", "2020-11-10 00:30 Europe/Moscow"], ["Europe/Istanbul", "2020-11-10 00:30 Europe/Moscow"], ["Asia/Tbilisi", "2020-11-10 00:30 Asia/Baku"],
  ])("%s keeps the local time", (zone, expected) => {
    expect(placed("2020-11-10", "00:30", zone)).toEqual([expected]);
  });

  test("an offset that none of our zones had then becomes the same instant in UTC, also over midnight", () => {
    expect(placed("2020-11-10", "00:30", "+01:00")).toEqual(["2020-11-09 23:30 UTC", "time_converted_to_utc"]);
    expect(placed("2020-11-10", "22:30", "America/New_York")).toEqual(["2020-11-11 03:30 UTC", "time_converted_to_utc"]);
  });

  test("Baku kept summer time until 2015, so an offset of four hours was Yerevan's in the summers before", () => {
    expect(offsetsAt("Asia/Baku", at("2014-07-01", "12:00"))).toEqual([300]);
    expect(placed("2014-07-01", "12:00", "+04:00")).toEqual(["2014-07-01 12:00 Asia/Yerevan"]);
    expect(placed("2014-07-01", "12:00", "+05:00")).toEqual(["2014-07-01 12:00 Asia/Baku"]);
    expect(placed("2014-07-01", "12:00", "")[1]).toBe("ambiguous_timezone");
    expect(placed("2021-07-01", "12:00", "")[1]).toBe("timezone_assumed");
  });

  test("a time that the clocks jumped over is held", () => {
    expect(placed("2015-03-29", "04:30", "Asia/Baku")[1]).toBe("time_did_not_exist");
    expect(placed("2015-03-29", "05:30", "Asia/Baku")).toHaveLength(1);
  });

  test("an abbreviation of several zones is held; what is no zone is refused", () => {
    expect(["AMT", "IST", "+14:30", "-13:00", "Asia/Nowhere", "Baku/Asia", "hello", "+04:07"].map((zone) => readZone(zone).found[0]?.code)).toEqual([
      "ambiguous_timezone", "ambiguous_timezone", "invalid_timezone", "invalid_timezone", "invalid_timezone", "invalid_timezone", "invalid_timezone", "invalid_timezone",
    ]);
  });
});
