import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { basemapArea, readPoint } from "@/lib/imports/domain/coordinates";

const read = (lat: string, lon: string, sign: "." | "," = ".") => {
  const { value, found } = readPoint({ lat, lon }, sign, basemapArea);
  return [value && [value.lat, value.lon], ...found.map(({ code }) => code)];
};

describe("a pair of coordinates", () => {
  test("plain degrees are taken, whichever decimal sign the file has", () => {
    expect(read("39.991", "46.93")).toEqual([[39.991, 46.93]]);
    expect(read("39,991", "46,93", ",")).toEqual([[39.991, 46.93]]);
  });

  test("two empty cells are no point, without a word; one is half of one", () => {
    expect([read("", ""), read("N/A", "-")]).toEqual([[null], [null]]);
    expect(read("39.9", "")).toEqual([null, "half_a_coordinate"]);
  });

  test.each([["0", "0", "null_island"], ["0.000", "-0.0", "null_island"], ["999", "999", "coordinate_out_of_range"], ["91", "46", "coordinate_out_of_range"], ["NaN", "Infinity", "coordinate_out_of_range"], ["4426800", "38601", "coordinate_out_of_range"], ["39.9", "1".repeat(12), "coordinate_out_of_range"]])(
    "%s, %s is refused: %s",
    (lat, lon, code) => {
      expect(read(lat, lon)).toEqual([null, code]);
    },
  );

  test.each([
    [`39°59'27.6"N`, `46°55'48.0"E`, "dms_coordinate"], ["39 59 27.6 N", "46 55 48 E", "dms_coordinate"], ["39.991N", "46.93E", "coordinate_format"], ["N 39.991", "E 46.93", "coordinate_format"], ["39,991", "46,93", "coordinate_format"], ["39.991, 46.930", "", "coordinates_in_one_cell"],
    ["3.9991e1", "4.693e1", "coordinate_format"],
  ])("%s, %s is read whole and held: %s", (lat, lon, code) => {
    expect(read(lat, lon)).toEqual([[39.991, 46.93], code]);
  });

  test("a point outside of the area is held as it is given, with what may have happened to it", () => {
    expect(read("39.991", "-46.93")).toEqual([[39.991, -46.93], "out_of_area", "possible_wrong_sign"]);
    expect(readPoint({ lat: "46.93", lon: "39.991" }, ".", basemapArea).found.map(({ code, suggested }) => [code, suggested])).toEqual([["out_of_area", undefined], ["possibly_swapped", "39.991, 46.93"]]);
  });

  test("words are no coordinate", () => {
    expect(read("near Agdam", "46.9")).toEqual([null, "coordinate_not_read"]);
  });

  test("whatever the cells say, a point is one of the earth and not 0, 0", () => {
    const cell = fc.oneof(fc.string(), fc.stringMatching(/^[-+\d.,°'" NSEWe]{0,14}$/), fc.double({ noNaN: false }).map(String));
    fc.assert(
      fc.property(cell, cell, (lat, lon) => {
        const { value } = readPoint({ lat: lat.trim(), lon: lon.trim() }, ".", basemapArea);
        expect(value === null || (Math.abs(value.lat) <= 90 && Math.abs(value.lon) <= 180 && (value.lat !== 0 || value.lon !== 0))).toBe(true);
      }),
    );
  });
});
