import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess } from "@/lib/compliance/domain/assess";
import { assessAll, type BoardSubject } from "@/lib/compliance/domain/board";
import { countsOnBoard } from "@/lib/codelists/verification";
import { referenceOf } from "@/lib/compliance/domain/record";
import { sensitivityOf, triedAtMost } from "@/lib/compliance/domain/sensitivity";
import { anySubjects } from "../../support/board-arbitraries";
import { aCompletion, aDeadline, aFact, anAmendment, anObligation, anObserver, day, moment, watched } from "../../support/board-builders";

const subject = (over: Parameters<typeof anObligation>[0], more: Partial<BoardSubject> = {}): BoardSubject => ({ input: anObligation(over), clauseId: 1, coverage: [anObserver("2020-11-10")], dependsOn: [], records: [], ...more });
const alone = (one: BoardSubject, asOf: string) => sensitivityOf(one, [one], moment(asOf));

describe("what would change an answer", () => {
  it("is the one record that decides it, with the answer without it", () => {
    const lethal = aFact({ id: { incident: 31 }, on: "2020-12-11", verification: "V4_VERIFIED", isLethal: true });
    const other = aFact({ id: { incident: 32 }, on: "2020-12-12" });
    expect(alone(subject({}, { records: [lethal, other] }), "2020-12-15").records).toMatchObject([{ reference: "TL-000031", on: "2020-12-11", becomes: { state: "C_STRAINED", timeliness: null } }]);
  });

  it("is nothing where two records each carry it", () => {
    expect(alone(subject({}, { records: [aFact({ on: "2020-12-11" }), aFact({ on: "2020-12-12" })] }), "2020-12-15").records).toEqual([]);
  });

  it("is the record on another duty too, where this one rests on that", () => {
    const left = aFact({ id: { milestone: "MS-072" }, on: "2024-06-12", relation: "CONTEXT", effect: "ENDED" });
    const term = subject({ code: "NK2020-4b", kind: "TERM", terms: { termYears: 5 } }, { records: [left] });
    const clause = subject({ code: "NK2020-4c", kind: "TERM", terms: { termYears: 5, noticeMonths: 6 } }, { dependsOn: ["NK2020-4b"] });
    expect(sensitivityOf(clause, [term, clause], moment("2024-07-01")).records).toMatchObject([{ reference: "MS-072", becomes: { state: "C_HOLDING" } }]);
  });

  it("is the record of completion or the amendment that a date hangs on", () => {
    const handover = subject({ kind: "MILESTONE", deadlines: [aDeadline("2020-11-15"), anAmendment("2020-11-25")] }, { records: [aCompletion("2020-11-25", { id: { milestone: "MS-012" } })] });
    const answer = alone(handover, "2020-12-01");
    expect(answer.records).toMatchObject([{ reference: "MS-012", becomes: { state: "I0_NOT_INITIATED", timeliness: "OVERDUE" } }]);
    expect(answer.amendments).toEqual([{ dueOn: "2020-11-25", setOn: "2020-11-15", setBy: "Azerbaijan, at a request from Armenia", becomes: { state: "I3_FULL", timeliness: "LATE" } }]);
  });

  it("is the observer without whom nobody looked", () => {
    const posts = anObserver("2020-11-10");
    const watchedTwice = subject({}, { coverage: [posts, anObserver("2020-11-10")] });
    expect(alone(subject({}, { coverage: [posts] }), "2020-12-01").coverage).toMatchObject([{ observer: "RU_MOD", fromOn: "2020-11-10", toOn: null, becomes: { state: "NOT_ASSESSED" } }]);
    expect(alone(watchedTwice, "2020-12-01").coverage).toEqual([]);
  });

  it("is a claim that waits, at the level from which it would count, taken as the breach that it may be", () => {
    const claim = aFact({ id: { incident: 7 }, on: "2020-12-11", verification: "V1_CLAIM", relation: "POSSIBLE_BREACH", isLethal: true });
    expect(alone(subject({}, { records: [claim] }), "2020-12-15").claims).toMatchObject([
      { reference: "TL-000007", relation: "POSSIBLE_BREACH", outcomes: [{ at: "V3_CORROBORATED", becomes: { state: "C_STRAINED" } }, { at: "V4_VERIFIED", becomes: { state: "C_BREACHED" } }] },
    ]);
  });

  it("is an open finding at the level that its record has", () => {
    const open = aFact({ on: "2020-12-11", relation: "POSSIBLE_BREACH", verification: "V3_CORROBORATED" });
    expect(alone(subject({}, { records: [open] }), "2020-12-15").claims).toMatchObject([{ outcomes: [{ at: "V3_CORROBORATED", becomes: { state: "C_STRAINED" } }] }]);
  });

  it("is no claim that is mere context, or dated later", () => {
    const claim = (over: object) => aFact({ on: "2020-12-11", verification: "V1_CLAIM", relation: "POSSIBLE_BREACH", ...over });
    expect(alone(subject({}, { records: [claim({ relation: "CONTEXT" }), claim({ on: "2020-12-16" })] }), "2020-12-15").claims).toEqual([]);
  });

  it("is looked for among so many and no more, and says how many were left out", () => {
    const claims = Array.from({ length: triedAtMost + 25 }, (_, index) => aFact({ id: { incident: 1000 + index }, on: "2020-12-11", verification: "V1_CLAIM", relation: "POSSIBLE_BREACH" }));
    const answer = alone(subject({}, { records: claims }), "2020-12-15");
    expect(answer.leftOut).toEqual({ records: 0, claims: 25 });
    expect(answer.claims).toHaveLength(triedAtMost);
    expect(answer.claims[0]?.reference).toBe(`TL-00${1000 + triedAtMost + 24}`);
  });

  it("tries the records that the reasons name before newer ones", () => {
    const closed = aFact({ id: { incident: 1 }, on: "2020-11-12", effect: "CLOSED", verification: "V4_VERIFIED" });
    const later = Array.from({ length: triedAtMost + 5 }, (_, index) => aFact({ id: { incident: 2000 + index }, on: "2021-12-01", relation: "CONTEXT" }));
    const answer = alone(subject({ kind: "STANDING_POSITIVE" }, { records: [closed, ...later] }), "2022-01-01");
    expect(answer).toMatchObject({ records: [{ reference: "TL-000001" }], leftOut: { records: 6 } });
  });
});

describe("what it says is true", { timeout: 60_000 }, () => {
  it("every record named gives that answer when it is taken away, and no other one does", () => {
    fc.assert(
      fc.property(anySubjects, ({ subjects, asOf }) => {
        const [first] = subjects;
        const answer = (all: readonly BoardSubject[]) => {
          const { state, timeliness } = assessAll(all, moment(asOf)).get(first.input.code) ?? { state: "NOT_ASSESSED", timeliness: null };
          return { state, timeliness };
        };
        const before = answer(subjects);
        const told = sensitivityOf(first, subjects, moment(asOf));
        expect(told.leftOut.records).toBe(0);
        const becomes = new Map(told.records.map((flip) => [flip.reference, flip.becomes]));
        const references = new Set(subjects.flatMap((each) => each.records).filter((fact) => countsOnBoard(fact.verification)).map((fact) => referenceOf(fact.id)));
        for (const reference of references) {
          const without = answer(subjects.map((each) => ({ ...each, records: each.records.filter((fact) => referenceOf(fact.id) !== reference) })));
          expect({ reference, ...without }).toEqual({ reference, ...(becomes.get(reference) ?? before) });
        }
      }),
      { numRuns: 150 },
    );
  });

  it("every claim named gives that answer when it is verified", () => {
    fc.assert(
      fc.property(anySubjects, ({ subjects: [first], asOf }) => {
        const lone = { ...first, dependsOn: [] };
        const context = watched(asOf, { coverage: lone.coverage, ceilings: lone.input.kind === "QUANTITY_CEILING" ? [lone.input] : [] });
        for (const claim of sensitivityOf(lone, [lone], moment(asOf)).claims) {
          for (const { at, becomes } of claim.outcomes) {
            const records = lone.records.map((fact) => (referenceOf(fact.id) === claim.reference ? { ...fact, verification: at, relation: fact.relation === "POSSIBLE_BREACH" ? "BREACH" : fact.relation } : fact));
            expect(assess(lone.input, records, context)).toMatchObject(becomes);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

it("nothing is said to change what no record, claim or observer could: a duty that has not begun", () => {
  expect(alone(subject({ startsOn: day("2021-01-01") }, { records: [aFact()] }), "2020-12-15")).toEqual({ records: [], claims: [], coverage: [], amendments: [], leftOut: { records: 0, claims: 0 } });
});
