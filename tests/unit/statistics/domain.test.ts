import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, calendarDate } from "@/lib/kernel/calendar-date";
import { inLedgerOrder, labelOfValue, ledgerOf, withheld } from "@/lib/statistics/domain/dimension";
import { ledgerSeries, seriesOf } from "@/lib/statistics/domain/ledger-series";
import { averageOver, comparedPeriod, periodBetween, previousPeriod, sinceReference } from "@/lib/statistics/domain/period";
import { crossed, summedBy } from "@/lib/statistics/domain/table";
import { watchedLevel, watchedShare } from "@/lib/statistics/domain/watched";
import { byField } from "@/lib/statistics/schema";

const day = calendarDate;
const names = { units: new Map([["AZE-1739", "Kalbajar / Karvachar"]]), parties: new Map([["AZ", "Azerbaijan"], ["AM", "Armenia"], ["RU", "Russia"]]), obligations: new Map([["T-1a", "Cease fire"]]) };

describe("periods that are compared", () => {
  it("are those of the filters, or thirty days where an end is open", () => {
    expect(comparedPeriod({ from: day("2021-01-01"), to: day("2021-01-10") }, day("2022-01-01"))).toMatchObject({ days: 10 });
    expect(comparedPeriod({ from: undefined, to: day("2021-01-30") }, day("2022-01-01"))).toEqual({ from: "2021-01-01", to: "2021-01-30", days: 30 });
    expect(comparedPeriod({ from: undefined, to: undefined }, day("2022-01-30"))).toMatchObject({ from: "2022-01-01", to: "2022-01-30" });
    expect(comparedPeriod({ from: day("2021-12-31"), to: undefined }, day("2022-01-30"))).toMatchObject({ to: "2022-01-30", days: 31 });
    expect(comparedPeriod({ from: day("2023-01-01"), to: undefined }, day("2022-01-30"))).toMatchObject({ from: "2023-01-01", days: 30 });
  });

  it("have as many days before them, without a gap and without a common day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }), (start, length) => {
        const period = periodBetween(addDays(day("2020-11-10"), start), addDays(day("2020-11-10"), start + length));
        const previous = previousPeriod(period);
        expect(previous && [previous.days, addDays(previous.to, 1)]).toEqual([period.days, period.from]);
      }),
    );
  });

  it("stay within the days that have a name", () => {
    expect(comparedPeriod({ from: day("9999-12-31"), to: undefined }, day("2022-01-30"))).toEqual({ from: "9999-12-31", to: "9999-12-31", days: 1 });
    expect(comparedPeriod({ from: undefined, to: day("0100-01-05") }, day("2022-01-30"))).toEqual({ from: "0100-01-01", to: "0100-01-05", days: 5 });
    expect(previousPeriod(periodBetween(day("0100-01-01"), day("9999-12-31")))).toBeUndefined();
    expect(previousPeriod(periodBetween(day("0100-01-02"), day("0100-01-02")))).toEqual({ from: "0100-01-01", to: "0100-01-01", days: 1 });
  });

  it("are held against the time since a day, which may not lie after them", () => {
    const period = periodBetween(day("2021-01-01"), day("2021-01-10"));
    expect(sinceReference(day("2020-12-22"), period)).toMatchObject({ days: 20 });
    expect(sinceReference(day("2021-01-11"), period)).toBeUndefined();
    expect(averageOver(30, periodBetween(day("2020-12-22"), day("2021-01-10")), period)).toBe(15);
  });
});

describe("the share of days on which somebody could see", () => {
  const span = { from: day("2021-01-01"), to: day("2021-01-31") };
  it.each([
    [[], 0], [[{ fromOn: day("2020-01-01"), toOn: null }], 1], [[{ fromOn: day("2021-01-31"), toOn: null }], 1 / 31],
    [[{ fromOn: day("2021-01-01"), toOn: day("2021-01-10") }, { fromOn: day("2021-01-05"), toOn: day("2021-01-15") }], 15 / 31],
    [[{ fromOn: day("2021-01-20"), toOn: day("2021-01-21") }, { fromOn: day("2021-01-02"), toOn: day("2021-01-03") }], 4 / 31],
    [[{ fromOn: day("2021-02-01"), toOn: null }, { fromOn: day("2020-01-01"), toOn: day("2020-12-31") }], 0],
  ])("counts each day once: %#", (presences, share) => expect(watchedShare(span, presences.map((presence) => ({ duty: "1a", observes: true, ...presence })))).toBeCloseTo(share, 10));

  it("is over all duties of the register: one that is still watched does not make the others so, and who stood there without seeing watched nothing", () => {
    const always = { fromOn: day("2020-01-01"), toOn: null };
    const rows = [{ duty: "4c", observes: true, ...always }, { duty: "1a", observes: true, ...always, toOn: day("2020-12-31") }, { duty: "1a", observes: false, ...always }, { duty: "3a", observes: false, ...always }, { duty: "3b", observes: false, ...always }];
    expect(watchedShare(span, rows)).toBe(0.25);
    expect([0, 0.25, 0.5, 1].map(watchedLevel)).toEqual(["NOBODY", "LITTLE", "MUCH", "MUCH"]);
  });
});

describe("counts in tables", () => {
  const groups = [
    { key: { type: "CH04", month: "2021-01" }, count: 3 }, { key: { type: "CH04", month: "2022-01" }, count: 4 }, { key: { type: "CH06", month: "2021-02" }, count: 9 }, { key: { type: "CH07", month: "2021-02" }, count: 0 },
  ];

  it("lose none and invent none, in the order of their values", () => {
    const table = crossed(groups, { line: "type", column: "month", columnOf: (month) => month.slice(0, 4) });
    expect(table).toEqual({ columns: ["2021", "2022"], most: 9, lines: [{ value: "CH04", cells: [3, 4], sum: 7 }, { value: "CH06", cells: [9, 0], sum: 9 }] });
    expect(summedBy(groups, "month")).toEqual(new Map([["2021-01", 3], ["2022-01", 4], ["2021-02", 9]]));
  });
});

describe("ledgers", () => {
  const groups = [
    { key: { reporter: "SIDE:AZ", month: "2021-01", verification: "V1_CLAIM" }, count: 5 }, { key: { reporter: "SIDE:AZ", month: "2021-01", verification: "V4_VERIFIED" }, count: 1 },
    { key: { reporter: "SIDE:AZ", month: "2020-12", verification: "VX_REFUTED" }, count: 2 }, { key: { reporter: "MONITORS", month: "2021-02", verification: "V3_CORROBORATED" }, count: 7 },
  ];

  it("stand each for itself: nothing adds them up", () => {
    const ledgers = inLedgerOrder(["OTHERS", "MONITORS", "SIDE:AZ", "GUARANTOR:RU", "SIDE:AM"].map((code) => ledgerOf(code, names.parties)));
    expect(ledgers.map(({ label }) => label)).toEqual(["Reported by Armenia", "Reported by Azerbaijan", "Reported by the guarantor Russia", "Reported by monitors, courts and international bodies", "Reported by others"]);
    const series = ledgerSeries(groups, ledgers.filter(({ code }) => ["SIDE:AZ", "MONITORS"].includes(code)), ["2021-01", "2021-02"]);
    expect(series).toMatchObject([
      { ledger: { code: "SIDE:AZ" }, records: 8, all: { CLAIMED: 5, CORROBORATED: 0, VERIFIED: 1, NOT_COUNTED: 2 }, months: [{ CLAIMED: 5, VERIFIED: 1 }, { CLAIMED: 0 }] },
      { ledger: { code: "MONITORS" }, records: 7, months: [{ CORROBORATED: 0 }, { CORROBORATED: 7 }] },
    ]);
    expect(seriesOf(groups, ["2021-01"])).toMatchObject({ records: 15, all: { CLAIMED: 5, CORROBORATED: 7, VERIFIED: 1, NOT_COUNTED: 2 }, months: [{ CLAIMED: 5, VERIFIED: 1, CORROBORATED: 0 }] });
    expect(Object.keys(series[0] ?? {}).sort()).toEqual(["all", "ledger", "months", "records"]);
  });
});

describe("what values are called", () => {
  it("names districts by both forms, and says that one is withheld or that there is none", () => {
    expect(["AZE-1739", withheld, "", "AZE-0"].map((unit) => labelOfValue("unit", unit, names))).toEqual(["Kalbajar / Karvachar", "District withheld", "No district on record", "AZE-0"]);
    expect([labelOfValue("severity", "", names), labelOfValue("obligation", "T-1a", names), labelOfValue("party", "ZZ", names)]).toEqual(["No severity on record", "Cease fire", "ZZ"]);
  });
});

describe("what is counted by", () => {
  it.each([["month,type", ["month", "type"]], [" month , month", ["month"]], ["reporter,month,verification", ["reporter", "month", "verification"]]])("%s is read", (text, by) => expect(byField.parse(text)).toEqual(by));
  it.each([["", /not counted by ""/], ["month,colour", /not counted by "colour".*month, type/], ["reporter,party", /one of reporter and party/], ["month,type,unit,verification,severity", /four things/]])("%s is refused with the way out", (text, words) =>
    expect(byField.safeParse(text).error?.issues[0]?.message).toMatch(words));
});
