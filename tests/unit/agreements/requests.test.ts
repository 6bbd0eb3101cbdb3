import { describe, expect, it } from "vitest";
import { clauseHref } from "@/components/agreements/clause/clause-address";
import { compareHref, truceCsvHref } from "@/components/agreements/truces/truce-address";
import { clauseNumber, clauseRequest } from "@/lib/agreements/clauses/schema";
import { truceRequest } from "@/lib/agreements/truces/schema";
import { calendarDate } from "@/lib/kernel/calendar-date";

const today = calendarDate("2026-11-24");

describe("the address of a clause", () => {
  it("names two wordings and a day on each clock", () => {
    expect(clauseRequest({ base: "one", other: " two ", asOf: "2020-11-21", knownAt: "2020-11-22" }, today)).toMatchObject({ base: "one", other: "two", asOf: "2020-11-21", knownOn: "2020-11-22", asOfError: undefined });
    expect(clauseRequest({}, today)).toMatchObject({ base: undefined, other: undefined, asOf: today });
  });
  it("says which day does not exist, and shows today", () => expect(clauseRequest({ asOf: "2021-02-30" }, today)).toMatchObject({ asOf: today, asOfError: expect.stringMatching(/2021-02-30.*2026-11-24 is shown/) as string }));
  it("numbers a clause from one on, without signs or letters", () => expect(["1", "12", "0", "-1", "1.5", "two", "00001", ""].map(clauseNumber)).toEqual([1, 12, undefined, undefined, undefined, undefined, undefined, undefined]));
  it("is written as it is read", () => {
    expect(clauseHref({ agreement: "AGR-1", number: 2 })).toBe("/agreements/AGR-1/clauses/2");
    const href = clauseHref({ agreement: "AGR-1", number: 2 }, { base: "a", other: "b", asOf: "2020-11-21", knownOn: "2020-11-22" });
    expect(clauseRequest(Object.fromEntries(new URL(href, "http://x").searchParams), today)).toMatchObject({ base: "a", other: "b", asOf: "2020-11-21", knownOn: "2020-11-22" });
  });
});

describe("the address of the comparison", () => {
  it("names reporter, column and order; a column that is none is the day in force", () => {
    expect(truceRequest({ by: "AM", sort: "reported", order: "desc" }, today)).toMatchObject({ by: "AM", sort: "reported", isDescending: true });
    expect(truceRequest({ sort: "colour", order: "up" }, today)).toMatchObject({ by: undefined, sort: "inForce", isDescending: false });
  });
  it("is written as it is read, and its file keeps both days", () => {
    const address = { asOf: "2021-06-01", knownOn: "2021-07-01", by: "AZ", sort: "end", isDescending: true } as const;
    expect(truceRequest(Object.fromEntries(new URL(compareHref(address), "http://x").searchParams), today)).toMatchObject(address);
    expect(truceCsvHref(address)).toBe("/api/v1/truces.csv?asOf=2021-06-01&knownAt=2021-07-01");
    expect(compareHref({ asOf: "2021-06-01", knownOn: undefined, by: undefined, sort: "inForce", isDescending: false })).toBe("/agreements/compare?asOf=2021-06-01");
  });
});
