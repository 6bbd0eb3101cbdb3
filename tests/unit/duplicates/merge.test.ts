import { describe, expect, it } from "vitest";
import { relationSentence } from "@/components/duplicates/relation-words";
import { duplicateRelationCodes } from "@/lib/codelists/duplicate-relation";
import { workflowStateCodes, type WorkflowState } from "@/lib/codelists/workflow";
import { whyNotMerge, whyNotUnmerge } from "@/lib/duplicates/domain/merge";
import { mayRelate, whyNotMergeBy } from "@/lib/duplicates/policy";
import type { Marked } from "@/lib/incidents/domain/marks";
import { anActor, recordFacts } from "../../support/incident-builders";

const half = (id: number, workflow: WorkflowState, hasMerged = false) => ({ id, reference: `TL-${id}`, workflow, hasMerged, marks: open });
const open: Marked = { sensitivity: "S0_PUBLIC", protectedFields: {} };

describe("a merge", () => {
  it("joins records of the same stage of review only", () => {
    const settled: WorkflowState[] = ["APPROVED", "PUBLISHED"];
    const closed: WorkflowState[] = ["MERGED_INTO", "REJECTED", "CORRECTED", "RETRACTED"];
    for (const a of workflowStateCodes) {
      for (const b of workflowStateCodes) {
        const fits = !closed.includes(a) && !closed.includes(b) && (settled.includes(a) || settled.includes(b) ? a === b : true);
        expect(whyNotMerge(half(1, a), half(2, b)) === undefined, `${a} ${b}`).toBe(fits);
      }
    }
  });
  it("takes no record into itself, and none that holds others", () => {
    expect(whyNotMerge(half(1, "DRAFT"), half(1, "DRAFT"))).toMatch(/into itself/);
    expect(whyNotMerge(half(1, "DRAFT"), half(2, "DRAFT", true))).toMatch(/undo those merges first/);
  });
  it("moves no protected line into a record where it would be more open", () => {
    const marked = (id: number, marks: Partial<Marked>) => ({ ...half(id, "DRAFT"), marks: { ...open, ...marks } });
    expect(whyNotMerge(half(1, "DRAFT"), marked(2, { sensitivity: "S2_RESTRICTED" }))).toMatch(/“Quotes” is protected in TL-2/);
    expect(whyNotMerge(half(1, "DRAFT"), marked(2, { protectedFields: { casualties: "S1_INTERNAL" } }))).toMatch(/“Casualties”/);
    expect(whyNotMerge(marked(1, { sensitivity: "S2_RESTRICTED" }), marked(2, { sensitivity: "S3_SOURCE_PROTECTED" }))).toMatch(/merge the other way round/);
    expect(whyNotMerge(marked(2, { sensitivity: "S3_SOURCE_PROTECTED" }), marked(1, { sensitivity: "S2_RESTRICTED" }))).toBeUndefined();
    expect(whyNotMerge(half(1, "DRAFT"), marked(2, { protectedFields: { narrative: "S3_SOURCE_PROTECTED" } }))).toBeUndefined();
  });
  it("is undone unless reviewers have decided on the joined lines since", () => {
    expect(whyNotUnmerge(half(1, "DRAFT"), "SUBMITTED")).toBeUndefined();
    expect(whyNotUnmerge(half(1, "PUBLISHED"), "PUBLISHED")).toBeUndefined();
    expect(whyNotUnmerge(half(1, "PUBLISHED"), "DRAFT")).toMatch(/open its correction/);
    expect(whyNotUnmerge(half(1, "RETRACTED"), "PUBLISHED")).toMatch(/stay where they are/);
  });
});

describe("who decides on a pair", () => {
  const facts = [recordFacts({ workflow: "PUBLISHED" }), recordFacts({ workflow: "PUBLISHED", authorId: 5, lastEditorId: 5 })];
  it.each([["VIEWER", false], ["ANALYST", true], ["REVIEWER", true], ["AUDITOR", false], ["ADMIN", false]] as const)("%s may relate: %s", (role, may) => {
    expect(mayRelate(anActor(role), facts)).toBe(may);
  });
  it("lets an analyst relate only what the analyst may see", () => expect(mayRelate(anActor("ANALYST", { teamId: 77 }), [recordFacts()])).toBe(false));
  it("is a reviewer who wrote neither record", () => {
    expect(whyNotMergeBy(anActor("REVIEWER"), facts)).toBeUndefined();
    expect(whyNotMergeBy(anActor("REVIEWER", { userId: 5 }), facts)).toMatch(/another reviewer/);
    for (const role of ["VIEWER", "ANALYST", "AUDITOR", "ADMIN"] as const) expect(whyNotMergeBy(anActor(role), facts)).toBeDefined();
  });
});

describe("a relation in words", () => {
  it("has a sentence for every code, told the right way round", () => {
    for (const relation of duplicateRelationCodes) expect(relationSentence({ mine: "A", other: "B", relation, isOfOther: false })).toMatch(/^A /);
    expect(relationSentence({ mine: "A", other: "B", relation: "PART_OF", isOfOther: true })).toBe("B is part of A.");
  });
});
