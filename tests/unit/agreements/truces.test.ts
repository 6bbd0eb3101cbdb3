import { describe, expect, it } from "vitest";
import { agreementErrors } from "@/lib/agreements/domain/rules";
import { compareTruces, type Question, sortedTruces, truceRun } from "@/lib/agreements/truces/domain/comparison";
import { elapsedInWords, elapsedSince, minutesInWords, truceStart } from "@/lib/agreements/truces/domain/elapsed";
import { accountsOf, type BreachRecord } from "@/lib/agreements/truces/domain/records";
import { outcomeInput } from "@/lib/agreements/truces/schema";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { outcomesOf, truces as truceCodes } from "@/prisma/seed/tables/truce-outcomes";
import { readReference } from "@/prisma/seed/files";
import { anAgreementInput } from "../../support/agreement-builders";
import { aTruce, anAccount, aVoice } from "../../support/truce-builders";

const day = calendarDate;
const start = truceStart(aTruce());
const time = (occurredOn: string, instants: { at?: string; from?: string; to?: string } = {}) => ({ occurredOn: day(occurredOn), occurredAt: instants.at ?? null, earliestAt: instants.from ?? null, latestAt: instants.to ?? null });
const today: Question = { asOf: day("2026-11-24"), by: undefined };
const compareOne = (over: Parameters<typeof aTruce>[0], question = today) => compareTruces([aTruce(over)], question).truces[0] ?? expect.fail("no truce");

describe("how long after its start", () => {
  it.each([
    { what: "five minutes by two instants", at: time("2020-10-10", { at: "2020-10-10T08:05:00Z" }), elapsed: { low: 5, high: 5, counted: 5 }, words: "5 minutes" },
    { what: "a span counts at its end", at: time("2020-10-10", { from: "2020-10-10T08:00:00Z", to: "2020-10-10T11:00:00Z" }), elapsed: { low: 0, high: 180, counted: 180 }, words: "0 minutes to 3 hours" },
    { what: "the day of the start counts as one", at: time("2020-10-10"), elapsed: { low: 0, high: 1440, counted: 1440 }, words: "the same day" },
    { what: "calendar days, whatever the hour", at: time("2020-11-10"), elapsed: { low: 44_640, high: 46_080, counted: 44_640 }, words: "31 days" },
    { what: "hours and minutes below two days", at: time("2020-10-11", { at: "2020-10-11T10:30:00Z" }), elapsed: { low: 1590, high: 1590, counted: 1590 }, words: "26 hours 30 minutes" },
  ])("$what", ({ at, elapsed, words }) => {
    expect(elapsedSince(start, at)).toMatchObject(elapsed);
    expect(elapsedInWords(elapsedSince(start, at))).toBe(words);
  });

  it("without an hour of the start only days are counted, however exact the report is", () => {
    const dayOnly = truceStart({ inForceAt: null, inForceLocal: "2021-07-28", signedOn: day("2021-07-28") });
    expect(elapsedInWords(elapsedSince(dayOnly, time("2021-07-29", { from: "2021-07-28T22:45:00Z", to: "2021-07-28T23:40:00Z" })))).toBe("1 day");
    expect(truceStart({ inForceAt: null, inForceLocal: null, signedOn: day("2021-07-28") }).on).toBe("2021-07-28");
  });

  it("a length has its unit, in one or many", () => expect([1, 60, 61, 1440, 2880].map(minutesInWords)).toEqual(["1 minute", "1 hour", "1 hour 1 minute", "1 day", "2 days"]));
});

describe("reports of two sides", () => {
  const alleged = anAccount({ occurredOn: day("2020-10-10"), occurredAt: "2020-10-10T08:05:00Z", allegedBy: [aVoice("AA")], deniedBy: [aVoice("BB")] });
  const counter = anAccount({ occurredOn: day("2020-10-10"), allegedBy: [aVoice("BB_MOD", "BB")], deniedBy: [aVoice("AA")] });

  it("stand apart, and the earliest by anyone counts unless a side is asked for", () => {
    const accounts = [counter, alleged];
    const truce = compareOne({ accounts });
    expect(truce.reports.map((report) => [report.allegedBy[0]?.code, report.elapsed.counted])).toEqual([["AA", 5], ["BB_MOD", 1440]]);
    expect(truce.reported).toMatchObject({ kind: "EVENT", elapsed: { counted: 5 } });
    expect(compareOne({ accounts }, { ...today, by: "BB" }).reported).toMatchObject({ kind: "EVENT", elapsed: { counted: 1440 } });
  });

  it("a side that reported nothing leaves the truce followed, not broken", () => {
    expect(compareOne({ accounts: [alleged] }, { ...today, by: "BB" }).reported).toMatchObject({ kind: "CENSORED", until: "2020-10-20" });
  });

  it("speakers of one side are one reporter, at their first word", () => {
    const accounts = [anAccount({ allegedBy: [aVoice("AA_MOD", "AA")], occurredOn: day("2020-10-13") }), anAccount({ allegedBy: [aVoice("AA"), aVoice("CC")], occurredOn: day("2020-10-12") })];
    const { reports } = compareOne({ accounts });
    expect(reports.map((report) => [report.allegedBy.map((voice) => voice.side), report.occurredOn])).toEqual([[["AA"], "2020-10-12"], [["CC"], "2020-10-12"]]);
  });

  it("where each accuses the other, a side denies what the other says and not its own word", () => {
    const both = anAccount({ allegedBy: [aVoice("AA"), aVoice("BB")], deniedBy: [aVoice("AA"), aVoice("BB")] });
    expect(compareOne({ accounts: [both] }).reports.map((report) => report.deniedBy.map((voice) => voice.side))).toEqual([["BB"], ["AA"]]);
  });
});

describe("what a curve takes of a truce", () => {
  it("nothing where nobody is known to have looked: silence is not calm", () => {
    const ended = anAccount({ kind: "ENDED", allegedBy: [], occurredOn: day("2020-10-15") });
    for (const accounts of [[], [ended]]) expect(compareOne({ accounts })).toMatchObject({ reported: { kind: "EXCLUDED" }, verification: { kind: "EXCLUDED" } });
  });
  it("its time until it was last said to hold", () => {
    const held = anAccount({ kind: "HELD", allegedBy: [], occurredOn: day("2020-10-15") });
    expect(compareOne({ accounts: [held], statusOn: day("2020-10-15") }).reported).toMatchObject({ kind: "CENSORED", until: "2020-10-15", elapsed: { counted: 5 * 1440 } });
  });
  it("its time until its end where no violation was verified", () => {
    const accounts = [anAccount(), anAccount({ kind: "ENDED", allegedBy: [], occurredOn: day("2020-10-12") })];
    expect(compareOne({ accounts })).toMatchObject({ reported: { kind: "EVENT" }, verification: { kind: "CENSORED", until: "2020-10-12" }, end: { occurredOn: "2020-10-12" } });
  });
  it("its time until the day shown where its records are on the board", () => {
    expect(compareOne({ hasRecords: true, statusOn: null }, { ...today, asOf: day("2020-12-10") }).reported).toMatchObject({ kind: "CENSORED", until: "2020-12-10" });
  });
  it("nothing of what came after the day shown, and no truce before its day", () => {
    const accounts = [anAccount({ occurredOn: day("2020-10-13") })];
    const asked = (asOf: string) => compareTruces([aTruce({ accounts, hasRecords: true })], { asOf: day(asOf), by: undefined });
    expect(asked("2020-10-12").truces[0]?.reported).toMatchObject({ kind: "CENSORED", until: "2020-10-12" });
    expect(asked("2020-10-13").truces[0]?.reported.kind).toBe("EVENT");
    expect(asked("2020-10-09").truces).toEqual([]);
    expect(asked("2020-10-12").curves.REPORTED.steps).toMatchObject([{ events: 0, censored: 1 }]);
  });
});

describe("records of a duty to cease fire", () => {
  const record = (over: Partial<BreachRecord> = {}): BreachRecord => ({
    reference: "TL-1", href: "/incidents/1", label: "A breach", relation: "POSSIBLE_BREACH", verification: "V1_CLAIM", occurredStart: day("2020-11-26"), occurredEnd: null, precision: "T4_DAY",
    allegedBy: [aVoice("AA")], deniedBy: [], confidence: null, sources: [], ...over,
  });
  const kinds = (over: Partial<BreachRecord>) => accountsOf([record(over)], day("2020-11-10")).map((account) => account.kind);

  it("a claim is a report; a breach found at V4 is a verified one too, below it is not", () => {
    expect(kinds({})).toEqual(["FIRST_REPORTED"]);
    expect(kinds({ relation: "BREACH", verification: "V3_CORROBORATED" })).toEqual(["FIRST_REPORTED"]);
    expect(kinds({ relation: "BREACH", verification: "V4_VERIFIED" })).toEqual(["FIRST_REPORTED", "FIRST_VERIFIED"]);
    expect(kinds({ relation: "POSSIBLE_BREACH", verification: "V4_VERIFIED" })).toEqual(["FIRST_REPORTED"]);
  });
  it("a refuted record, context and what came before the truce say nothing", () => {
    expect(kinds({ verification: "VX_REFUTED" })).toEqual([]);
    expect(kinds({ relation: "CONTEXT" })).toEqual([]);
    expect(kinds({ occurredStart: day("2020-11-09") })).toEqual([]);
  });
  it("a month counts as its last day, a lasting event as its first", () => {
    const on = (over: Partial<BreachRecord>) => accountsOf([record({ occurredEnd: day("2020-11-30"), ...over })], day("2020-11-10"))[0]?.occurredOn;
    expect(on({ precision: "T7_MONTH" })).toBe("2020-11-30");
    expect(on({ precision: "T4_DAY" })).toBe("2020-11-26");
  });
});

describe("order and neighbours", () => {
  const early = aTruce({ code: "AGR-A", accounts: [anAccount({ occurredOn: day("2020-10-13") })] });
  const run = [early, aTruce({ code: "AGR-B", signedOn: day("2020-11-09"), inForceLocal: "2020-11-10T00:00:00", hasRecords: true }), aTruce({ code: "AGR-C", conflict: "Other", signedOn: day("2020-11-01") }), aTruce({ code: "AGR-D", signedOn: day("2019-11-01") })];
  const { truces } = compareTruces(run, today);
  const codes = (rows: readonly { code: string }[]) => rows.map((row) => row.code);

  it("what has no value in a column comes last in either direction", () => {
    expect(codes(sortedTruces(truces, { sort: "reported", isDescending: false }))).toEqual(["AGR-A", "AGR-B", "AGR-C", "AGR-D"]);
    expect(codes(sortedTruces(truces, { sort: "reported", isDescending: true }))[0]).toBe("AGR-A");
    expect(codes(sortedTruces(truces, { sort: "signed", isDescending: true }))).toEqual(["AGR-B", "AGR-C", "AGR-A", "AGR-D"]);
  });
  it("the truce on the board stands beside those of its conflict in the sixty days before it", () => expect(codes(truceRun(truces))).toEqual(["AGR-A", "AGR-B"]));
});

describe("an outcome is refused, with the field and the value", () => {
  const outcome = (over: object) => outcomeInput.parse({ kind: "ENDED", occurredOn: "2020-12-01", confidence: "seed", sources: ["one"], ...over });
  const errors = (over: object, agreement: object = {}) => agreementErrors(anAgreementInput({ setsTruce: true, inForceAt: "2020-11-09T21:00:00Z", outcomes: [outcome(over)], ...agreement }));

  it("has nothing against a whole one", () => expect(errors({})).toEqual([]));
  it.each([
    ["before the agreement", { occurredOn: "2020-11-08" }, { path: "outcomes.0.occurredOn", code: "before_agreement", message: expect.stringContaining("2020-11-08") as string }],
    ["before the truce took force", { occurredAt: "2020-11-09T20:59:00Z", occurredOn: "2020-11-09" }, { path: "outcomes.0.occurredAt", code: "before_in_force" }],
    ["with half a span", { earliestAt: "2020-12-01T00:00:00Z" }, { code: "span_incomplete" }],
    ["with an instant and a span", { occurredAt: "2020-12-01T00:00:00Z", earliestAt: "2020-12-01T00:00:00Z", latestAt: "2020-12-01T00:00:00Z" }, { code: "instant_and_span" }],
    ["that ends before it starts", { earliestAt: "2020-12-01T01:00:00Z", latestAt: "2020-12-01T00:00:00Z" }, { code: "ends_before_start" }],
    ["that nobody reported", { kind: "FIRST_REPORTED" }, { path: "outcomes.0.allegedBy", code: "no_speaker" }],
    ["that a speaker alleges and denies", { allegedBy: ["AZ"], deniedBy: ["AZ"] }, { code: "denies_itself", message: expect.stringContaining("AZ") as string }],
  ])("one %s", (_what, over, error) => expect(errors(over)).toMatchObject([error]));
  it("one of an agreement that sets no truce", () => expect(errors({}, { setsTruce: false })).toMatchObject([{ path: "outcomes", code: "no_truce" }]));
  it("a shape without a source, or with a kind that is none", () => {
    expect(outcomeInput.safeParse({ kind: "ENDED", occurredOn: "2020-12-01", confidence: "seed", sources: [] }).success).toBe(false);
    expect(outcomeInput.safeParse({ kind: "BROKEN", occurredOn: "2020-12-01", confidence: "seed", sources: ["one"] }).success).toBe(false);
  });
});

describe("the table of truces", () => {
  const { agreements } = readReference();
  const row = (code: string) => agreements.find((agreement) => agreement.id === code) ?? expect.fail(`no agreement ${code}`);

  it("names agreements of the files, and sources of the very agreement", () => {
    expect(Object.keys(outcomesOf).filter((code) => !truceCodes.includes(code))).toEqual([]);
    for (const code of truceCodes) expect((outcomesOf[code] ?? []).flatMap((outcome) => outcome.sources).filter((key) => !row(code).sources.includes(key))).toEqual([]);
  });

  it("gives every length of time that the files give, or says why not", () => {
    const counted = (code: string, kind: string) => {
      const { signed, entry_into_force: force } = row(code);
      const begun = truceStart({ inForceAt: force.utc, inForceLocal: force.local, signedOn: day(signed.date) });
      return (outcomesOf[code] ?? []).filter((outcome) => outcome.kind === kind).map((outcome) => elapsedInWords(elapsedSince(begun, { ...outcome, occurredOn: day(outcome.occurredOn) })));
    };
    const given = truceCodes.filter((code) => row(code).time_to_breakdown.value !== null).map((code) => [code, `${row(code).time_to_breakdown.value} ${row(code).time_to_breakdown.unit}`]);
    expect(given).toEqual([
      ["AGR-1994-05-12", "9635 days"], ["AGR-2020-10-10", "5 minutes"], ["AGR-2020-10-26", "5 minutes"], ["AGR-2020-11-10", "31 days"], ["AGR-2021-07-28", "17 hours"], ["AGR-2021-11-16", "2 days"], ["AGR-2023-09-20", "1 days"],
    ]);
    expect(counted("AGR-1994-05-12", "ENDED")).toEqual(["9,635 days"]);
    expect(counted("AGR-2020-10-10", "FIRST_REPORTED")).toEqual(["5 minutes", "the same day"]);
    expect(counted("AGR-2020-10-18", "FIRST_REPORTED")).toEqual(["0 minutes to 3 hours", "the same day"]);
    expect(counted("AGR-2020-10-26", "FIRST_REPORTED")).toEqual(["5 minutes", "45 minutes"]);
    expect(counted("AGR-2021-11-16", "FIRST_REPORTED")).toEqual(["2 days"]);
    expect(counted("AGR-2023-09-20", "FIRST_REPORTED")).toEqual(["1 day"]);
    // The hour of the start of July 2021 is general knowledge, so the 17 hours are not counted; those of November are computed from the records.
    expect(counted("AGR-2021-07-28", "FIRST_REPORTED")).toEqual(["1 day"]);
    expect(outcomesOf["AGR-2020-11-10"]).toBeUndefined();
  });
});
