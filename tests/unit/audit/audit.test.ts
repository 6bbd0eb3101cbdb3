import { describe, expect, it } from "vitest";
import { detailInWords, eventInWords, subjectHref, subjectInWords } from "@/components/audit/audit-words";
import { mayReadAudit } from "@/lib/audit/policy";
import { auditCursorOf, auditFilter } from "@/lib/audit/schema";
import { actorOf, roles } from "@/lib/kernel/actor";

describe("reading the audit", () => {
  it("is for auditors and administrators", () => {
    const readers = roles.filter((role) => mayReadAudit(actorOf({ userId: 1, name: "N", email: "n@demo.invalid", role, teamId: 1 })));
    expect(readers).toEqual(["AUDITOR", "ADMIN"]);
  });

  it("goes on from its own cursor and refuses others", () => {
    expect(auditFilter.parse({ cursor: auditCursorOf(12n) }).cursor).toBe(12n);
    for (const cursor of ["", "12", btoa("audit:x"), btoa("other:1"), "%%%"]) expect(auditFilter.safeParse({ cursor }).success).toBe(false);
  });

  it.each(["0", "501", "-1", "1.5", "ten", ""])("refuses a limit of %j", (limit) => expect(auditFilter.safeParse({ limit }).success).toBe(false));
  it("takes 50 entries unless told otherwise, and 500 at most", () => {
    expect(auditFilter.parse({}).limit).toBe(50);
    expect(auditFilter.parse({ limit: "500" }).limit).toBe(500);
  });

  it("asks what an id is of, and refuses names that are no filter", () => {
    expect(auditFilter.safeParse({ subjectId: "12" }).error?.issues[0]?.path).toEqual(["subject"]);
    expect(auditFilter.safeParse({ evnt: "incident.logged" }).success).toBe(false);
  });
});

describe("an entry in words", () => {
  it("names event and subject", () => {
    expect(eventInWords("incident.published")).toBe("Published");
    expect(subjectInWords({ subject: { type: "incident", id: "12" }, data: {} })).toBe("Incident 12");
  });

  it("leads to the subject's page by the code that the page goes by", () => {
    expect(subjectHref({ subject: { type: "incident", id: "12" }, data: {} })).toBe("/incidents/12");
    expect(subjectHref({ subject: { type: "obligation", id: "3" }, data: { key: "NK2020-1b" } })).toBe("/obligations/NK2020-1b");
    expect(subjectHref({ subject: { type: "token", id: "3" }, data: {} })).toBeUndefined();
  });

  it("tells a step of the workflow", () => {
    expect(detailInWords({ version: 4, from: "IN_REVIEW", to: "APPROVED", verification: "V3_CORROBORATED", approvals: 2, approvalsNeeded: 2 })).toBe(
      "version 4; In review → Approved; verification: Corroborated; 2 of 2 approvals",
    );
  });

  it("tells what an export was filtered by", () => {
    expect(detailInWords({ format: "csv", filter: { type: ["CH04", "CH05"] }, rows: 7 })).toBe("as CSV; filtered by type CH04 or CH05; 7 rows");
    expect(detailInWords({ format: "csv", filter: {}, rows: 0 })).toBe("as CSV; without a filter; 0 rows");
  });

  it("tells what was decided over what was proposed, and by which rules", () => {
    expect(detailInWords({ decision: 3, command: "CHANGE", asOf: "2021-01-05", proposed: "C_HOLDING", decided: "C_STRAINED", rules: "2026-11-1", isWaiting: true, reason: null })).toBe(
      "decision 3; changed; for 2021-01-05; proposed: Holding; decided: Strained; by rules 2026-11-1; waits for a second reviewer; reason withheld",
    );
    expect(detailInWords({ windowDays: 14, coverageShareNeeded: 0.8, figureMaxAgeDays: 30, basedOn: "2026-11-1" })).toBe("window 14 days; coverage needed 0.8; figures up to 30 days old; compared with 2026-11-1");
  });

  it("hides nothing that has no words yet", () => {
    expect(detailInWords({ surprise: { a: 1 } })).toBe('surprise: {"a":1}');
  });
});
