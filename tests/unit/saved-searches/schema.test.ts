import { describe, expect, it } from "vitest";
import { savedQueryOf, savedSearchForm } from "@/lib/saved-searches/schema";

const messagesOf = (given: unknown) => savedSearchForm.safeParse(given).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

describe("a saved search", () => {
  it("keeps the filters and leaves the page of the list out", () => expect(savedQueryOf("?type=CH01&cursor=abc&limit=10&q=fire&type=CH04")).toBe("q=fire&type=CH01&type=CH04"));
  it("is one text for equal filters", () => expect(savedQueryOf("q=a&unit=b")).toBe(savedQueryOf("unit=b&q=a")));

  it("has a name and a filter that is valid, or says what is missing", () => {
    expect(messagesOf({ name: " ", query: "q=fire" })).toEqual(["name: Give the search a name."]);
    expect(messagesOf({ name: "Mine", query: "cursor=abc" })).toEqual(["query: There is no filter to save; choose one first."]);
    expect(messagesOf({ name: "Mine", query: "from=yesterday" })).toEqual(["query: One of the filters in the address is not valid; mend it before saving."]);
    expect(messagesOf({ name: "x".repeat(81), query: "q=fire" })).toEqual(["name: The name has 81 characters; at most 80 are kept."]);
    expect(messagesOf({ name: "Mine", query: "?q=fire" })).toEqual([]);
  });
});
