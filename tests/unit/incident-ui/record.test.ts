import { describe, expect, it } from "vitest";
import { boardEffectOf } from "@/components/incidents/record/board-effect";
import { happened } from "@/components/incidents/record/history-words";
import { sourceIdsOf } from "@/components/incidents/record/record-names";
import { reviewStanding } from "@/components/incidents/record/review-standing";
import { commandWords } from "@/components/reviews/command-words";
import { twoReviewersBecause, waitingFor } from "@/components/reviews/queue-facts";
import { commands } from "@/lib/incidents/domain/workflow";
import { calendarDate } from "@/lib/kernel/calendar-date";
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
  const one = { given: 0, needed: 1 };

  it("counts approvals only where two are needed", () => {
    expect(reviewStanding({ workflow: "IN_REVIEW", approvals: one, isOwnWork: false })).toEqual([]);
    expect(reviewStanding({ workflow: "IN_REVIEW", approvals: { given: 1, needed: 2 }, isOwnWork: false })[0]).toContain("1 of 2 approvals");
    expect(reviewStanding({ workflow: "APPROVED", approvals: { given: 2, needed: 2 }, isOwnWork: false })).toEqual(["2 of 2 approvals."]);
  });

  it("tells authors that somebody else decides, while there is something to decide", () => {
    expect(reviewStanding({ workflow: "SUBMITTED", approvals: one, isOwnWork: true })[0]).toContain("somebody else");
    expect(reviewStanding({ workflow: "PUBLISHED", approvals: one, isOwnWork: true })).toEqual([]);
  });

  it("tells of a retraction that waits for a second reviewer", () => {
    expect(reviewStanding({ workflow: "PUBLISHED", approvals: { given: 1, needed: 2 }, isOwnWork: false })).toEqual(["Retraction asked for by 1 of 2 reviewers."]);
  });
});

describe("the review queue", () => {
  const count = aCount({ outcome: "KILLED" });
  const record = { casualties: [], claims: [], verification: "V1_CLAIM", workflow: "SUBMITTED" } as const;

  it("says why two reviewers must approve", () => {
    expect(twoReviewersBecause({ ...record, casualties: [], claims: [] })).toEqual([]);
    expect(twoReviewersBecause({ ...record, casualties: [count], claims: [], verification: "V4_VERIFIED" })).toEqual(["deaths are counted", "the level is V4 or above"]);
  });

  it("counts the days of waiting", () => {
    const today = calendarDate("2026-11-24");
    expect(waitingFor("2026-11-24T00:10:00.000Z", today)).toBe("since today");
    expect(waitingFor("2026-11-23T23:50:00.000Z", today)).toBe("since yesterday");
    expect(waitingFor("2026-11-10T12:00:00.000Z", today)).toBe("for 14 days");
    expect(waitingFor(null, today)).toBe("");
  });
});
