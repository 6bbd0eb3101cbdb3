import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOfSerial, orderShownBy, readDay, type DateOrder } from "@/lib/imports/domain/day";

const read = (text: string, order: DateOrder = "YMD") => {
  const { value, found } = readDay(text, order);
  return [value.day, ...found.map(({ code }) => code)];
};

describe("a cell of a date", () => {
  test.each([
    ["2021-05-09", "2021-05-09"], ["2021/5/9", "2021-05-09"], ["2021.05.09", "2021-05-09"], ["20210509", "2021-05-09"], ["9 May 2021", "2021-05-09"], ["09-May-2021", "2021-05-09"],
    ["May 9, 2021", "2021-05-09"], ["27th September 2020", "2020-09-27"], ["1 Sept 2020", "2020-09-01"], ["2020-09-27 00:00:00.000", "2020-09-27"], ["2020-02-29", "2020-02-29"], ["31/12/2020", "2020-12-31"], ["12/31/2020", "2020-12-31"],
  ])("%s is %s, without a word", (text, day) => {
    expect(read(text)).toEqual([day]);
  });

  test.each(["2021-02-31", "2021-02-29", "2020-00-10", "31.02.2021", "0000-00-00", "32/01/2021", "31 June 2021", "9 Maybe 2021", "tomorrow", "2021-13-01", "20211301", "1/2/3", "2021-05-09-01", "٢٠٢١-٠٥-٠٩"])("%s is no day, and none near it is taken", (text) => {
    expect(read(text)).toEqual([null, "invalid_date"]);
  });

  test("03/04/2021 is what the file's order makes of it, and is held where the file has none", () => {
    expect(read("03/04/2021", "DMY")).toEqual(["2021-04-03"]);
    expect(read("03/04/2021", "MDY")).toEqual(["2021-03-04"]);
    expect(read("03/04/2021", "YMD")[1]).toBe("date_order_conflict");
  });

  test("a date that the file's order can't read is held with the other reading as a proposal", () => {
    expect(readDay("04/13/2021", "DMY").found[0]).toMatchObject({ code: "date_order_conflict", suggested: "2021-04-13" });
  });

  test("a number of a spreadsheet is proposed, with the time in its fraction, and never taken", () => {
    expect(readDay("44145", "YMD")).toMatchObject({ value: { day: "2020-11-10", clock: null }, found: [{ code: "excel_serial_date", suggested: "2020-11-10" }] });
    expect(readDay("44145.604166", "YMD").value).toMatchObject({ day: "2020-11-10", clock: "14:30" });
  });

  test("a month and a year are spans that are proposed", () => {
    expect(readDay("2021-02", "YMD")).toMatchObject({ value: { day: "2021-02-01", last: "2021-02-28" }, found: [{ code: "partial_date" }] });
    expect(readDay("2020", "YMD").value).toMatchObject({ day: "2020-01-01", last: "2020-12-31" });
  });

  test("before 1900 there is no day for a record", () => {
    expect(read("1899-12-30")[1]).toBe("date_out_of_range");
  });

  test("every day of the calendar is read back from every plain way of writing it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 73_000 }), (serial) => {
        const day = dayOfSerial(serial + 61);
        const [year, month, date] = day.split("-");
        expect([read(day), read(`${date}.${month}.${year}`, "DMY"), read(`${month}/${date}/${year}`, "MDY"), read(`${year}${month}${date}`)]).toEqual([[day], [day], [day], [day]]);
      }),
    );
  });

  test("no text makes it throw or gives a day that is none", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d./: -]{0,20}$/)), (text) => {
        const { day } = readDay(text, "DMY").value;
        expect(day === null || new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)).toBe(true);
      }),
    );
  });
});

test("the order of day and month shows where one of them is above twelve", () => {
  expect(["31/12/2021", "12/31/2021", "03/04/2021", "04/04/2021", "2021-03-04", "x"].map(orderShownBy)).toEqual(["DMY", "MDY", "either", undefined, undefined, undefined]);
});
