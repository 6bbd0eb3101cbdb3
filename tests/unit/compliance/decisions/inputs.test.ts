import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputsText } from "@/lib/compliance/decisions/domain/inputs";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { aContext, aDeadline, aFact, anAmendment, anObligation, anObserver, day } from "../../../support/board-builders";

const duty = anObligation({ deadlines: [aDeadline("2020-11-15"), anAmendment("2020-11-25")], interpretations: [{ holder: "A", statedOn: null }, { holder: "B", statedOn: "2021" }] });
const records = [aFact({ on: "2020-12-01", id: { incident: 1 } }), aFact({ on: "2020-12-11", id: { incident: 2 } })];
const context = aContext("2021-01-01", { coverage: [anObserver("2020-11-10", "2020-12-01"), anObserver("2020-12-02")] });
const text = inputsText(duty, records, context);

describe("everything that the engine read", () => {
  it("is the same text whatever the order of arrival", () => {
    const turned = { ...duty, deadlines: duty.deadlines.toReversed(), interpretations: duty.interpretations.toReversed() };
    expect(inputsText(turned, records.toReversed(), { ...context, coverage: context.coverage.toReversed() })).toBe(text);
  });

  it("does not change with the day alone, nor by what lies after it, nor by claims that wait", () => {
    expect(inputsText(duty, records, { ...context, asOf: day("2021-01-02") })).toBe(text);
    expect(inputsText(duty, [...records, aFact({ on: "2021-01-02" }), aFact({ on: "2020-12-05", verification: "V2_REPORTED" })], context)).toBe(text);
    const later = { ...duty, deadlines: [...duty.deadlines, anAmendment("2021-05-01", { setOn: day("2021-01-02") })] };
    expect(inputsText(later, records, { ...context, coverage: [anObserver("2020-11-10", "2020-12-01"), anObserver("2020-12-02", "2021-03-01"), anObserver("2021-02-01")] })).toBe(text);
  });

  it.each([
    ["one more counted record", () => inputsText(duty, [...records, aFact({ on: "2021-01-01" })], context)],
    ["a record that is gone", () => inputsText(duty, records.slice(1), context)],
    ["a better verified record", () => inputsText(duty, records.map((fact) => ({ ...fact, verification: "V4_VERIFIED" })), context)],
    ["an observer who left", () => inputsText(duty, records, { ...context, coverage: [anObserver("2020-11-10", "2020-12-01"), anObserver("2020-12-02", "2020-12-31")] })],
    ["another threshold", () => inputsText(duty, records, { ...context, settings: { ...context.settings, windowDays: 31 } })],
    ["what the duty rests on", () => inputsText(duty, records, { ...context, dependencies: [{ code: "X", title: "A term", kind: "TERM", endedOn: day("2020-12-31"), begunOn: null, completedOn: null, state: null }] })],
    ["a date that was moved", () => inputsText({ ...duty, deadlines: [aDeadline("2020-11-15")] }, records, context)],
    ["the ceilings beside it", () => inputsText(duty, records, { ...context, ceilings: [{ code: "X", quantities: [] }] })],
  ])("changes with %s", (_what, changed) => expect(changed()).not.toBe(text));

  it("is JSON whose names are in order, so that equal values are equal texts", () => {
    expect(canonicalJson({ b: [1, { d: null, c: undefined }], a: "é\"" })).toBe('{"a":"é\\"","b":[1,{"d":null}]}');
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
