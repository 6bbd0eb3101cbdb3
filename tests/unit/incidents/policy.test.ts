import { describe, expect, it } from "vitest";
import { workflowStateCodes } from "@/lib/codelists/workflow";
import { commands, type Command } from "@/lib/incidents/domain/workflow";
import {
  allowedCommands, mayCommand, mayEditIncident, mayEditNow, mayLogIncident, mayReadProtected, maySee, redact, redactForExport, scopeOf, whyNotCommand,
} from "@/lib/incidents/policy";
import { roles, type Role } from "@/lib/kernel/actor";
import { aView, anActor, recordFacts } from "../../support/incident-builders";

const own = { userId: 1, teamId: 10 };
const sameTeam = { userId: 99, teamId: 10 };
const otherTeam = { userId: 99, teamId: 20 };
const decided: Command[] = ["claim", "requestChanges", "approve", "reject", "publish", "retract"];
const none: Command[] = [];

describe("role by command", () => {
  const table: [Role, string, typeof own, Command[]][] = [
    ["VIEWER", "own", own, none], ["VIEWER", "same team", sameTeam, none], ["VIEWER", "other team", otherTeam, none],
    ["ANALYST", "own", own, ["submit", "correct"]], ["ANALYST", "same team", sameTeam, ["submit", "correct"]], ["ANALYST", "other team", otherTeam, ["correct"]],
    ["REVIEWER", "own", own, ["submit", "hold", "correct"]],
    ["REVIEWER", "same team", sameTeam, ["submit", ...decided, "hold", "correct"]], ["REVIEWER", "other team", otherTeam, ["submit", ...decided, "hold", "correct"]],
    ["AUDITOR", "own", own, none], ["AUDITOR", "same team", sameTeam, none], ["AUDITOR", "other team", otherTeam, none],
    ["ADMIN", "own", own, none], ["ADMIN", "same team", sameTeam, none], ["ADMIN", "other team", otherTeam, none],
  ];
  it.each(table)("%s, %s", (...[role, , who, expected]) => {
    expect(commands.filter((command) => mayCommand(anActor(role, who), command, recordFacts())).toSorted()).toEqual(expected.toSorted());
  });

  it("the last editor decides as little as the author", () => {
    const reviewer = anActor("REVIEWER", { userId: 5 });
    for (const command of decided) expect(whyNotCommand(reviewer, command, recordFacts({ authorId: 1, lastEditorId: 5 }))).toMatch(/last editor/);
  });

  it("buttons are what table and policy both give", () => {
    expect(allowedCommands(anActor("REVIEWER"), recordFacts({ workflow: "IN_REVIEW" }))).toEqual(["requestChanges", "approve", "reject", "hold"]);
    expect(allowedCommands(anActor("REVIEWER", own), recordFacts({ workflow: "IN_REVIEW" }))).toEqual(["hold"]);
    for (const workflow of workflowStateCodes) expect(allowedCommands(anActor("ADMIN"), recordFacts({ workflow }))).toEqual([]);
  });
});

describe("role by right", () => {
  const who = (role: Role) => anActor(role, otherTeam);
  it.each([["VIEWER", false], ["ANALYST", true], ["REVIEWER", true], ["AUDITOR", false], ["ADMIN", false]] as const)("%s logs: %s", (role, expected) => expect(mayLogIncident(who(role))).toBe(expected));

  it.each([["VIEWER", false, false], ["ANALYST", true, false], ["REVIEWER", true, true], ["AUDITOR", false, false], ["ADMIN", false, false]] as const)("%s edits in the own team %s, in another %s", (role, ownTeam, other) => {
    expect([mayEditIncident(anActor(role, sameTeam), recordFacts()), mayEditIncident(anActor(role, otherTeam), recordFacts())]).toEqual([ownTeam, other]);
  });

  it.each([["VIEWER", false, false], ["ANALYST", true, false], ["REVIEWER", true, true], ["AUDITOR", true, true], ["ADMIN", false, false]] as const)("%s sees drafts and protected fields of the own team %s, of another %s", (role, ownTeam, other) => {
    const facts = recordFacts({ workflow: "DRAFT", sensitivity: "S3_SOURCE_PROTECTED" });
    const scopes = [scopeOf(anActor(role, sameTeam)), scopeOf(anActor(role, otherTeam))];
    expect(scopes.map((scope) => maySee(scope, facts))).toEqual([ownTeam, other]);
    expect(scopes.map((scope) => mayReadProtected(scope, facts))).toEqual([ownTeam, other]);
  });

  it("everybody sees what is or was public, and nobody is offered to edit it", () => {
    for (const role of roles) for (const workflow of ["PUBLISHED", "CORRECTED", "RETRACTED"] as const) {
      expect(maySee(scopeOf(who(role)), recordFacts({ workflow }))).toBe(true);
      expect(mayEditNow(who(role), recordFacts({ workflow }))).toBe(false);
    }
  });
});

describe("redaction", () => {
  const secrets = /secret|40\.06|46\.73/;
  it.each([["S2_RESTRICTED", secrets], ["S3_SOURCE_PROTECTED", /secret|40\.06|46\.73|Parukh|AZE-1739|X-7|"source":5|"sources":\[5\]/]] as const)("leaves no withheld value in a record of %s", (sensitivity, hidden) => {
    expect(JSON.stringify(redact(scopeOf(anActor("VIEWER")), { view: aView({ sensitivity }), teamId: 10 }))).not.toMatch(hidden);
  });

  it("leaves an open record as it is", () => {
    const view = aView();
    expect(redact(scopeOf(anActor("VIEWER")), { view, teamId: 10 })).toBe(view);
  });

  it("lets no source-protected record leave in a file, not even with those who read it", () => {
    for (const role of roles) expect(JSON.stringify(redactForExport(scopeOf(anActor(role)), { view: aView({ sensitivity: "S3_SOURCE_PROTECTED" }), teamId: 10 }))).not.toMatch(secrets);
    expect(JSON.stringify(redactForExport(scopeOf(anActor("REVIEWER")), { view: aView({ sensitivity: "S2_RESTRICTED" }), teamId: 10 }))).toMatch(secrets);
  });
});
