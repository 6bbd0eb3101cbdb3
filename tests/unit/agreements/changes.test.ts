import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesBetween } from "@/lib/agreements/domain/changes";
import { agreementParts, canonicalFields } from "@/lib/agreements/domain/parts";
import { canonicalFile, textOfFile } from "@/lib/agreements/file/schema";
import type { AgreementInput, ObligationInput } from "@/lib/agreements/schema";
import { readReference } from "@/prisma/seed/files";
import { agreementFileOf } from "@/prisma/seed/load/agreements";
import { aDueDate, anAgreementInput, anObligationInput } from "../../support/agreement-builders";

const where = { parts: agreementParts, path: "agreement", owner: null } as const;
const between = (record: AgreementInput, given: AgreementInput) => changesBetween(record, given, where);
const withDuty = (over: Partial<ObligationInput>, also: Partial<AgreementInput> = {}) => anAgreementInput({ obligations: [anObligationInput(over)], ...also });
const anAmendment = aDueDate({ dueOn: "2020-11-25", origin: "AMENDMENT", instrument: "ORAL_OR_UNILATERAL", acceptance: "ACCEPTED_BY_ALL", setOn: "2020-11-15" });
const watching = { observer: "UN", fromOn: "2020-11-10", toOn: null, level: "FULL" as const, restriction: null, note: null, source: null };

describe("what a file has beyond the record", () => {
  it("is nothing where the two are equal", () => expect(between(anAgreementInput(), anAgreementInput())).toEqual([]));

  it.each([
    { what: "a due date by amendment", record: { deadlines: [aDueDate()] }, given: { deadlines: [aDueDate(), anAmendment] }, change: { is: "added", path: "agreement.obligations.0.deadlines.1", part: "deadlines", owner: { list: "obligations", key: "XX1-1a" }, row: anAmendment } },
    { what: "a reading", record: {}, given: { interpretations: [{ holder: "A", reading: "So.", statedOn: null, source: null }] }, change: { is: "added", part: "interpretations" } },
    { what: "a row of coverage", record: {}, given: { coverage: [watching] }, change: { is: "added", part: "coverage" } },
    { what: "a source of a duty", record: { sources: ["a"] }, given: { sources: ["b", "a"] }, change: { is: "added", part: "sources", row: "b" } },
    { what: "the last day of an observer", record: { coverage: [watching] }, given: { coverage: [{ ...watching, toOn: "2021-01-01" }] }, change: { is: "completed", part: "coverage" } },
    { what: "a date that an amendment supersedes", record: { deadlines: [aDueDate()] }, given: { deadlines: [aDueDate({ standing: "SUPERSEDED" }), anAmendment] }, change: { is: "completed", part: "deadlines" } },
  ])("is $what", ({ record, given, change }) => expect(between(withDuty(record), withDuty(given))).toContainEqual(expect.objectContaining(change)));

  it("is a duty, a clause, a text version, a link", () => {
    const version = { key: "v1", language: "en", publisher: "P", publishedOn: null, source: null, note: null, clauses: [] };
    const given = anAgreementInput({ clauses: [{ number: 2, title: "Two" }, { number: 1, title: "One" }], textVersions: [version], links: [{ to: "AGR-1", relation: "FOLLOWS", note: null }], obligations: [anObligationInput({ code: "XX1-2a" }), anObligationInput()] });
    expect(between(anAgreementInput(), given).map((change) => [change.is, change.path])).toEqual([["added", "agreement.clauses.0"], ["added", "agreement.textVersions.0"], ["added", "agreement.links.0"], ["added", "agreement.obligations.0"]]);
  });
});

describe("what a file says otherwise than the record", () => {
  it.each([
    { what: "a field of the agreement", record: anAgreementInput(), given: anAgreementInput({ status: "over" }), change: { is: "changed", path: "agreement.status", onRecord: "in force", inFile: "over" } },
    { what: "the order of its titles", record: anAgreementInput({ titles: ["A", "B"] }), given: anAgreementInput({ titles: ["B", "A"] }), change: { is: "changed", path: "agreement.titles" } },
    { what: "a title of a clause", record: anAgreementInput(), given: anAgreementInput({ clauses: [{ number: 1, title: "Other" }] }), change: { is: "changed", path: "agreement.clauses.0.title" } },
    { what: "the kind of a duty", record: withDuty({}), given: withDuty({ kind: "EXCHANGE" }), change: { is: "changed", path: "agreement.obligations.0.kind" } },
    { what: "its settings", record: withDuty({}), given: withDuty({ terms: { ruleVersion: "2026-11-2", windowDays: 7 } }), change: { is: "changed", path: "agreement.obligations.0.terms" } },
    { what: "the day of a due date", record: withDuty({ deadlines: [aDueDate()] }), given: withDuty({ deadlines: [aDueDate({ dueOn: "2020-11-16" })] }), change: { is: "removed", path: "agreement.obligations.0.deadlines", onRecord: aDueDate() } },
    { what: "a date superseded by nothing", record: withDuty({ deadlines: [aDueDate()] }), given: withDuty({ deadlines: [aDueDate({ standing: "SUPERSEDED" })] }), change: { is: "removed" } },
    { what: "an observer who never left", record: withDuty({ coverage: [{ ...watching, toOn: "2021-01-01" }] }), given: withDuty({ coverage: [watching] }), change: { is: "removed" } },
    { what: "a duty that is left out", record: withDuty({}), given: anAgreementInput({ obligations: [] }), change: { is: "removed", path: "agreement.obligations" } },
  ])("is $what", ({ record, given, change }) => expect(between(record, given)).toContainEqual(expect.objectContaining(change)));
});

describe("the canonical form", () => {
  const reference = readReference();
  const file = agreementFileOf(reference.agreements.find((row) => row.id === "AGR-2020-11-10") ?? expect.fail("no November statement"), reference);

  /** The same value with the rows of every list whose order says nothing, and the names of every object, in another order. */
  function shuffled(value: unknown, seed: number, name = ""): unknown {
    if (Array.isArray(value)) {
      const rows = value.map((row) => shuffled(row, seed));
      return ["deadlines", "interpretations", "coverage", "dependsOn", "sources", "clauses", "links", "speakers", "discrepancies"].includes(name) ? rows.toSorted((a, b) => order(JSON.stringify(a), seed) - order(JSON.stringify(b), seed)) : rows;
    }
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, part]) => [key, shuffled(part, seed, key)] as const);
    return Object.fromEntries(entries.toSorted(([a], [b]) => order(a, seed) - order(b, seed)));
  }
  const order = (text: string, seed: number): number => text.split("").reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) * seed) % 9973, seed);

  it("doesn't depend on the order of what has none", () =>
    fc.assert(fc.property(fc.integer({ min: 1, max: 9000 }), (seed) => textOfFile(shuffled(file, seed) as typeof file) === textOfFile(file)), { numRuns: 20 }));

  it("is its own canonical form", () => expect(canonicalFile(canonicalFile(file))).toEqual(file));

  it("differs in nothing from the file that it was made from", () =>
    expect(changesBetween(canonicalFields(file.agreement, agreementParts), shuffled(file.agreement, 77) as typeof file.agreement, where)).toEqual([]));
});
