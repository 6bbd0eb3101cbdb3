import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/api/v1/truces.csv/route";
import { findClause } from "@/lib/agreements/clauses/queries";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { send } from "../../support/api";
import { loadReferenceData } from "../../support/reference-data";

beforeAll(loadReferenceData);

const rows = async (query = ""): Promise<Record<string, string>[]> => parse((await send(GET, { as: "viewer", path: `/truces.csv${query}`, expected: 200 })).text, { columns: true });

describe("GET /truces.csv", () => {
  it("sends a file with a row for each account, two where two sides differ", async () => {
    const got = await send(GET, { as: "viewer", path: "/truces.csv?asOf=2026-11-24", expected: 200 });
    expect(got.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(got.headers.get("content-disposition")).toBe('attachment; filename="truce-ledger-truces-2026-11-24.csv"');
    const october = (await rows("?asOf=2026-11-24")).filter((row) => row["agreement"] === "AGR-2020-10-10" && row["outcome"] === "FIRST_REPORTED");
    expect(october).toMatchObject([
      { reported_by: "Armenia", denied_by: "Azerbaijan", elapsed: "5 minutes", minutes_counted: "5", sources: "sf1010", confidence: "verified-page" },
      { reported_by: "Azerbaijan", denied_by: "Armenia", elapsed: "the same day", minutes_low: "0", minutes_high: "1440" },
    ]);
  });

  it("names the record behind a computed account, and loses no truce of which nothing is on record", async () => {
    const all = await rows("?asOf=2026-11-24");
    expect(all.find((row) => row["agreement"] === "AGR-2020-11-10" && row["outcome"] === "FIRST_VERIFIED")).toMatchObject({ occurred_on: "2023-09-19", verification: "V4_VERIFIED", record: expect.stringMatching(/\d/) as string });
    expect(new Set(all.map((row) => row["agreement"])).size).toBe(11);
    expect(all.find((row) => row["agreement"] === "AGR-SY-2020-03-05")).toMatchObject({ outcome: "", followed_until: "" });
  });

  it("answers on either clock", async () => {
    expect((await rows("?asOf=2020-10-12")).map((row) => row["agreement"])).not.toContain("AGR-2020-11-10");
    const early = await rows("?asOf=2026-11-24&knownAt=2020-12-01");
    expect(early.filter((row) => row["agreement"] === "AGR-2020-11-10").map((row) => row["outcome"])).toEqual([""]);
  });

  it("needs a token, and refuses a day that does not exist", async () => {
    expect((await send(GET, { path: "/truces.csv" })).status).toBe(401);
    expect((await send(GET, { as: "viewer", path: "/truces.csv?asOf=2021-02-30" })).status).toBe(422);
  });
});

describe("a clause with what the board says of its duties", () => {
  const clause = (number: number, asOf: string) => findClause({ agreement: "AGR-2020-11-10", number }, { asOf: calendarDate(asOf) });

  it("holds both outcomes of point 2, and the day on which it was done", async () => {
    const found = await clause(2, "2020-11-21");
    expect(found?.duties).toMatchObject([{ text: { code: "NK2020-2a" }, doneOn: "2020-11-20", state: { timeliness: "DATE_READING_DISPUTED" } }]);
    expect(found?.duties[0]?.deadlines[0]?.readings.map((reading) => [reading.reading, reading.outcome])).toEqual([["INCLUSIVE", "ON_TIME"], ["EXCLUSIVE", "LATE"]]);
    expect(found?.wordings.map((wording) => wording.held !== null)).toEqual([false, true, true, true]);
    expect(found?.discrepancies.own.map((row) => row.code)).toEqual(["D-07", "D-17"]);
    expect([found?.previous, found?.next]).toEqual([1, 3]);
  });

  it("keeps the original date of Kalbajar beside the amended one, and knows neither the deed nor a later date too early", async () => {
    const kalbajar = async (asOf: string) => (await clause(6, asOf))?.duties.find((duty) => duty.text.code === "NK2020-6a");
    expect((await kalbajar("2020-11-16"))?.deadlines.map((deadline) => [deadline.dueOn, deadline.isKnown])).toEqual([["2020-11-15", true], ["2020-11-25", true]]);
    expect((await kalbajar("2020-11-14"))?.deadlines.map((deadline) => [deadline.dueOn, deadline.isKnown])).toEqual([["2020-11-15", true], ["2020-11-25", false]]);
    expect((await kalbajar("2020-11-16"))?.doneOn).toBeNull();
  });

  it("is no page where the agreement or the number is none", async () => {
    expect(await clause(99, "2020-11-21")).toBeUndefined();
    expect(await findClause({ agreement: "AGR-NONE", number: 1 }, { asOf: calendarDate("2020-11-21") })).toBeUndefined();
  });
});
