import { describe, expect, it } from "vitest";
import { agreementErrors, groupedByConflict, inDependencyOrder } from "@/lib/agreements/domain/rules";
import { aDueDate, anAgreementInput, anObligationInput } from "../../support/agreement-builders";

const only = (over: Parameters<typeof anObligationInput>[0]) => agreementErrors(anAgreementInput({ obligations: [anObligationInput(over)] }));
const anAmendment = aDueDate({ dueOn: "2020-11-25", origin: "AMENDMENT", instrument: "ORAL_OR_UNILATERAL", acceptance: "ACCEPTED_BY_ALL", setOn: "2020-11-15" });

describe("an agreement is refused, with the field and the value", () => {
  it("has nothing against a whole one", () => expect(agreementErrors(anAgreementInput())).toEqual([]));

  it.each([
    [["XX1-1a"], "XX1-1a waits for XX1-1a"],
    [["XX1-1b"], "XX1-1a waits for XX1-1b waits for XX1-1a"],
  ])("where duties wait for each other: %j", (dependsOn, circle) => {
    const errors = agreementErrors(anAgreementInput({ obligations: [anObligationInput({ dependsOn }), anObligationInput({ code: "XX1-1b", dependsOn: ["XX1-1a"] })] }));
    expect(errors[0]).toMatchObject({ path: "obligations.0.dependsOn", code: "circular_dependency" });
    expect(errors[0]?.message).toContain(circle);
  });

  it("where a duty waits for one that is not there", () => expect(only({ dependsOn: ["XX1-9z"] })).toMatchObject([{ path: "obligations.0.dependsOn", code: "unknown_obligation", message: expect.stringContaining("XX1-9z") as string }]));

  it("where a date was set before the agreement", () => {
    expect(only({ deadlines: [aDueDate({ setOn: "2020-11-08" })] })).toMatchObject([{ path: "obligations.0.deadlines.0.setOn", code: "before_agreement", message: expect.stringContaining("2020-11-08") as string }]);
    expect(only({ deadlines: [aDueDate(), { ...anAmendment, setOn: "2020-11-01" }] })).toMatchObject([{ path: "obligations.0.deadlines.1.setOn", code: "amendment_before_agreement" }]);
  });

  it("where a due date lies before the agreement", () => expect(only({ deadlines: [aDueDate({ dueOn: "2020-11-01" })] })).toMatchObject([{ path: "obligations.0.deadlines.0.dueOn", message: expect.stringContaining("2020-11-01") as string }]));

  it("where an amended date has no original beside it", () => {
    expect(only({ deadlines: [anAmendment] })).toMatchObject([{ code: "amendment_without_original" }]);
    expect(only({ deadlines: [aDueDate(), anAmendment] })).toEqual([]);
  });

  it("where an amendment does not say by what and with whose assent", () => {
    expect(only({ deadlines: [aDueDate(), { ...anAmendment, instrument: null, acceptance: null }] })).toMatchObject([{ code: "amendment_incomplete" }]);
    expect(only({ deadlines: [aDueDate({ instrument: "WRITTEN_JOINT", acceptance: "ACCEPTED_BY_ALL" })] })).toMatchObject([{ code: "amendment_incomplete" }]);
  });

  it("where something ends before it starts", () => {
    expect(only({ endsOn: "2020-11-09" })).toMatchObject([{ path: "obligations.0.endsOn", code: "ends_before_start" }]);
    const coverage = [{ observer: "RU_MOD", fromOn: "2021-01-02", toOn: "2021-01-01", level: "PARTIAL" as const, restriction: null, note: null, source: null }];
    expect(only({ coverage })).toMatchObject([{ path: "obligations.0.coverage.0.toOn", code: "ends_before_start" }]);
  });

  it("where a code or clause is given twice, or names a clause that is not there", () => {
    expect(agreementErrors(anAgreementInput({ obligations: [anObligationInput(), anObligationInput()] }))).toMatchObject([{ code: "repeated", message: expect.stringContaining("XX1-1a") as string }]);
    expect(only({ clause: 7 })).toMatchObject([{ path: "obligations.0.clause", code: "unknown_clause", message: expect.stringContaining("7") as string }]);
    expect(agreementErrors(anAgreementInput({ clauses: [{ number: 1, title: "One" }, { number: 1, title: "Again" }] }))).toMatchObject([{ code: "repeated" }]);
  });

  it("where it refers to itself", () => expect(agreementErrors(anAgreementInput({ links: [{ to: "AGR-TEST-1", relation: "FOLLOWS", note: null }] }))).toMatchObject([{ path: "links.0.to", code: "self_link" }]));
});

describe("order", () => {
  it("puts a duty after those it waits for, and keeps the rest as listed", () => {
    const codes = inDependencyOrder([{ code: "c", dependsOn: ["a"] }, { code: "b", dependsOn: [] }, { code: "a", dependsOn: ["b"] }]).map((entry) => entry.code);
    expect(codes).toEqual(["b", "a", "c"]);
  });

  it("groups agreements by conflict, oldest first", () => {
    const rows = [{ conflict: "X", signedOn: "2021-01-01" }, { conflict: "Y", signedOn: "2020-01-01" }, { conflict: "X", signedOn: "2019-01-01" }];
    expect(groupedByConflict(rows).map((group) => [group.conflict, group.agreements.map((row) => row.signedOn)])).toEqual([["X", ["2019-01-01", "2021-01-01"]], ["Y", ["2020-01-01"]]]);
  });
});
