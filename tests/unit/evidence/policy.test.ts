import { describe, expect, it } from "vitest";
import { sensitivityCodes } from "@/lib/codelists/sensitivity";
import { workflowStateCodes, type WorkflowState } from "@/lib/codelists/workflow";
import { accessTo, mayAttachNow, mayHandle, mayVerifyEvidence, mayWithdrawIn, whyNotWorkOn } from "@/lib/evidence/policy";
import type { RecordFacts } from "@/lib/incidents/domain/record";
import { redact, redactForExport, scopeOf, type EvidenceMarks } from "@/lib/incidents/policy";
import { roles, type Role } from "@/lib/kernel/actor";
import { aMention, aView, anActor, recordFacts } from "../../support/incident-builders";

const own = { userId: 99, teamId: 10 };
const other = { userId: 99, teamId: 20 };
const item = (over: Partial<EvidenceMarks> = {}): EvidenceMarks => ({ sensitivity: "S0_PUBLIC", teamId: 10, ...over });
const published = recordFacts({ workflow: "PUBLISHED" });

/** `copy`: may know of it and have the copy; `all`: the original and the custody as well; `none`. */
function access(role: Role, who: typeof own, { record = published, ...marks }: EvidenceMarks & { record?: RecordFacts }): "none" | "copy" | "all" {
  const { mayKnow, mayOpenOriginal, mayReadCustody } = accessTo(scopeOf(anActor(role, who)), record, marks);
  // Nobody has the original or the custody of what may not be known.
  expect([mayReadCustody, mayOpenOriginal && !mayKnow]).toEqual([mayOpenOriginal, false]);
  return mayOpenOriginal ? "all" : mayKnow ? "copy" : "none";
}

describe("role by sensitivity, copy or original, of a published record", () => {
  const table: [Role, typeof own, [s0: string, s1: string, s2: string, s3: string]][] = [
    ["VIEWER", own, ["copy", "none", "none", "none"]], ["VIEWER", other, ["copy", "none", "none", "none"]],
    ["ANALYST", own, ["all", "all", "all", "all"]], ["ANALYST", other, ["copy", "copy", "none", "none"]],
    ["REVIEWER", own, ["all", "all", "all", "all"]], ["REVIEWER", other, ["all", "all", "all", "all"]],
    ["AUDITOR", own, ["all", "all", "all", "all"]], ["AUDITOR", other, ["all", "all", "all", "all"]],
    ["ADMIN", own, ["copy", "copy", "none", "none"]], ["ADMIN", other, ["copy", "copy", "none", "none"]],
  ];
  it.each(table)("%s %j", (role, who, expected) => {
    expect(sensitivityCodes.map((sensitivity) => access(role, who, item({ sensitivity })))).toEqual(expected);
  });

  it.each(table)("%s %j: what was withdrawn is for those who read all of it", (role, who, expected) => {
    expect(access(role, who, item({ isWithdrawn: true }))).toBe(expected[3]);
  });

  it.each(table)("%s %j: a protected record protects all of its evidence", (role, who, expected) => {
    for (const sensitivity of ["S2_RESTRICTED", "S3_SOURCE_PROTECTED"] as const) expect(access(role, who, { ...item(), record: recordFacts({ workflow: "PUBLISHED", sensitivity }) })).toBe(expected[3]);
  });
});

describe("a record that may not be known", () => {
  it("has no evidence that may be known, whatever its mark", () => {
    for (const workflow of workflowStateCodes) {
      const record = recordFacts({ workflow });
      const isPublic = ["PUBLISHED", "CORRECTED", "RETRACTED"].includes(workflow);
      for (const [role, who] of [["VIEWER", own], ["ADMIN", own], ["ANALYST", other]] as const) expect([workflow, access(role, who, { ...item(), record })]).toEqual([workflow, isPublic ? "copy" : "none"]);
    }
  });
});

describe("evidence on another team's correction", () => {
  it("stays with the team that brought it in", () => {
    const correction = recordFacts({ workflow: "DRAFT", teamId: 20 });
    expect(access("ANALYST", other, { ...item({ sensitivity: "S3_SOURCE_PROTECTED" }), record: correction })).toBe("none");
    expect(access("ANALYST", other, { ...item(), record: correction })).toBe("copy");
    expect(mayHandle(anActor("ANALYST", other), correction, item())).toBe(false);
    expect(mayHandle(anActor("REVIEWER", other), correction, item())).toBe(true);
  });
});

describe("role by right", () => {
  const openStates: readonly WorkflowState[] = ["DRAFT", "SUBMITTED", "IN_REVIEW", "CHANGES_REQUESTED", "ON_HOLD"];
  it.each([["VIEWER", false, false], ["ANALYST", true, false], ["REVIEWER", true, true], ["AUDITOR", false, false], ["ADMIN", false, false]] as const)("%s adds evidence to records of the own team %s, of another %s", (role, ownTeam, otherTeam) => {
    for (const workflow of workflowStateCodes) {
      const isOpen = openStates.includes(workflow);
      expect([mayAttachNow(anActor(role, own), recordFacts({ workflow })), mayAttachNow(anActor(role, other), recordFacts({ workflow }))]).toEqual([ownTeam && isOpen, otherTeam && isOpen]);
    }
  });

  it("says what stands against it", () => {
    expect(whyNotWorkOn(anActor("ADMIN"), recordFacts())).toMatch(/ADMIN/);
    expect(whyNotWorkOn(anActor("ANALYST", other), recordFacts())).toMatch(/another team/);
  });

  it("of a decided record only a reviewer withdraws evidence", () => {
    for (const workflow of workflowStateCodes) expect([mayWithdrawIn(anActor("ANALYST"), workflow), mayWithdrawIn(anActor("REVIEWER"), workflow)]).toEqual([openStates.includes(workflow), true]);
  });

  it("auditors and administrators verify, nobody else", () => {
    expect(roles.filter((role) => mayVerifyEvidence(anActor(role)))).toEqual(["AUDITOR", "ADMIN"]);
  });
});

describe("what a record tells of its evidence", () => {
  const evidence = sensitivityCodes.map((sensitivity, index) => aMention({ id: index + 1, sensitivity }));
  const told = (role: Role, view = aView({ evidence }), teams?: ReadonlyMap<number, number>) =>
    redact(scopeOf(anActor(role, other)), { view, teamId: 10, ...(teams ? { evidenceTeams: teams } : {}) }).evidence.map((mention) => mention.sensitivity);

  it("is what may be known of it", () => {
    expect(told("VIEWER")).toEqual(["S0_PUBLIC"]);
    expect([told("ANALYST"), told("ADMIN")]).toEqual(Array(2).fill(["S0_PUBLIC", "S1_INTERNAL"]));
    expect([told("REVIEWER"), told("AUDITOR")]).toEqual(Array(2).fill([...sensitivityCodes]));
    expect(told("VIEWER", aView({ evidence, sensitivity: "S2_RESTRICTED" }))).toEqual([]);
  });

  it("follows the team of each item", () => {
    expect(told("ANALYST", aView({ evidence }), new Map([[4, 20]]))).toEqual(["S0_PUBLIC", "S1_INTERNAL", "S3_SOURCE_PROTECTED"]);
  });

  it("leaves out what is source-protected from every file, for every role", () => {
    for (const role of roles) expect(JSON.stringify(redactForExport(scopeOf(anActor(role)), { view: aView({ evidence }), teamId: 10 }))).not.toContain("S3_SOURCE_PROTECTED");
  });
});
