import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { demoAccounts, normalisedEmail, safeReturnPath, systemAccounts, tokenExpiry } from "@/lib/people/domain";

describe("the way back after signing in", () => {
  it.each([
    ["/incidents?type=CH04&unit=AZE-1739", "/incidents?type=CH04&unit=AZE-1739"],
    ["/obligations/NK2020-1b", "/obligations/NK2020-1b"],
    ["/sign-inwards", "/sign-inwards"],
  ])("keeps %s", (given, kept) => expect(safeReturnPath(given)).toBe(kept));

  it.each([undefined, null, "", "board", "https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "/\t/elsewhere.example", "/a/..//elsewhere.example", "javascript:alert(1)", "/sign-in?next=/sign-in", "/sign-in", "/api/auth/signout"])(
    "leads %j to the front page",
    (given) => expect(safeReturnPath(given)).toBe("/"),
  );

  it("never leaves the site, whatever is sent", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => new URL(safeReturnPath(`/${text}`), "http://here.invalid").origin === "http://here.invalid"));
    fc.assert(fc.property(fc.webUrl(), (url) => safeReturnPath(url) === "/"));
  });
});

describe("accounts", () => {
  it("cover every role for a demonstration, with two teams that can review each other", () => {
    expect(new Set(demoAccounts.map(({ role }) => role))).toEqual(new Set(["VIEWER", "ANALYST", "REVIEWER", "AUDITOR", "ADMIN"]));
    expect(demoAccounts.filter(({ role }) => role === "REVIEWER").map(({ team }) => team)).toEqual(["Team North", "Team South"]);
  });

  it("keep demonstration and system addresses apart, in stored form", () => {
    for (const { email } of demoAccounts) expect(email).toMatch(/^[a-z0-9]+@demo\.invalid$/);
    for (const { email } of systemAccounts) expect(email).toMatch(/^[a-z0-9-]+@system\.invalid$/);
  });

  it("compare e-mails without case or outer blanks", () => expect(normalisedEmail("  Reviewer@Demo.Invalid ")).toBe("reviewer@demo.invalid"));

  it("count a token's life in days of 24 hours", () => expect(tokenExpiry(new Date("2026-03-28T12:00:00Z"), 2)).toEqual(new Date("2026-03-30T12:00:00Z")));
});
