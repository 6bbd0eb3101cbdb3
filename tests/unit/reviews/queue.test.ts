import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workflowStateCodes } from "@/lib/codelists/workflow";
import { queueReasonCodes, reasonsToWait, waitingSince, type QueueFacts } from "@/lib/reviews/queue/domain";
import { whoMayDecide } from "@/lib/incidents/domain/approvals";
import { aClaim, aCount } from "../../support/incident-builders";

const facts = (over: Partial<QueueFacts> = {}): QueueFacts => ({
  workflow: "SUBMITTED", verification: "V1_CLAIM", claims: [aClaim()], casualties: [], corrects: null, submittedAt: "2026-11-10T08:00:00.000Z",
  earlier: { wasApproved: false, hadChangesRequested: false }, retractionAskedAt: [], notices: [], requests: [], ...over,
});
const codes = (over: Partial<QueueFacts>): string[] => reasonsToWait(facts(over)).map((reason) => reason.code);
const request = { reference: "CR-000004", filedAt: "2026-11-12T08:00:00.000Z", dueOn: "2026-12-12" };
const notice = { raisedAt: "2026-11-11T08:00:00.000Z" };

describe("why a record waits", () => {
  it.each<[string, Partial<QueueFacts>, string[]]>([
    ["a first submission", {}, ["SUBMITTED"]],
    ["one that somebody reads already", { workflow: "IN_REVIEW" }, ["SUBMITTED"]],
    ["one whose changes were made", { earlier: { wasApproved: false, hadChangesRequested: true } }, ["RESUBMITTED"]],
    ["one that was edited after it was approved, whatever else was asked for", { earlier: { wasApproved: true, hadChangesRequested: true } }, ["REOPENED"]],
    ["a correction with deaths in it", { corrects: "TL-000007", casualties: [aCount({ outcome: "KILLED" })] }, ["SUBMITTED", "CORRECTION", "LETHAL"]],
    ["a finding by a body with a mandate", { claims: [aClaim({ stance: "FOUND_BY" })] }, ["SUBMITTED", "FOUND_BY"]],
    ["a high level", { workflow: "APPROVED", verification: "V4_VERIFIED" }, ["TO_PUBLISH", "HIGH_LEVEL"]],
    ["one on hold", { workflow: "ON_HOLD" }, ["ON_HOLD"]],
    ["a public one whose retraction is asked for", { workflow: "PUBLISHED", retractionAskedAt: ["2026-11-20T08:00:00.000Z"] }, ["RETRACTION"]],
    ["a public one that is contradicted and whose level came down", { workflow: "PUBLISHED", requests: [request], notices: [notice] }, ["LEVEL_LOWERED", "REQUEST"]],
    ["a public one that corrected another is no correction under way", { workflow: "PUBLISHED", corrects: "TL-000007", requests: [request] }, ["REQUEST"]],
  ])("%s", (_what, over, expected) => expect(codes(over)).toEqual(expected));

  it("names the request and the record that it is about", () => {
    expect(reasonsToWait(facts({ corrects: "TL-000007", requests: [request, { ...request, reference: "CR-000005" }] })).map((reason) => reason.about)).toEqual([null, "TL-000007", "CR-000004", "CR-000005"]);
  });

  it("is said of every record under review, in the order of the list", () => {
    const under = ["SUBMITTED", "IN_REVIEW", "APPROVED", "ON_HOLD"] as const;
    fc.assert(fc.property(fc.constantFrom(...under), fc.boolean(), fc.boolean(), (workflow, wasApproved, isLethal) => {
      const given = codes({ workflow, earlier: { wasApproved, hadChangesRequested: false }, casualties: isLethal ? [aCount({ outcome: "KILLED" })] : [] });
      expect(given.length).toBeGreaterThan(0);
      expect(given).toEqual(queueReasonCodes.filter((code) => given.includes(code)));
    }));
  });
});

describe("since when it waits", () => {
  it("is the oldest cause that is open", () => {
    expect(waitingSince(facts({ requests: [request] }))).toBe("2026-11-10T08:00:00.000Z");
    expect(waitingSince(facts({ workflow: "PUBLISHED", requests: [request], notices: [notice] }))).toBe(notice.raisedAt);
    expect(waitingSince(facts({ submittedAt: null }))).toBeUndefined();
  });
  it("never counts the way to the public against a public record", () => {
    for (const workflow of workflowStateCodes) expect(waitingSince(facts({ workflow })) === undefined).toBe(workflow === "PUBLISHED");
  });
});

it("who may decide is whoever has neither written, last edited nor decided", () => {
  const reviewers = [1, 2, 3, 4, 5].map((id) => ({ id }));
  expect(whoMayDecide(reviewers, { authorId: 1, lastEditorId: 2 }, [3]).map(({ id }) => id)).toEqual([4, 5]);
});
