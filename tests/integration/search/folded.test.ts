import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { searchFolded } from "@/lib/search/domain/folded";

const scripts: readonly (readonly [number, number])[] = [[0x20, 0x7e], [0xc0, 0x17f], [0x18f, 0x18f], [0x1c4, 0x1ff], [0x259, 0x259], [0x300, 0x36f], [0x400, 0x45f], [0x490, 0x4ff], [0x531, 0x556], [0x561, 0x587], [0x10d0, 0x10fa]];
const letters = scripts.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)));

const foldedByDatabase = async (texts: readonly string[]): Promise<string[]> => {
  const rows = await db().$queryRaw<{ folded: string }[]>`SELECT search_folded(given) AS folded FROM unnest(${[...texts]}::text[]) WITH ORDINALITY AS t(given, position) ORDER BY position`;
  return rows.map((row) => row.folded);
};

describe("a text as it sounds", () => {
  it("is the same to the database, letter by letter", async () => {
    const texts = letters.map((letter) => `a${letter}b`);
    expect(await foldedByDatabase(texts)).toEqual(texts.map(searchFolded));
  });

  it("is the same to the database in whole texts, foreign signs included", async () => {
    const sign = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...letters) }, { weight: 3, arbitrary: fc.constantFrom("s", "h", "c", "k", "g", "z", "o", "w", " ") }, { weight: 1, arbitrary: fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 1 }) });
    const texts = fc.sample(fc.array(sign, { maxLength: 40 }).map((signs) => signs.join("")), { numRuns: 400, seed: 7 });
    texts.push("Ս\u0587 Шу\u0301ша", "e\u0301 \u0130stanbul I\u0307", "北京 Shusha 🙂 شوشا", "\t\n a\u00a0b");
    expect(await foldedByDatabase(texts)).toEqual(texts.map(searchFolded));
  });
});
