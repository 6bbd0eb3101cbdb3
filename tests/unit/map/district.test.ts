import { describe, expect, it } from "vitest";
import { districtAt, districtLabel } from "@/lib/map/domain/district";
import { drawRegion } from "@/lib/map/queries";

const region = drawRegion({ width: 900, padding: 12, grid: 0.5 });

describe("the drawn region", () => {
  it("has the districts under watch and stays small enough to send with a form", () => {
    expect(region.districts).toHaveLength(20);
    expect(JSON.stringify(region).length).toBeLessThan(25_000);
  });

  it("is the same drawing each time", () => {
    expect(drawRegion({ width: 900, padding: 12, grid: 0.5 })).toEqual(region);
  });
});

describe("the district of a place", () => {
  it.each([
    { where: "a town in Kalbajar", lat: 40.1, lon: 46.04, code: "AZE-1682" },
    { where: "the city inside Khojaly district", lat: 39.815, lon: 46.752, code: "AZE-4838" },
    { where: "the city inside Shusha district", lat: 39.76, lon: 46.755, code: "AZE-5565" },
    { where: "a town in Syunik", lat: 39.51, lon: 46.34, code: "ARM-1732" },
    { where: "the exclave drawn inside Gadabay", lat: 40.65, lon: 45.53, code: "ARM-1672" },
  ])("is found for $where", ({ lat, lon, code }) => {
    expect(districtAt(region, { lat, lon })?.code).toBe(code);
  });

  it("is not guessed outside the outlines", () => {
    expect(districtAt(region, { lat: 40.4, lon: 49.9 })).toBeUndefined();
  });

  it("is named with its local form once", () => {
    expect(districtLabel({ name: "Kalbajar", local: "Kəlbəcər" })).toBe("Kalbajar (Kəlbəcər)");
    expect(districtLabel({ name: "Tavush", local: "Տավուշ|Тавуш" })).toBe("Tavush (Տավուշ)");
    expect(districtLabel({ name: "Qubadli", local: "Qubadli" })).toBe("Qubadli");
    expect(districtLabel({ name: "Agdam", local: null })).toBe("Agdam");
  });
});
