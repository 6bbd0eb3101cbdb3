import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchFolded } from "@/lib/search/domain/folded";
import { tsqueryOf, wantedOf } from "@/lib/search/domain/query";
import { namesToLookUp, termsOf } from "@/lib/search/domain/terms";

const forms = new Map([
  ["susa", ["susi", "susa"]],
  ["red bazar", ["karmir suka"]],
]);
const queryOf = (typed: string, weights: "" | "A" = "") => tsqueryOf(wantedOf(termsOf(typed), forms), weights);

describe("a text as it sounds", () => {
  it.each([
    ["Şuşa", "susa"],
    ["Shusha", "susa"],
    ["Шуша", "susa"],
    ["Շուշի", "susi"],
    ["Xankəndi", "xankendi"],
    ["Nagorno-Karabakh", "nagorno karabah"],
    ["T-72, 1177", "t 72 1177"],
  ])("of %s is %s", (text, sound) => expect(searchFolded(text)).toBe(sound));

  it("holds small Latin letters, digits and single spaces only", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(searchFolded(text)).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/);
      }),
    );
  });
});

describe("what was typed", () => {
  it("is words, words together, and words that must not be there", () => {
    expect(termsOf('fire "Lachin corridor" -drone')).toEqual([
      { words: ["fire"], isExcluded: false },
      { words: ["lacin", "corridor"], isExcluded: false },
      { words: ["drone"], isExcluded: true },
    ]);
  });

  it("leaves out what holds no word", () => expect(termsOf(" -- \"\" ! ، ")).toEqual([]));

  it("asks for runs of up to three words among the names of places, never for an exclusion", () => {
    expect(namesToLookUp(termsOf("near Red Bazar -Susa"))).toEqual(["near", "near red", "near red bazar", "red", "red bazar", "bazar"]);
  });
});

describe("the query", () => {
  it("asks for a place by every form of its name", () => expect(queryOf("Shusha")).toBe("((susa:*) | (susi:*))"));
  it("takes a name of two words as one thing", () => expect(queryOf("fire Red Bazar")).toBe("((fire:*)) & ((red:* <-> bazar:*) | (karmir:* <-> suka:*))"));
  it("excludes a place by every form of its name", () => expect(queryOf("fire -Shusha")).toBe("((fire:*)) & !((susa:*) | (susi:*))"));
  it("asks where the reader may read only", () => expect(queryOf("fire at", "A")).toBe("((fire:*A)) & ((at:A))"));
  it("is none where nothing is to be found", () => {
    expect(queryOf("")).toBeUndefined();
    expect(queryOf("-fire")).toBeUndefined();
  });

  it("holds nothing but words and its own operators, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (typed) => {
        expect(queryOf(typed) ?? "").toMatch(/^[a-z0-9:*()|&!<> -]*$/);
      }),
    );
  });
});
