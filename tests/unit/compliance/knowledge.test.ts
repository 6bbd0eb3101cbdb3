import { describe, expect, it } from "vitest";
import type { BoardSubject } from "@/lib/compliance/domain/board";
import { detailAsKnown, subjectAsKnown } from "@/lib/compliance/domain/knowledge";
import { aDeadline, aFact, anAmendment, anObligation, anObserver, day } from "../../support/board-builders";

const known = (over: Parameters<typeof anObligation>[0], on: string, more: Partial<BoardSubject> = {}): BoardSubject =>
  subjectAsKnown<BoardSubject>({ input: anObligation(over), clauseId: 1, coverage: [], dependsOn: [], records: [], ...more }, day(on));

describe("what could not be known yet", () => {
  it("is the end of an event that was told while it went on", () => {
    const closed = aFact({ on: "2022-12-12", occurredEnd: day("2023-04-28"), effect: "CLOSED" });
    const endOn = (on: string, fact = closed) => known({}, on, { records: [fact] }).records[0]?.occurredEnd;
    expect(endOn("2023-04-27")).toBeNull();
    expect(endOn("2023-04-28")).toBe("2023-04-28");
    // The span of a month is no event of its own, and a completion is never told early.
    expect(endOn("2022-12-20", { ...closed, isDayUncertain: true })).toBe("2023-04-28");
    expect(endOn("2022-12-20", { ...closed, effect: "DONE" })).toBe("2023-04-28");
  });

  it("is a date that was moved later, a reading stated later, and a start that had not come", () => {
    const duty = {
      deadlines: [aDeadline("2020-11-15"), anAmendment("2020-11-25")],
      interpretations: [{ holder: "A", statedOn: "2020-11" }, { holder: "B", statedOn: "2020-11-13" }, { holder: "C", statedOn: null }],
      terms: { termYears: 5, startReadings: [{ holder: "Signature", on: "2020-11-10", basis: "" }, { holder: "Deployment", on: "2020-11-20", basis: "" }] },
    };
    const { input } = known(duty, "2020-11-14");
    expect([input.deadlines.length, input.interpretations.map(({ holder }) => holder), input.terms.startReadings.map(({ holder }) => holder)]).toEqual([1, ["B"], ["Signature"]]);
    expect(known(duty, "2020-11-30").input).toEqual(anObligation({ ...duty, interpretations: duty.interpretations.slice(0, 2) }));
  });

  it("is a presence that had not begun, and the day on which one would leave", () => {
    const coverage = [anObserver("2020-11-15", "2024-06-11"), anObserver("2021-01-30")];
    expect(known({}, "2021-01-29", { coverage }).coverage).toEqual([anObserver("2020-11-15", null)]);
    expect(known({}, "2024-06-11", { coverage }).coverage).toEqual(coverage);
  });

  it("leaves the page of a duty as well, and is nothing where no date of knowledge is asked for", () => {
    const detail = { interpretations: [{ statedOn: "2025-11-08" }, { statedOn: "2022-07" }], coverage: [anObserver("2020-11-15", "2024-06-11")] };
    expect(detailAsKnown(detail, new Date("2022-12-01T23:59:59.999Z"))).toEqual({ interpretations: [{ statedOn: "2022-07" }], coverage: [anObserver("2020-11-15", null)] });
    expect(detailAsKnown(detail, undefined)).toBe(detail);
  });
});
