import { describe, expect, it } from "vitest";
import { roles, actorOf } from "@/lib/kernel/actor";
import { parsePartialDate } from "@/lib/kernel/partial-date";
import { fieldErrorsOf } from "@/lib/server/parse-input";
import { mayLoadReference } from "@/lib/sources/policy";
import { sourceFilter, sourceInput, speakerInput } from "@/lib/sources/schema";
import { sourcesHref } from "@/components/sources/source-address";

const source = { key: "tass1", publisher: "TASS", title: null, publishedOn: "2020-11", url: "https://example.org/a", basis: "excerpt", kind: "NEWS_RELAY", alignment: "GUARANTOR_RU" };
const pathsOf = (input: unknown) => {
  const parsed = sourceInput.safeParse(input);
  return parsed.success ? [] : fieldErrorsOf(parsed.error).map((error) => error.path);
};

describe("a source", () => {
  it("starts ungraded and original", () => expect(sourceInput.parse(source)).toMatchObject({ reliability: "F", derivation: "ORIGINAL" }));
  it.each([
    ["publishedOn", "2020-02-30"],
    ["publishedOn", "last week"],
    ["url", "javascript:alert(1)"],
    ["url", "file:///etc/passwd"],
    ["key", "Two Words"],
    ["kind", "RUMOUR"],
    ["alignment", "GOOD"],
    ["basis", "hearsay"],
    ["publisher", "  "],
  ])("is refused for %s = %j", (field, value) => expect(pathsOf({ ...source, [field]: value })).toEqual([field]));
});

describe("a date as printed", () => {
  it.each([
    ["2024-02", { from: "2024-02-01", to: "2024-02-29", precision: "MONTH" }],
    ["2021", { from: "2021-01-01", to: "2021-12-31", precision: "YEAR" }],
    ["2020-11-10", { from: "2020-11-10", to: "2020-11-10", precision: "DAY" }],
  ])("%s may stand for %j", (text, span) => expect(parsePartialDate(text)).toEqual(span));
  it.each(["2020-13", "20-11-10", "2023-02-29", ""])("%j is none", (text) => expect(parsePartialDate(text)).toBeUndefined());
});

describe("who loads reference data", () => {
  it("is the product itself, in no administrator's name", () => {
    const actor = (email: string, role: (typeof roles)[number]) => actorOf({ userId: 1, name: "x", email, role, teamId: 1 });
    for (const role of roles) {
      expect(mayLoadReference(actor("someone@demo.invalid", role))).toBe(false);
      expect(mayLoadReference(actor("import@system.invalid", role))).toBe(role !== "ADMIN");
    }
  });
});

describe("a speaker and the list's address", () => {
  it("a speaker's code is capital letters", () => expect(speakerInput.safeParse({ code: "ru mod", name: "x", side: null, rootGroup: "RU", kind: "GUARANTOR", isParty: false }).success).toBe(false));
  it("a bad page is the first", () => expect(sourceFilter.parse({ page: "-3" })).toEqual({ q: "", kind: "", alignment: "", page: 1 }));
  it("leaves out what is empty", () => {
    expect(sourcesHref({ q: "", kind: "", alignment: "", page: 1 }, 1)).toBe("/sources");
    expect(sourcesHref({ q: "a&b", kind: "COURT", alignment: "", page: 1 }, 2)).toBe("/sources?q=a%26b&kind=COURT&page=2");
  });
});
