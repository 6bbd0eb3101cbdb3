import ICAL from "ical.js";
import { beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/api/v1/feeds/deadlines.ics/route";
import { send } from "../../support/api";
import { loadReferenceData } from "../../support/reference-data";

beforeAll(loadReferenceData);

const ask = (query = "", expected = 200) => send(GET, { as: "viewer", path: `/feeds/deadlines.ics${query}`, expected });
const eventsOf = (text: string): string[] => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((component) => new ICAL.Event(component)).map(({ startDate, summary }) => `${startDate.toString()} ${summary}`);

describe("GET /feeds/deadlines.ics", () => {
  it("opens in a calendar program, with the date of Kalbajar as it was and as it was moved, and the days of the term under each reading", async () => {
    const got = await ask("?agreement=AGR-2020-11-10");
    expect(got.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const events = eventsOf(got.text);
    const kalbajar = events.filter((line) => /Kalbajar|Kelbajar/.test(line));
    expect(kalbajar.map((line) => line.slice(0, 10))).toEqual(["2020-11-15", "2020-11-15", "2020-11-25"]);
    expect(events.filter((line) => line.includes("Last day for notice")).length).toBeGreaterThanOrEqual(2);
    expect(new Set(events).size).toBe(events.length);
  });

  it("says to a program that has it that nothing changed", async () => {
    const first = await ask();
    const etag = first.headers.get("etag") ?? "";
    expect((await send(GET, { as: "viewer", path: "/feeds/deadlines.ics", headers: { "if-none-match": etag } })).status).toBe(304);
  });

  it("refuses an agreement that has no duties, and a caller without a token", async () => {
    expect((await ask("?agreement=NO-SUCH", 422)).text).toContain("no agreement with obligations");
    expect((await send(GET, { path: "/feeds/deadlines.ics" })).status).toBe(401);
  });
});
