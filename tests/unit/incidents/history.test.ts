import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { applyChanges, changesBetween, initialValues, isUnchanged, type RowChange } from "@/lib/incidents/history/domain/changes";
import { isBlank, stateOf, textOf, type Json, type RecordState } from "@/lib/incidents/history/domain/json";
import { mentionsIn } from "@/lib/incidents/history/domain/mentions";
import { mayReadVersion, readableStates } from "@/lib/incidents/history/versions/policy";
import { scopeOf } from "@/lib/incidents/policy";
import { roles, type Role } from "@/lib/kernel/actor";
import { aCount, anActor, aView } from "../../support/incident-builders";

/** Few values, so that rows are often equal, alike or repeated. */
const cell = fc.constantFrom<Json>(null, "RU_MOD", "AZ", 1, 2, "words", true);
const row = fc.oneof({ weight: 4, arbitrary: fc.record({ stance: cell, speaker: cell, against: cell, quote: cell }) }, { weight: 1, arbitrary: cell });
const rows = fc.array(row, { maxLength: 8 });
const links = fc.uniqueArray(fc.record({ code: fc.constantFrom("A", "B", "C", "D"), relation: cell }), { selector: ({ code }) => code });
const state: fc.Arbitrary<RecordState> = fc.record({ title: cell, narrative: fc.string(), claims: rows, casualties: rows, obligations: links, sources: fc.array(fc.nat(5)), "place.lat": cell }, { requiredKeys: ["title"] });

/** A field that is not there and one that is empty are the same to a reader. */
const told = (value: RecordState): string => textOf(Object.fromEntries(Object.entries(value).filter(([, field]) => !(Array.isArray(field) && field.length === 0))));

const claim = (over: Partial<IncidentView["claims"][number]> = {}) => ({ stance: "ALLEGED_BY", speaker: "RU_MOD", against: "AZ", statedOn: "2022-03-26", source: 5, quote: "as said", locator: null, ...over }) as const;
const kinds = (changes: readonly RowChange[]) => changes.map(({ list, kind, from, to }) => [list, kind, from, to]);

describe("changes between two versions", () => {
  it("applied to the first give the second", () => {
    fc.assert(
      fc.property(state, state, (before, after) => {
        expect(told(applyChanges(before, changesBetween(before, after)))).toBe(told(after));
      }),
      { numRuns: 300 },
    );
  });

  it("are none exactly where nothing differs", () => {
    fc.assert(
      fc.property(state, state, (before, after) => {
        expect(isUnchanged(changesBetween(before, before))).toBe(true);
        expect(isUnchanged(changesBetween(before, after))).toBe(told(before) === told(after));
      }),
    );
  });

  it("name each row once, and a changed row only by fields that differ", () => {
    fc.assert(
      fc.property(state, state, (before, after) => {
        const changes = changesBetween(before, after).rows;
        for (const list of ["claims", "casualties", "obligations", "sources"]) {
          const places = (end: "from" | "to") => changes.filter((change) => change.list === list && change[end] !== null).map((change) => change[end]);
          for (const end of ["from", "to"] as const) expect(new Set(places(end)).size).toBe(places(end).length);
        }
        for (const { kind, fields } of changes) expect(fields.length > 0).toBe(kind === "changed");
        for (const field of changes.flatMap(({ fields }) => fields)) expect(textOf(field.before)).not.toBe(textOf(field.after));
      }),
    );
  });

  it("read as what was done: a claim added in the middle moves nothing", () => {
    const [one, two, three] = [claim(), claim({ speaker: "AZ_MOD", stance: "DENIED_BY" }), claim({ speaker: "AM_MOD", quote: "something else", source: 7 })];
    expect(kinds(changesBetween({ claims: [one, two] }, { claims: [one, three, two] }).rows)).toEqual([["claims", "added", null, 1]]);
    expect(kinds(changesBetween({ claims: [one, three, two] }, { claims: [one, two] }).rows)).toEqual([["claims", "removed", 1, null]]);
    expect(kinds(changesBetween({ claims: [one, two, three] }, { claims: [three, one, two] }).rows)).toEqual([["claims", "moved", 2, 0]]);
  });

  it("tell a claim that was edited from one that was replaced", () => {
    const edited = changesBetween({ claims: [claim()] }, { claims: [claim({ quote: "as printed", locator: "p. 3" })] }).rows;
    expect(edited).toMatchObject([{ kind: "changed", fields: [{ field: "quote", before: "as said", after: "as printed" }, { field: "locator", before: null, after: "p. 3" }] }]);
    const other = { stance: "FOUND_BY", speaker: "ICJ", against: null, statedOn: "2023-01-01", source: 9, quote: null, locator: "para. 4" };
    expect(kinds(changesBetween({ claims: [claim()] }, { claims: [other] }).rows)).toEqual([["claims", "removed", 0, null], ["claims", "added", null, 0]]);
  });

  it("keep obligations apart by their code, however alike they are", () => {
    const link = (code: string, relation = "POSSIBLE_BREACH") => ({ code, relation, effect: "NONE" });
    expect(changesBetween({ obligations: [link("A"), link("B")] }, { obligations: [link("A", "BREACH"), link("C")] }).rows.map(({ kind, fields }) => [kind, fields.map(({ field }) => field)])).toEqual([["removed", []], ["changed", ["relation"]], ["added", []]]);
  });

  it("are the first values where there was nothing before", () => {
    const { fields, rows: first } = initialValues({ title: "A title", narrative: "", flags: [], claims: [claim()], isDemonstration: false, severity: null });
    expect(fields).toEqual([{ field: "title", before: null, after: "A title" }]);
    expect(kinds(first)).toEqual([["claims", "added", null, 0]]);
    expect([null, "", false, [], 0, "0"].map(isBlank)).toEqual([true, true, true, true, false, false]);
  });

  it("see into nested fields", () => {
    expect(stateOf({ occurred: { start: "2022-03-25", end: null }, title: "x", notice: null })).toEqual({ "occurred.start": "2022-03-25", "occurred.end": null, title: "x", notice: null });
  });

  it("say what they mention, before and after", () => {
    const changes = changesBetween(
      { "place.unit": "AZE-1739", claims: [claim()], sources: [1], obligations: [{ code: "A" }] },
      { "place.unit": null, claims: [claim({ speaker: "AM_MOD", source: 6 })], sources: [2], casualties: [{ outcome: "KILLED", source: 8 }] },
    );
    expect(mentionsIn([changes])).toEqual({ speakers: ["RU_MOD", "AZ", "AM_MOD"], units: ["AZE-1739"], obligations: ["A"], sources: [5, 6, 8, 1, 2] });
  });
});

describe("who may read what a version held", () => {
  const own = { teamId: 10 };
  const other = { teamId: 20 };
  it.each([["VIEWER", false, false], ["ANALYST", true, false], ["REVIEWER", true, true], ["AUDITOR", true, true], ["ADMIN", false, false]] as const)("%s reads drafts of the own team %s, of another %s; what was public always", (role, ownTeam, otherTeam) => {
    const scope = scopeOf(anActor(role, own));
    expect([own, other].map((record) => mayReadVersion(scope, record, { event: "incident.edited" }))).toEqual([ownTeam, otherTeam]);
    for (const event of ["incident.published", "incident.corrected", "incident.retracted"]) expect(mayReadVersion(scope, other, { event })).toBe(true);
  });
});

describe("what is withheld", () => {
  const secret = /secret|40\.06|46\.73/;
  const kept = (over: Partial<IncidentView>) => ({ view: aView(over), extras: { note: "secret note", evidence: [{ name: "secret file" }] } });
  const changesFor = (role: Role, now: IncidentView["sensitivity"], versions: Parameters<typeof readableStates>[2]) => {
    const { states, isWithheld } = readableStates(scopeOf(anActor(role, { teamId: 99 })), { teamId: 10, sensitivity: now, protectedFields: {} }, versions);
    const [first = {}, second = {}] = states;
    return { isWithheld, first: initialValues(first), between: changesBetween(first, second) };
  };
  const protectedRoles = roles.filter((role) => role !== "REVIEWER" && role !== "AUDITOR");

  it.each(protectedRoles)("%s finds no secret in any change, whichever of the versions bears the mark", (role) => {
    const edit = { narrative: "another secret narrative", claims: [{ ...aView().claims[0], stance: "DENIED_BY", speaker: "AZ_MOD", against: null, statedOn: null, source: 5, quote: "secret words", locator: null, credibility: null, mergedFrom: null } as const] };
    for (const mark of ["S2_RESTRICTED", "S3_SOURCE_PROTECTED"] as const) {
      for (const [before, after, now] of [[mark, mark, mark], ["S0_PUBLIC", mark, mark], [mark, "S0_PUBLIC", "S0_PUBLIC"], ["S0_PUBLIC", "S0_PUBLIC", mark]] as const) {
        const { isWithheld, first, between } = changesFor(role, now, [kept({ sensitivity: before }), kept({ sensitivity: after, ...edit })]);
        expect(isWithheld).toBe(true);
        expect(JSON.stringify([first, between])).not.toMatch(secret);
        expect(between.fields.map(({ field }) => field)).not.toContain("narrative");
        expect(between.fields.map(({ field }) => field)).toEqual(before === after ? [] : ["sensitivity"]);
      }
    }
  });

  it("and whoever may read the record reads its changes whole", () => {
    const { isWithheld, between } = changesFor("REVIEWER", "S3_SOURCE_PROTECTED", [kept({ sensitivity: "S3_SOURCE_PROTECTED" }), kept({ sensitivity: "S3_SOURCE_PROTECTED", narrative: "another", casualties: [aCount({ source: 5, best: 3, high: 3 })] })]);
    expect(isWithheld).toBe(false);
    expect(between.fields).toEqual([{ field: "narrative", before: "secret narrative", after: "another" }]);
    expect(between.rows).toMatchObject([{ list: "casualties", kind: "changed", fields: [{ field: "best" }, { field: "high" }] }]);
  });

  it("bookkeeping is no content", () => {
    const { between } = changesFor("REVIEWER", "S0_PUBLIC", [kept({}), kept({ version: 9, updatedAt: "2026-12-01T00:00:00.000Z" })]);
    expect(isUnchanged(between)).toBe(true);
  });
});
