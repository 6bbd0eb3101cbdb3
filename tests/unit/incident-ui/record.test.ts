import { describe, expect, it } from "vitest";
import { boardEffectOf } from "@/components/incidents/record/board-effect";
import { happened } from "@/components/incidents/record/history-words";
import { sourceIdsOf } from "@/components/incidents/record/record-names";
import { reviewStanding } from "@/components/incidents/record/review-standing";
import { commandWords } from "@/components/reviews/command-words";
import { reasonInWords, waitingFor, weighs } from "@/components/reviews/queue-facts";
import { commands } from "@/lib/incidents/domain/workflow";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { nextInQueue } from "@/components/reviews/queue-steps";
import { queueReasonCodes } from "@/lib/reviews/queue/domain";
import { aClaim, aCount } from "../../support/incident-builders";

describe("whether a record counts on the board", () => {
  const published = { workflow: "PUBLISHED", verification: "V3_CORROBORATED" } as const;

  it("says yes for a published finding from V3 on", () => {
    expect(boardEffectOf(published, { relation: "BREACH", effect: "NONE" }).counts).toBe(true);
  });

  it.each([
    [{ ...published, workflow: "APPROVED" }, "BREACH", "not published"],
    [{ ...published, workflow: "RETRACTED" }, "BREACH", "withdrawn"],
    [{ ...published, verification: "V1_CLAIM" }, "POSSIBLE_BREACH", "Claim of one side"],
    [{ ...published, verification: "VX_REFUTED" }, "BREACH", "Refuted"],
    [published, "POSSIBLE_BREACH", "not a finding"],
    [published, "CONTEXT", "context"],
  ] as const)("says no and why for %o with %s", (incident, relation, because) => {
    const effect = boardEffectOf(incident, { relation, effect: "NONE" });
    expect(effect.counts).toBe(false);
    expect(effect.because).toContain(because);
  });
});

describe("the history in words", () => {
  const line = { event: "incident.approved", at: "2026-11-24T20:00:00.000Z", by: null, version: 4, reason: null, verification: null, approvals: null, changed: [] };

  it("counts approvals where two are needed", () => {
    expect(happened({ ...line, verification: "V4_VERIFIED", approvals: { given: 1, needed: 2 } })).toBe("Approved at “Verified” (1 of 2)");
    expect(happened({ ...line, approvals: { given: 1, needed: 1 } })).toBe("Approved");
  });

  it("names what an edit changed, and shows an event it has no words for", () => {
    expect(happened({ ...line, event: "incident.edited", changed: ["claims", "title"] })).toBe("Edited: claims, title");
    expect(happened({ ...line, event: "incident.unheard" })).toBe("incident.unheard");
  });
});

describe("the sources of a record", () => {
  it("are listed once each, claims first", () => {
    expect(sourceIdsOf({ claims: [aClaim({ source: 9 }), aClaim()], casualties: [aCount({ source: 9 })], sources: [4, 9] })).toEqual([9, 4]);
  });
});

describe("the words of commands", () => {
  it("exist for every command of the table", () => {
    expect(Object.keys(commandWords).toSorted()).toEqual([...commands].toSorted());
  });
});

describe("how far a review has come", () => {
  const nobody = { decisions: [], mayDecide: [] };
  const one = { given: 0, needed: 1 };

  it("counts approvals only where two are needed", () => {
    expect(reviewStanding({ ...nobody, workflow: "IN_REVIEW", approvals: one, isOwnWork: false })).toEqual([]);
    expect(reviewStanding({ ...nobody, workflow: "IN_REVIEW", approvals: { given: 1, needed: 2 }, isOwnWork: false })[0]).toContain("1 of 2 approvals");
    expect(reviewStanding({ ...nobody, workflow: "APPROVED", approvals: { given: 2, needed: 2 }, isOwnWork: false })).toEqual(["2 of 2 approvals."]);
  });

  it("tells authors that somebody else decides, while there is something to decide", () => {
    expect(reviewStanding({ ...nobody, workflow: "SUBMITTED", approvals: one, isOwnWork: true })[0]).toContain("somebody else");
    expect(reviewStanding({ ...nobody, workflow: "PUBLISHED", approvals: one, isOwnWork: true })).toEqual([]);
  });

  it("tells of a retraction that waits for a second reviewer", () => {
    expect(reviewStanding({ ...nobody, workflow: "PUBLISHED", approvals: { given: 1, needed: 2 }, isOwnWork: false })).toEqual(["Retraction asked for by 1 of 2 reviewers."]);
  });
});

describe("who decides", () => {
  const approved = { by: "Anna", at: "2026-11-23T09:00:00.000Z", verification: "V4_VERIFIED" };
  const two = { given: 1, needed: 2 };

  it("is told by name: who has approved at which level, and who may be next", () => {
    const lines = reviewStanding({ workflow: "IN_REVIEW", approvals: two, isOwnWork: false, decisions: [approved], mayDecide: ["Boris", "Clara"] });
    expect(lines.slice(1)).toEqual(["Anna approved on 23 November 2026 at “Verified”.", "Next to decide may be: Boris; Clara."]);
  });

  it("says when nobody is left who may, and names no more than a handful", () => {
    expect(reviewStanding({ workflow: "IN_REVIEW", approvals: two, isOwnWork: false, decisions: [approved], mayDecide: [] }).at(-1)).toContain("takes a further one");
    const many = Array.from({ length: 9 }, (_none, index) => `R${index}`);
    expect(reviewStanding({ workflow: "SUBMITTED", approvals: { given: 0, needed: 1 }, isOwnWork: false, decisions: [], mayDecide: many })).toEqual(["May decide: R0; R1; R2; R3; R4; R5 and 3 more."]);
  });

  it("names nobody once a record is decided on, but who asked for a retraction and who may ask next", () => {
    expect(reviewStanding({ workflow: "PUBLISHED", approvals: two, isOwnWork: false, decisions: [], mayDecide: ["Boris"] })).toEqual(["Retraction asked for by 1 of 2 reviewers."]);
    expect(reviewStanding({ workflow: "PUBLISHED", approvals: two, isOwnWork: false, decisions: [{ ...approved, verification: null }], mayDecide: ["Boris"] }).slice(1)).toEqual(["Anna asked for it on 23 November 2026.", "Next to decide may be: Boris."]);
    expect(reviewStanding({ workflow: "APPROVED", approvals: { given: 1, needed: 1 }, isOwnWork: false, decisions: [approved], mayDecide: ["Boris"] })).toEqual(["Anna approved on 23 November 2026 at “Verified”."]);
  });
});

describe("the review queue", () => {
  it("has words for every reason, and says which make it two reviewers' work", () => {
    expect(queueReasonCodes.map((code) => reasonInWords({ code, about: null })).filter((words) => words.length < 5)).toEqual([]);
    expect(reasonInWords({ code: "REQUEST", about: "CR-000001" })).toBe("A correction or reply is asked for: CR-000001");
    expect(queueReasonCodes.filter((code) => weighs({ code }))).toEqual(["LETHAL", "FOUND_BY", "HIGH_LEVEL"]);
  });

  it("is walked by keys that never leave it", () => {
    const keys = ["ArrowDown", "ArrowUp", "j", "k", "Home", "End", "a", "Enter"];
    expect(keys.map((key) => nextInQueue(key, { at: 1, count: 3 }))).toEqual([2, 0, 2, 0, 0, 2, undefined, undefined]);
    expect(keys.slice(0, 2).map((key) => nextInQueue(key, { at: -1, count: 3 }))).toEqual([0, 0]);
    expect([nextInQueue("ArrowDown", { at: 2, count: 3 }), nextInQueue("ArrowUp", { at: 0, count: 3 }), nextInQueue("End", { at: 0, count: 0 })]).toEqual([2, 0, undefined]);
  });

  it("counts the days of waiting", () => {
    const today = calendarDate("2026-11-24");
    expect(waitingFor("2026-11-24T00:10:00.000Z", today)).toBe("since today");
    expect(waitingFor("2026-11-23T23:50:00.000Z", today)).toBe("since yesterday");
    expect(waitingFor("2026-11-10T12:00:00.000Z", today)).toBe("for 14 days");
    expect(waitingFor(null, today)).toBe("");
  });
});
