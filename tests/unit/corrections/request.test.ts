import { describe, expect, it } from "vitest";
import { correctionKindCodes } from "@/lib/codelists/correction";
import { clockInWords, decisionDays, dueOn, requestReferenceOf } from "@/lib/corrections/domain/request";
import { mayFileCorrection, mayReadWords, mayWithdraw, whyNotDecide } from "@/lib/corrections/policy";
import { correctionDecisionBody, correctionRequestInput } from "@/lib/corrections/schema";
import { roles } from "@/lib/kernel/actor";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { anActor, recordFacts } from "../../support/incident-builders";

describe("the clock of a request", () => {
  const due = dueOn(new Date("2026-11-24T23:30:00Z"));
  it("runs for thirty days from the day of filing in UTC", () => {
    expect(decisionDays).toBe(30);
    expect(due).toBe("2026-12-24");
  });
  it.each([["2026-12-14", "10 days left"], ["2026-12-23", "1 day left"], ["2026-12-24", "Due today"], ["2026-12-25", "1 day overdue"], ["2026-12-30", "6 days overdue"]])("on %s says %s", (today, words) => {
    expect(clockInWords({ dueOn: due, outcome: null, decidedAt: null }, calendarDate(today))).toBe(words);
  });
  it("stops with the decision", () => expect(clockInWords({ dueOn: due, outcome: "DECLINED", decidedAt: "2027-01-03T10:00:00.000Z" }, calendarDate("2027-02-01"))).toBe("Decided on 2027-01-03"));
  it("has a number that people quote", () => expect(requestReferenceOf(7)).toBe("CR-000007"));
});

describe("who may do what with a request", () => {
  const record = recordFacts({ workflow: "PUBLISHED", wasPublished: true, authorId: 1, lastEditorId: 2 });
  it("lets every role file on a public record and nobody on one that never was", () => {
    for (const role of roles) {
      expect(mayFileCorrection(anActor(role), record)).toBe(true);
      expect(mayFileCorrection(anActor(role), recordFacts())).toBe(false);
    }
  });
  it("lets a reviewer decide who neither filed it nor wrote the record", () => {
    expect(whyNotDecide(anActor("REVIEWER"), { filedById: 7, record })).toBeUndefined();
    for (const userId of [7, 1, 2]) expect(whyNotDecide(anActor("REVIEWER", { userId }), { filedById: 7, record })).toBeDefined();
    for (const role of ["VIEWER", "ANALYST", "AUDITOR", "ADMIN"] as const) expect(whyNotDecide(anActor(role), { filedById: 7, record })).toBeDefined();
  });
  it("lets only the filer take it back", () => {
    expect(mayWithdraw(anActor("VIEWER", { userId: 7 }), { filedById: 7 })).toBe(true);
    expect(mayWithdraw(anActor("REVIEWER"), { filedById: 7 })).toBe(false);
  });
  it("keeps words about somebody's safety, and about protected records, from those who don't handle them", () => {
    for (const kind of correctionKindCodes) {
      expect(mayReadWords(anActor("VIEWER"), { filedById: 7, kind, record })).toBe(kind !== "SAFETY");
      expect(mayReadWords(anActor("VIEWER"), { filedById: 7, kind, record: { ...record, sensitivity: "S2_RESTRICTED" } })).toBe(false);
      expect(mayReadWords(anActor("VIEWER", { userId: 7 }), { filedById: 7, kind, record })).toBe(true);
      expect(mayReadWords(anActor("REVIEWER"), { filedById: 7, kind, record })).toBe(true);
    }
  });
});

describe("what a request is given as", () => {
  const input = { incident: 3, aim: "REPLY", kind: "FALSE", says: "We were not there." };
  it("takes the empty fields of a form as nothing", () => expect(correctionRequestInput.parse({ ...input, incident: "3", onBehalfOf: "", evidenceUrl: "" })).toMatchObject({ incident: 3, onBehalfOf: null, evidenceUrl: null }));
  it.each([["says", "  "], ["says", "a\u0000b"], ["kind", "LIES"], ["aim", "DELETE"], ["evidenceUrl", "javascript:alert(1)"], ["incident", "x"]])("refuses %s %j by name", (field, value) => {
    const parsed = correctionRequestInput.safeParse({ ...input, [field]: value });
    expect(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path[0])).toEqual([field]);
  });
  it("decides with a reason only", () => {
    expect(correctionDecisionBody.safeParse({ outcome: "DECLINED", reason: " " }).success).toBe(false);
    expect(correctionDecisionBody.safeParse({ outcome: "WITHDRAWN", reason: "x" }).success).toBe(false);
  });
});
