import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess } from "@/lib/compliance/domain/assess";
import { type BoardSubject, contextOf } from "@/lib/compliance/domain/board";
import { agreementTimeline, clockMarks, type Timeline, timelineOf } from "@/lib/compliance/timeline/domain";
import { addDays } from "@/lib/kernel/calendar-date";
import { isOnAxis } from "@/lib/kernel/day-axis";
import { aCompletion, aDeadline, aFact, anAmendment, anObligation, anObserver, day, moment } from "../../support/board-builders";

const subject = (over: Parameters<typeof anObligation>[0], more: Partial<BoardSubject> = {}): BoardSubject => ({ input: anObligation(over), clauseId: 1, coverage: [anObserver("2020-11-10")], dependsOn: [], records: [], ...more });
const drawn = (one: BoardSubject, asOf: string): Timeline => {
  const context = contextOf(one, [one], moment(asOf));
  return timelineOf(one, context, assess(one.input, one.records, context).because);
};
const laneOf = (timeline: Timeline, kind: string) => timeline.lanes.filter((lane) => lane.kind === kind);
const words = (timeline: Timeline, kind: string) => laneOf(timeline, kind).flatMap(({ marks }) => marks.map((mark) => `${mark.on} ${mark.kind} ${mark.text}`));

const kalbajar = subject({ code: "NK2020-6a", kind: "MILESTONE", deadlines: [aDeadline("2020-11-15"), anAmendment("2020-11-25")] }, { records: [aCompletion("2020-11-25", { label: "Handed over" })] });

describe("the dates of a duty", () => {
  it("show the original beside the amended date, and the day of the amendment apart", () => {
    const timeline = drawn(kalbajar, "2020-11-26");
    expect(words(timeline, "DATES")).toEqual(["2020-11-15 DUE Due by the text", "2020-11-25 DUE Due as amended"]);
    expect(words(timeline, "MOVED")).toEqual(["2020-11-15 MOVED Date moved to 25 November 2020"]);
  });

  it("tell nothing that was set, or happened, only later", () => {
    const timeline = drawn(kalbajar, "2020-11-14");
    expect(timeline.lanes.map(({ kind }) => kind)).toEqual(["DATES"]);
    expect(words(timeline, "DATES")).toEqual(["2020-11-15 DUE Due by the text"]);
  });

  it("are none, without an axis, where nothing dated is on record", () => {
    expect(drawn(subject({}), "2021-01-01")).toEqual({ axis: undefined, lanes: [] });
  });
});

describe("the records of a duty", () => {
  const breach = aFact({ on: "2021-01-05", verification: "V4_VERIFIED", isLethal: true, label: "Counted" });
  const claim = aFact({ on: "2021-01-06", verification: "V1_CLAIM", label: "Waits" });
  const timeline = drawn(subject({}, { records: [claim, breach, aFact({ on: "2021-03-01" }), aFact({ on: "2021-01-02", verification: "VX_REFUTED" })] }), "2021-01-10");

  it("stand in two lanes by whether they count, and refuted ones in neither", () => {
    expect(words(timeline, "COUNTED")).toEqual(["2021-01-05 RECORD Counted"]);
    expect(words(timeline, "WAITING")).toEqual(["2021-01-06 CLAIM Waits"]);
  });

  it("are marked where a reason for the state names them, which a claim never is", () => {
    expect(laneOf(timeline, "COUNTED")[0]?.marks[0]).toMatchObject({ isDeciding: true, verification: "V4_VERIFIED" });
    expect(laneOf(timeline, "WAITING")[0]?.marks[0]?.isDeciding).toBe(false);
  });
});

describe("a term", () => {
  const startReadings = [
    { holder: "Reading from signature", on: "2020-11-10", basis: "" },
    { holder: "Reading from deployment", on: "2020-11-20", basis: "" },
  ];
  const term = subject({ code: "NK2020-4c", kind: "TERM", terms: { termYears: 5, noticeMonths: 6, startReadings } });

  it("has a lane for each reading of its start, cut on the last day for notice", () => {
    const lanes = laneOf(drawn(term, "2023-01-01"), "TERM");
    expect(lanes.map(({ label }) => label)).toEqual(["Term counted from 10 November 2020 (Reading from signature)", "Term counted from 20 November 2020 (Reading from deployment)"]);
    expect(lanes[0]?.bands).toMatchObject([{ kind: "IN_TIME", from: "2020-11-10", to: "2025-05-10" }, { kind: "TOO_LATE", from: "2025-05-10", to: "2025-11-10" }]);
    expect(lanes[1]?.marks.map(({ on, kind }) => `${kind} ${on}`)).toEqual(["NOTICE 2025-05-20", "TERM_END 2025-11-20"]);
  });

  it("shows the period that runs on the day: the second one after a tacit renewal", () => {
    expect(laneOf(drawn(term, "2026-01-01"), "TERM")[0]?.bands[0]).toMatchObject({ from: "2025-11-10", to: "2030-05-10" });
  });

  it("shows the period in which its object ended, however much later one looks", () => {
    const ended = { ...term, records: [aFact({ on: "2024-06-12", relation: "CONTEXT", effect: "ENDED" })] };
    expect(laneOf(drawn(ended, "2026-01-01"), "TERM")[0]?.bands[0]).toMatchObject({ from: "2020-11-10" });
  });

  it("is one band where no notice is foreseen", () => {
    expect(laneOf(drawn(subject({ kind: "TERM", terms: { termYears: 5 } }), "2023-01-01"), "TERM")[0]?.bands).toMatchObject([{ kind: "PERIOD", from: "2020-11-10", to: "2025-11-10" }]);
  });
});

describe("the axis of a timeline", () => {
  const anySpan = fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.option(fc.integer({ min: 0, max: 200 }), { nil: null }));
  const anyRecords = fc.array(fc.tuple(anySpan, fc.constantFrom("V1_CLAIM", "V3_CORROBORATED", "V5_INVESTIGATED")), { maxLength: 12 });

  it("holds every mark and every band, whatever is on record", () => {
    fc.assert(
      fc.property(anyRecords, fc.integer({ min: 0, max: 2500 }), (entries, age) => {
        const records = entries.map(([[from, length], verification]) => {
          const on = addDays(day("2020-11-10"), from);
          return aFact({ on, occurredEnd: length === null ? null : addDays(on, length), verification });
        });
        const { axis, lanes } = drawn(subject({ deadlines: [aDeadline("2021-05-01")] }, { records }), addDays(day("2020-11-10"), age));
        return lanes.every(({ marks, bands }) => [...marks.flatMap(({ on, until }) => [on, until ?? on]), ...bands.flatMap(({ from, to }) => [from, to])].every((each) => axis !== undefined && isOnAxis(axis, each)));
      }),
    );
  });

  it("is one for all duties of an agreement, whose claims are counted and not drawn", () => {
    const other = subject({ code: "NK2020-1a" }, { records: [aFact({ on: "2023-01-05", verification: "V2_REPORTED" }), aFact({ on: "2023-02-05" })] });
    const timelines = [kalbajar, other].map((one) => ({ code: one.input.code, title: one.input.title, timeline: drawn(one, "2023-06-01") }));
    const { axis, duties } = agreementTimeline(timelines);
    expect(duties.map(({ code, waiting, marks }) => [code, waiting, marks.length])).toEqual([["NK2020-6a", 0, 4], ["NK2020-1a", 1, 1]]);
    expect(duties.flatMap(({ marks }) => marks).every(({ on }) => axis !== undefined && isOnAxis(axis, on))).toBe(true);
  });
});

describe("the ticks of the clocks", () => {
  const inputs = [kalbajar.input, anObligation({ title: "Agdam", deadlines: [aDeadline("2020-11-15"), aDeadline("2022-01-01", { origin: "REPORTED" }), aDeadline("2023-01-01", { origin: "FOLLOW_ON" })] })];

  it("are dates due and dates moved, one for a day and sort, without what decides nothing", () => {
    expect(clockMarks(inputs, undefined).map(({ on, kind }) => `${on} ${kind}`)).toEqual(["2020-11-15 DUE", "2020-11-15 MOVED", "2020-11-25 DUE"]);
    expect(clockMarks(inputs, undefined)[0]?.text).toBe("Ceasefire: due 15 November 2020; Agdam: due 15 November 2020");
  });

  it("leave out an amendment that nobody knew of by the day of knowledge", () => {
    expect(clockMarks(inputs, day("2020-11-14")).map(({ on, kind }) => `${on} ${kind}`)).toEqual(["2020-11-15 DUE"]);
  });
});
