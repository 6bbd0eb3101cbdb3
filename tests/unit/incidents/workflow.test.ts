import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workflowStateCodes, type WorkflowState } from "@/lib/codelists/workflow";
import { commands, commandsFrom, needsReason, nextState, stateAfterEdit, voidsApprovals, workflowTable } from "@/lib/incidents/domain/workflow";

describe("the life of a record", () => {
  it("is this table and no other", () => {
    const steps = workflowStateCodes.flatMap((state) => commandsFrom(state).map((command) => `${state} ${command} ${nextState(state, command) ?? ""}`));
    expect(steps).toEqual([
      "DRAFT submit SUBMITTED",
      "SUBMITTED claim IN_REVIEW",
      "SUBMITTED hold ON_HOLD",
      "IN_REVIEW requestChanges CHANGES_REQUESTED",
      "IN_REVIEW approve APPROVED",
      "IN_REVIEW reject REJECTED",
      "IN_REVIEW hold ON_HOLD",
      "CHANGES_REQUESTED submit SUBMITTED",
      "APPROVED requestChanges CHANGES_REQUESTED",
      "APPROVED publish PUBLISHED",
      "APPROVED hold ON_HOLD",
      "PUBLISHED retract RETRACTED",
      "PUBLISHED correct PUBLISHED",
      "ON_HOLD claim IN_REVIEW",
    ]);
    expect(Object.keys(workflowTable)).toEqual(workflowStateCodes);
  });

  it("reaches PUBLISHED only through an approval, whatever steps are tried", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...commands), { maxLength: 40 }), (tried) => {
        let state: WorkflowState = "DRAFT";
        let wasApproved = false;
        for (const command of tried) {
          const next = nextState(state, command);
          if (next === undefined) continue;
          if (next === "APPROVED") wasApproved = true;
          if (next === "PUBLISHED" && !wasApproved) throw new Error(`published without an approval by ${tried.join(" ")}`);
          if (next === "CHANGES_REQUESTED" || next === "ON_HOLD") wasApproved = false;
          state = next;
        }
      }),
    );
  });

  it("begins anew after an edit, and is not edited once it is public or closed", () => {
    expect(workflowStateCodes.map((state) => [state, stateAfterEdit(state)])).toEqual([
      ["DRAFT", "DRAFT"], ["SUBMITTED", "SUBMITTED"], ["IN_REVIEW", "SUBMITTED"], ["CHANGES_REQUESTED", "CHANGES_REQUESTED"], ["APPROVED", "SUBMITTED"],
      ["PUBLISHED", undefined], ["ON_HOLD", "SUBMITTED"], ["MERGED_INTO", undefined], ["REJECTED", undefined], ["CORRECTED", undefined], ["RETRACTED", undefined], ["UNDONE", undefined],
    ]);
  });

  it("asks a reason where others will want one, and voids approvals where a record goes back", () => {
    expect(commands.filter(needsReason)).toEqual(["requestChanges", "reject", "retract", "correct"]);
    expect([voidsApprovals("APPROVED", "hold"), voidsApprovals("IN_REVIEW", "hold"), voidsApprovals("APPROVED", "requestChanges"), voidsApprovals("APPROVED", "publish")]).toEqual([true, false, true, false]);
  });
});
