import ICAL from "ical.js";
import { afterEach, describe, expect, it, vi } from "vitest";
import { calendarEntries } from "@/lib/compliance/calendar/domain";
import { deadlinesIcs } from "@/lib/compliance/calendar/pipeline";
import type { DutyLane, TimelineMark } from "@/lib/compliance/timeline/domain";
import { calendarDate } from "@/lib/kernel/calendar-date";

const mark = (kind: TimelineMark["kind"], on: string, text: string): TimelineMark => ({ kind, on: calendarDate(on), until: null, text, verification: null, recordId: null, reference: null, isDeciding: false });
const lane = (...marks: TimelineMark[]): DutyLane => ({ code: "NK2020-6a", title: "Return of Kalbajar, Agdam; and \"more\"", marks, waiting: 0 });
const told = { base: "https://ledger.example.org", asOf: calendarDate("2026-11-25") };
const moved = [mark("DUE", "2020-11-15", "Due by the text"), mark("MOVED", "2020-11-15", "Date moved to 25 November 2020"), mark("DUE", "2020-11-25", "Due as amended")];

/** What a calendar program makes of it. */
function opened(text: string) {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return { uid: event.uid, day: event.startDate.toString(), isWholeDay: event.startDate.isDate, summary: event.summary };
  });
}

afterEach(() => vi.unstubAllEnvs());

describe("the calendar of dates", () => {
  it("keeps a date that was moved beside the one in its place, and the day on which it was moved", () => {
    const events = opened(deadlinesIcs(calendarEntries({ duties: [lane(...moved)] }), told));
    const title = 'Return of Kalbajar, Agdam; and "more" (NK2020-6a)';
    expect(events.map(({ day, summary }) => `${day} ${summary}`)).toEqual([`2020-11-15 Due by the text: ${title}`, `2020-11-15 Date moved to 25 November 2020: ${title}`, `2020-11-25 Due as amended: ${title}`]);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(3);
  });

  it.each(["Pacific/Auckland", "America/Los_Angeles", "Asia/Baku"])("names the calendar date itself where the server stands in %s", (zone) => {
    vi.stubEnv("TZ", zone);
    const [event] = opened(deadlinesIcs(calendarEntries({ duties: [lane(mark("DUE", "2020-11-15", "Due by the text"))] }), told));
    expect(event).toMatchObject({ day: "2020-11-15", isWholeDay: true });
  });

  it("tells two readings of one day apart, and one date once", () => {
    const readings = [mark("NOTICE", "2025-05-09", "Last day for notice; counted from 9 November"), mark("NOTICE", "2025-05-09", "Last day for notice; counted from 10 November")];
    expect(calendarEntries({ duties: [lane(...readings, ...readings)] })).toHaveLength(2);
  });

  it("tells of dates, not of what is said to have happened", () => {
    expect(calendarEntries({ duties: [lane(mark("RECORD", "2022-03-24", "A record"), mark("CLAIM", "2022-03-25", "A claim"), mark("ENDED", "2023-09-20", "Ended: a record"))] })).toEqual([]);
  });

  it("gives the same text for the same dates, whatever their order, so that a program that has it is told so", () => {
    const there = deadlinesIcs(calendarEntries({ duties: [lane(...moved)] }), told);
    expect(deadlinesIcs(calendarEntries({ duties: [lane(...[...moved].reverse())] }), told)).toBe(there);
    expect(there.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it("can be opened where no duty has a date", () => {
    expect(opened(deadlinesIcs([], told))).toEqual([]);
  });
});
