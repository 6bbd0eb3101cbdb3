import { describe, expect, it } from "vitest";
import { chipsOf, exportHref, hrefWithout, pageHref, paramsOf, sortHref } from "@/components/incidents/list/filter-params";

const labels = { units: new Map([["AZE-1739", "Khojaly"]]), parties: new Map([["AZ", "Azerbaijan"]]) };

describe("the address of a filtered list", () => {
  it("keeps every value and drops empty ones", () => {
    expect(paramsOf({ type: ["CH01", "CH04"], q: "", from: "2022-01-01", sort: undefined }).toString()).toBe("type=CH01&type=CH04&from=2022-01-01");
  });

  it("leads further with a cursor and back to the first page without one", () => {
    const params = new URLSearchParams("unit=AZE-1739&cursor=old");
    expect(pageHref(params, "next")).toBe("/incidents?unit=AZE-1739&cursor=next");
    expect(pageHref(params, undefined)).toBe("/incidents?unit=AZE-1739");
    expect(pageHref(new URLSearchParams(), undefined)).toBe("/incidents");
  });

  it("begins anew when the order or a filter changes", () => {
    const params = new URLSearchParams("type=CH01&type=CH04&cursor=old");
    expect(sortHref(params, "occurred")).toBe("/incidents?type=CH01&type=CH04&sort=occurred");
    expect(hrefWithout(params, ["type", "CH01"])).toBe("/incidents?type=CH04");
  });

  it("exports the same filters in the same order, whole and not by page", () => {
    expect(exportHref(new URLSearchParams("type=CH01&q=a%26b&sort=occurred&cursor=x&limit=10"))).toBe("/exports/new?type=CH01&q=a%26b&sort=occurred");
  });
});

describe("the chips of the filters in force", () => {
  it("name each value in words and lead to the list without it", () => {
    const chips = chipsOf(new URLSearchParams("unit=AZE-1739&party=AZ&type=CH04&q=fire&workflow=IN_REVIEW&bbox=1,2,3,4"), labels);
    expect(chips.map((chip) => chip.label)).toEqual([
      "Mortar, tank or artillery fire",
      "District: Khojaly",
      "Party: Azerbaijan",
      "State: In review",
      "Text: “fire”",
      "Part of the map",
    ]);
    expect(chips[0]?.href).toBe("/incidents?unit=AZE-1739&party=AZ&q=fire&workflow=IN_REVIEW&bbox=1%2C2%2C3%2C4");
  });

  it("show an unknown code as it is", () => {
    expect(chipsOf(new URLSearchParams("unit=XX"), labels)[0]?.label).toBe("District: XX");
  });

  it("are none for what only orders or pages the list", () => {
    expect(chipsOf(new URLSearchParams("sort=occurred&cursor=x&limit=5"), labels)).toEqual([]);
  });
});
