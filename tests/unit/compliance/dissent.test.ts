import { describe, expect, it } from "vitest";
import { assess } from "@/lib/compliance/domain/assess";
import { type BoardSubject, contextOf } from "@/lib/compliance/domain/board";
import { dissentOf, type Interpretation } from "@/lib/compliance/domain/dissent";
import type { RecordDetail } from "@/lib/compliance/domain/obligation-view";
import { aCompletion, aDeadline, aFact, anAmendment, anObligation, anObserver, moment } from "../../support/board-builders";

const subject = (over: Parameters<typeof anObligation>[0], more: Partial<BoardSubject> = {}): BoardSubject => ({ input: anObligation(over), clauseId: 1, coverage: [anObserver("2020-11-10")], dependsOn: [], records: [], ...more });
const detail = (over: Partial<RecordDetail>): RecordDetail => ({ claimedBy: [], confirmedBy: [], deniedBy: [], counteredBy: [], verificationRule: null, note: null, isDemonstration: true, confidence: null, sources: [], ...over });
const said = (holder: string, statedOn: string | null): Interpretation => ({ holder, reading: `What ${holder} says.`, statedOn, source: null });

function dissentOn(asOf: string, one: BoardSubject, { details = {}, interpretations = [] }: { details?: Record<string, RecordDetail>; interpretations?: Interpretation[] } = {}) {
  const assessment = assess(one.input, one.records, contextOf(one, [one], moment(asOf)));
  return dissentOf({ subject: one, all: [one], assessment }, { details: new Map(Object.entries(details)), interpretations }, moment(asOf));
}

describe("who disagrees", () => {
  it("are those who deny or counter-allege a record that the answer names, by name", () => {
    const named = aFact({ id: { incident: 5 }, on: "2020-12-11", isContested: true });
    const before = aFact({ id: { incident: 6 }, on: "2020-11-11", isContested: true, relation: "CONTEXT" });
    const details = { "TL-000005": detail({ deniedBy: ["Azerbaijan"], counteredBy: ["Armenia"] }), "TL-000006": detail({ deniedBy: ["Armenia"] }) };
    expect(dissentOn("2020-12-15", subject({}, { records: [named, before] }), { details }).denials).toMatchObject([{ reference: "TL-000005", deniedBy: ["Azerbaijan"], counteredBy: ["Armenia"] }]);
  });

  it("are the wordings of a date under which the outcome is another", () => {
    const agdam = subject({ kind: "MILESTONE", deadlines: [aDeadline("2020-11-20", { rule: "DISPUTED" })] }, { records: [aCompletion("2020-11-20")] });
    expect(dissentOn("2020-11-21", agdam).otherReadings.map(({ reading, becomes }) => [reading, becomes.timeliness])).toEqual([
      ["20 November 2020: by the day, that day included.", "ON_TIME"],
      ["20 November 2020: before the day.", "LATE"],
    ]);
    expect(dissentOn("2020-11-19", agdam).otherReadings).toEqual([]);
  });

  it("is the original date, where one holds that the amendment does not count", () => {
    const kalbajar = subject({ kind: "MILESTONE", deadlines: [aDeadline("2020-11-15"), anAmendment("2020-11-25")] }, { records: [aCompletion("2020-11-25")] });
    const [other, ...more] = dissentOn("2020-12-01", kalbajar).otherReadings;
    expect(more).toEqual([]);
    expect(other).toMatchObject({ holder: "Reading by the original date", becomes: { state: "I3_FULL", timeliness: "LATE" } });
    expect(other?.reading).toMatch(/^The move to 25 November 2020 \(.+\) does not count\.$/);
    expect(dissentOn("2020-11-12", kalbajar).otherReadings).toEqual([]);
  });

  it("is a reading of the start under which a term had run out by its end", () => {
    const startReadings = [{ holder: "Signature", on: "2020-11-10", basis: "" }, { holder: "Deployment", on: "2020-11-20", basis: "" }];
    const term = subject({ kind: "TERM", terms: { termYears: 5, startReadings } }, { records: [aFact({ on: "2025-11-10", relation: "CONTEXT", effect: "ENDED" })] });
    expect(dissentOn("2025-12-01", term).otherReadings).toEqual([{ holder: "Signature", reading: "The term is counted from 10 November 2020.", becomes: { state: "C_LAPSED", timeliness: null } }]);
  });

  it("are the holders who had stated a reading by the day, and nobody later", () => {
    const interpretations = [said("Turkey", "2021-02-01"), said("Armenia", "2021-03"), said("Azerbaijan", null)];
    expect(dissentOn("2021-03-30", subject({}), { interpretations }).interpretations.map(({ holder }) => holder)).toEqual(["Turkey", "Azerbaijan"]);
    expect(dissentOn("2021-03-31", subject({}), { interpretations }).interpretations).toHaveLength(3);
  });

  it("is nobody, where nobody is on record", () => {
    expect(dissentOn("2020-12-15", subject({}, { records: [aFact()] }))).toEqual({ denials: [], otherReadings: [], interpretations: [] });
  });
});
