import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spotAfter } from "@/components/ui/grid-keys";

const grid = [
  [true, true, true],
  [false, false, true],
  [true, false, true],
];

describe("keys in a grid", () => {
  it.each([
    ["ArrowRight", { row: 0, column: 0 }, { row: 0, column: 1 }],
    ["ArrowDown", { row: 0, column: 0 }, { row: 2, column: 0 }],
    ["ArrowRight", { row: 2, column: 0 }, { row: 2, column: 2 }],
    ["Home", { row: 2, column: 2 }, { row: 2, column: 0 }],
    ["End", { row: 0, column: 0 }, { row: 0, column: 2 }],
  ])("%s from %o leads to %o, over empty cells", (key, from, to) => expect(spotAfter(key, from, grid)).toEqual(to));

  it.each([
    ["ArrowLeft", { row: 1, column: 2 }],
    ["ArrowDown", { row: 0, column: 1 }],
    ["PageDown", { row: 0, column: 0 }],
    ["Home", { row: 1, column: 2 }],
    ["Enter", { row: 0, column: 0 }],
  ])("%s from %o leads nowhere, so that the browser keeps the key", (key, from) => expect(spotAfter(key, from, grid)).toBeUndefined());

  it("only ever lead to a filled cell", () => {
    const anyGrid = fc.array(fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(anyGrid, fc.constantFrom("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"), fc.record({ row: fc.nat(4), column: fc.nat(29) }), (cells, key, from) => {
        const spot = spotAfter(key, from, cells);
        return spot === undefined || cells[spot.row]?.[spot.column] === true;
      }),
    );
  });
});
