import { describe, expect, it } from "vitest";
import { etagOf, isUnchanged, precondition } from "@/lib/server/etag";

const withHeader = (name: string, value: string): Request => new Request("http://localhost/", { headers: { [name]: value } });

describe("the version of a record as an ETag", () => {
  it("is quoted", () => expect(etagOf(3)).toBe('"v3"'));

  it.each([
    ['"v3"', true],
    ['W/"v3"', true],
    ['"v1", "v3"', true],
    ["*", true],
    ['"v4"', false],
    ["v3", false],
  ])("If-None-Match %s: unchanged is %s", (value, expected) => expect(isUnchanged(withHeader("if-none-match", value), 3)).toBe(expected));

  it.each([
    ['"v3"', "current"],
    ["*", "current"],
    ['"v2", "v3"', "current"],
    ['"v2"', "stale"],
    ['W/"v3"', "stale"],
    ["3", "stale"],
    ["", "stale"],
  ])("If-Match %s is %s", (value, expected) => expect(precondition(withHeader("if-match", value), 3)).toBe(expected));

  it("notices that If-Match is missing", () => expect(precondition(new Request("http://localhost/"), 3)).toBe("missing"));
});
