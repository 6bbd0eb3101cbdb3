import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beginningsOf, highlighted, isHeldBy, snippetOf } from "@/lib/search/domain/highlight";
import { wantedOf } from "@/lib/search/domain/query";
import { termsOf } from "@/lib/search/domain/terms";

const found = (text: string, ...beginnings: string[]) => highlighted(text, beginnings).filter(({ isFound }) => isFound).map((stretch) => stretch.text);

describe("what is marked", () => {
  it("is each word that sounds like one that was wanted, in its own letters", () => expect(found("Şuşa, Shusha and Шуша; Shushi", "susa")).toEqual(["Şuşa", "Shusha", "Шуша"]));
  it("is a word that begins so, from three letters on", () => {
    expect(found("Farrukh and fa", "farru")).toEqual(["Farrukh"]);
    expect(found("at the atelier", "at")).toEqual(["at"]);
  });
  it("is never an exclusion", () => expect(beginningsOf([{ wordings: [["fire"]], isExcluded: false }, { wordings: [["drone"]], isExcluded: true }])).toEqual(["fire"]));

  it("leaves every letter of the text as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom("a", "susa", "0", "fire"), (text, word) => {
        expect(highlighted(text, [word]).map((stretch) => stretch.text).join("")).toBe(text);
      }),
    );
  });
});

describe("a snippet", () => {
  const long = `${"Before it much was said. ".repeat(20)}Then fire was reported near Shusha. ${"After it more was said. ".repeat(20)}`;
  it("is the part around what was found, cut at spaces", () => {
    const text = snippetOf(long, ["susa"])?.map((stretch) => stretch.text).join("") ?? "";
    expect(text).toMatch(/^… .*Shusha\..* …$/);
    expect(text.length).toBeLessThan(220);
  });
  it("is the whole of a short text", () => expect(snippetOf("Fire near Shusha", ["fire"])).toEqual([{ text: "Fire", isFound: true }, { text: " near Shusha", isFound: false }]));
  it("is none where nothing was found", () => expect(snippetOf(long, ["drone"])).toBeUndefined());
});

describe("a short text", () => {
  const holds = (typed: string) => isHeldBy("NK2020-6a Lachin corridor", wantedOf(termsOf(typed), new Map()));
  it.each(["lachin", "Laçın corr", "NK2020-6a", "corridor -prisoners"])("is held by %s", (typed) => expect(holds(typed)).toBe(true));
  it.each(["prisoners", "lachin -corridor", "chin"])("is not held by %s", (typed) => expect(holds(typed)).toBe(false));
});
