import { describe, expect, it } from "vitest";
import { mayComment, mayDissent, mayReadComments } from "@/lib/comments/policy";
import { commentForm } from "@/lib/comments/schema";
import { presenceInWords, presentForSeconds, presentSince, signEverySeconds } from "@/lib/presence/domain";
import type { Role } from "@/lib/kernel/actor";
import { anActor, recordFacts } from "../../support/incident-builders";

const published = recordFacts({ workflow: "PUBLISHED", wasPublished: true });

describe("the talk about a record", () => {
  it.each<[Role, readonly boolean[]]>([
    ["VIEWER", [false, false, false]],
    ["ANALYST", [true, true, false]],
    ["REVIEWER", [true, true, true]],
    ["AUDITOR", [true, false, false]],
    ["ADMIN", [false, false, false]],
  ])("%s may read, write and dissent: %j", (role, rights) => {
    const actor = anActor(role);
    expect([mayReadComments(actor, published), mayComment(actor, published), mayDissent(actor, published)]).toEqual(rights);
  });
  it("is closed with the record's protected fields", () => expect(mayReadComments(anActor("ANALYST", { teamId: 77 }), { ...published, sensitivity: "S2_RESTRICTED" })).toBe(false));
  it("has no dissent of the author", () => expect(mayDissent(anActor("REVIEWER", { userId: 1 }), published)).toBe(false));
  it.each([["body", " "], ["body", "a\u0000"], ["kind", "RANT"]])("refuses %s %j by name", (field, value) => {
    const parsed = commentForm.safeParse({ id: 1, body: "fine", [field]: value });
    expect(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path[0])).toEqual([field]);
  });
});

describe("who is editing", () => {
  it("is told in words, by name in alphabetical order", () => {
    expect(presenceInWords([])).toBeUndefined();
    expect(presenceInWords(["Ruben"])).toBe("Ruben is editing this record.");
    expect(presenceInWords(["Vera", "Anna"])).toBe("Anna and Vera are editing this record.");
  });
  it("counts for a minute, which outlasts a missed sign", () => {
    expect(presentSince(new Date("2026-11-24T12:01:00Z"))).toEqual(new Date("2026-11-24T12:00:00Z"));
    expect(presentForSeconds).toBeGreaterThan(2 * signEverySeconds);
  });
});
