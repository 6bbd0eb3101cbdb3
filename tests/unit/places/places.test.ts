import { describe, expect, it } from "vitest";
import { placeLabel, placeForms } from "@/lib/places/domain";
import { placeInput } from "@/lib/places/schema";
import { inNameOrder, namePairs } from "@/prisma/seed/name-order";
import { readUnits, unitAt } from "@/prisma/seed/load/places";

const name = (usage: string, form: string, lang = "en") => ({ lang, script: "Latn", usage, form });

describe("names of a place", () => {
  it.each([
    [["AZERBAIJANI", "Farrukh"], ["ARMENIAN", "Parukh"], "Farrukh / Parukh"],
    [["AZERBAIJANI", "Zabukh"], ["ARMENIAN", "Aghavno"], "Aghavno / Zabukh"],
    [["AZERBAIJANI", "Hadrut"], ["ARMENIAN", "Hadrut"], "Hadrut"],
  ])("%j and %j stand alphabetically", (a, b, label) => {
    const names = [name(a[0] ?? "", a[1] ?? ""), name(b[0] ?? "", b[1] ?? ""), name("AZERBAIJANI", "Şuşa", "az")];
    expect(placeLabel(names)).toBe(label);
    expect(placeLabel(names.toReversed())).toBe(label);
  });

  it("a place without both usages is refused", () => {
    const place = { key: "x", kind: "TOWN", unit: null, lat: 39.8, lon: 46.7, precisionKm: 1, note: null, confidence: "verified-page", coordinateSource: "GeoNames", namesNeedReview: true };
    expect(placeInput.safeParse({ ...place, names: [name("AZERBAIJANI", "X")] }).success).toBe(false);
    expect(placeInput.safeParse({ ...place, names: [name("AZERBAIJANI", "X"), name("ARMENIAN", "Y")] }).success).toBe(true);
    expect(placeInput.safeParse({ ...place, lat: 139.8, names: [name("AZERBAIJANI", "X"), name("ARMENIAN", "Y")] }).success).toBe(false);
    expect(placeForms([])).toEqual([]);
  });

  it("texts that join two forms are put into the same order", () => {
    const pairs = namePairs([{ names: { latin_azerbaijani_usage: "Aghdara", latin_armenian_usage: "Martakert" } }, { names: { latin_azerbaijani_usage: "Saribaba height", latin_armenian_usage: "Yeghtsahogh area" } }]);
    expect(inNameOrder("near Martakert/Aghdara and Aghdara / Martakert", pairs)).toBe("near Aghdara / Martakert and Aghdara / Martakert");
    expect(inNameOrder("Martakert/Aghdarabad", pairs)).toBe("Martakert/Aghdarabad");
    expect(inNameOrder("9/10 November", pairs)).toBe("9/10 November");
  });
});

describe("the unit of a point", () => {
  const units = readUnits();
  it.each([
    [39.818, 46.753, "AZE-4838"],
    [40.11, 46.044, "AZE-1682"],
    [39.511, 46.342, "ARM-1732"],
    [0, 0, undefined],
  ])("%d, %d lies in %s", (lat, lon, unit) => expect(unitAt(units, { lat, lon })).toBe(unit));
});
