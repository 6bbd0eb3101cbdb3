import { describe, expect, it } from "vitest";
import { assess } from "@/lib/compliance/domain/assess";
import type { AssessmentContext } from "@/lib/compliance/domain/obligation";
import type { BoardFact } from "@/lib/compliance/domain/record";
import { rules } from "@/lib/compliance/domain/rules";
import { aCompletion, aContext, aDeadline, aDependency, aFact, anAmendment, anObligation, anObserver, day, watched } from "../../support/board-builders";

type Asked = { duty?: Parameters<typeof anObligation>[0]; facts?: readonly BoardFact[]; context?: AssessmentContext };
const on = (asOf: string, over: Partial<AssessmentContext> = {}) => watched(asOf, over);
const asOf = "2021-01-05";
const milestone = (...facts: BoardFact[]): Asked => ({ duty: { kind: "MILESTONE" }, facts });
const due = (deadline: string, facts: readonly BoardFact[] = [], ...more: ReturnType<typeof anAmendment>[]): Asked => ({ duty: { kind: "MILESTONE", deadlines: [aDeadline(deadline), ...more] }, facts });
const standing = (...facts: BoardFact[]): Asked => ({ duty: { kind: "STANDING_POSITIVE" }, facts });
const grave = aFact({ on: "2021-01-01", verification: "V4_VERIFIED", isLethal: true });
const ended = aFact({ on: "2021-01-01", relation: "CONTEXT", effect: "ENDED" });
const begun = aFact({ on: "2020-12-01", relation: "CONTEXT", effect: "STARTED" });
const part = aFact({ on: "2020-12-01", relation: "PARTIAL_FULFILMENT", effect: "PARTLY_DONE" });
const figure = (best: number, high = best) => ({ what: "military personnel", unit: "persons", low: null, best, high, reportedBy: "a speaker" });
const count = (figures: BoardFact["figures"], when = "2021-01-01"): Asked => ({ duty: { kind: "QUANTITY_CEILING", quantities: [{ what: "military personnel", value: 1960, unit: "persons", operator: "equals" }] }, facts: [aFact({ on: when, relation: "CONTEXT", figures })] });
const vehicles = { what: "armoured personnel carriers", value: 90, unit: "items", operator: "equals" };
const joint: Asked = { duty: { code: "NK2020-3c", kind: "QUANTITY_CEILING", quantities: [vehicles] }, facts: [aFact({ on: "2021-01-01", relation: "CONTEXT", figures: [{ ...figure(552), what: "items of equipment", unit: "items" }] })], context: on(asOf, { ceilings: [{ code: "NK2020-3c", quantities: [vehicles] }, { code: "NK2020-3d", quantities: [{ ...vehicles, what: "special equipment", value: 380 }] }] }) };
const term = (over: Asked & { year?: string } = {}): Asked => ({ duty: { kind: "TERM", terms: { termYears: 5, noticeMonths: 6 } }, facts: over.facts ?? [], context: over.context ?? on(over.year ?? asOf) });

/** A duty, records and a day on which the rule speaks. */
const spoken: Record<string, Asked> = {
  G1: { facts: [aFact({ verification: "V1_CLAIM" })] },
  G3: { context: on("2020-11-09") },
  G4: { duty: { kind: "ENABLE", startsOn: null } },
  G5: milestone(),
  G6: { facts: [aFact({ on: "2021-01-01", isContested: true })] },
  G7: { facts: [aFact({ on: "2021-01-01", relation: "POSSIBLE_BREACH" })] },
  G9: { duty: { terms: { termYears: -5 } } },
  CV1: {},
  CV2: { context: aContext(asOf) },
  CV3: { context: aContext(asOf, { coverage: [anObserver("2020-11-10", "2020-11-12")] }) },
  D1: due("2020-11-15", [aCompletion("2020-11-15")]),
  D2: due("2020-11-15", [aCompletion("2020-11-25")], anAmendment("2020-11-25")),
  D3: { duty: { kind: "MILESTONE", deadlines: [aDeadline("2020-11-20", { rule: "DISPUTED" })] }, facts: [aCompletion("2020-11-20")] },
  D4: due("2020-11-15"),
  D5: due("2021-11-15"),
  D6: milestone(),
  D7: due("2020-11-15", [], anAmendment("2020-11-25")),
  IM1: milestone(begun),
  IM2: milestone(part),
  IM3: milestone(aCompletion("2020-12-01")),
  IM4: milestone(aCompletion("2020-12-01", { isAcknowledged: false })),
  IM5: milestone(part, ended),
  IM6: milestone(grave),
  IM7: { duty: { kind: "ESTABLISH_BODY" }, facts: [aCompletion("2020-12-01", { isAcknowledged: false })] },
  IM8: { duty: { kind: "EXCHANGE" }, facts: [part] },
  IM9: { duty: { kind: "PARALLEL" }, context: on(asOf, { dependencies: [aDependency({ begunOn: day("2020-11-15") })] }) },
  IM10: { duty: { kind: "PLAN_THEN_BUILD", deadlines: [aDeadline("2023-11-10")] }, facts: [part] },
  IM11: { duty: { kind: "ENABLE" }, facts: [begun] },
  SN1: { facts: [grave] },
  SN2: { facts: [aFact({ on: "2021-01-01" })] },
  SN3: {},
  SN4: { context: aContext(asOf) },
  SN5: { facts: [ended] },
  SN6: { duty: { terms: { isChangeLasting: true } }, facts: [aFact({ on: "2020-11-12", isPositionChange: true })] },
  SP1: standing(aFact({ on: "2020-12-01", effect: "CLOSED", verification: "V4_VERIFIED" })),
  SP2: standing(aFact({ on: "2020-12-01", effect: "RESTRICTED" })),
  SP4: standing(ended),
  SP5: { duty: { kind: "STANDING_POSITIVE" }, context: on(asOf, { dependencies: [aDependency({ endedOn: day("2021-01-01") })] }) },
  SP6: standing(begun),
  QC1: count([figure(2000)]),
  QC2: count([figure(1900, 2000)]),
  QC3: count([figure(1960)]),
  QC4: count([figure(1960)], "2020-11-20"),
  QC5: count([]),
  QC6: joint,
  QC7: { duty: { kind: "QUANTITY_CEILING" }, facts: [ended] },
  TE1: term(),
  TE2: term({ facts: [ended] }),
  TE3: term({ facts: [aFact({ on: "2021-01-01", relation: "AMENDMENT" })] }),
  TE4: term({ year: "2026-01-05" }),
  TE5: term(),
  TE6: term({ context: on(asOf, { dependencies: [aDependency({ code: "NK2020-4b", kind: "TERM", endedOn: day("2021-01-01") })] }) }),
  TE7: term({ facts: [aFact({ on: "2020-12-01", relation: "CONTEXT", effect: "RESTRICTED" })] }),
};

/** Rules that say how others read the records, or that are never computed: no reason names them. Each has tests of its own. */
const unspoken: Record<string, string> = {
  G2: "how records are dated: implementation and properties",
  G8: "never computed; a decision of reviewers",
  SP3: "how long a closure lasts: conduct and condition-intervals",
  SP7: "the days of an object: condition-intervals",
};

/** Rules about what reviewers do with an answer are not the engine's. */
const engineRules = rules.filter(({ group }) => (group as string) !== "REVIEW").map(({ code }) => code as string);

describe("every rule on the methods page", () => {
  it("is spoken in a reason, or is told here to speak in none", () => {
    expect([...Object.keys(spoken), ...Object.keys(unspoken)].toSorted()).toEqual(engineRules.toSorted());
  });

  it.each(Object.entries(spoken))("%s is named where it holds", (code, { duty = {}, facts = [], context = on(asOf) }) => {
    expect(assess(anObligation(duty), facts, context).because.map((reason) => reason.rule)).toContain(code);
  });
});

it("“collapsed” is never computed, whatever is on record", () => {
  const worst = [grave, ended, aFact({ on: "2021-01-01", verification: "V5_INVESTIGATED", isLethal: true, isPositionChange: true })];
  for (const { duty = {} } of Object.values(spoken)) expect(assess(anObligation(duty), worst, on(asOf)).state).not.toBe("C_COLLAPSED");
});
