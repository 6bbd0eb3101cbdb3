import { describe, expect, it } from "vitest";
import { type ProtectedField, protectedFieldCodes } from "@/lib/codelists/protected-field";
import { type FieldMark, fieldMarkCodes } from "@/lib/codelists/sensitivity";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { mayReadField, redact, redactForExport, scopeOf } from "@/lib/incidents/policy";
import { areaOf, shownPrecision } from "@/lib/incidents/protection/area/domain";
import { roles, type Role } from "@/lib/kernel/actor";
import { aCount, aView, anActor } from "../../../support/incident-builders";

/** Something to look for in each field. */
const full = (over: Partial<IncidentView> = {}): IncidentView =>
  aView({
    title: "the title", narrative: "the narrative", externalId: "the external id",
    occurred: { start: "2022-03-25", end: null, time: "04:17", zone: "Asia/Baku", precision: "T1_MINUTE" },
    place: { name: "the place", unit: "AZE-1739", lat: 40.123456, lon: 46.654321, precision: "L1_EXACT" },
    claims: [{ stance: "ALLEGED_BY", speaker: "RU_MOD", against: "AZ", statedOn: "2022-03-26", source: 4711, quote: "the quote", locator: "the locator", credibility: null, mergedFrom: null }],
    casualties: [aCount({ low: 1117, best: 1117, high: 1117, source: 4711 })],
    observations: [{ kind: "EXPLOSION", means: "HEARD", direction: "UNDETERMINED", countLow: 1118, countBest: 1118, countHigh: 1118, countUnit: null, weapon: null, mergedFrom: null }],
    sources: [4711], ...over,
  });
const secrets: Readonly<Record<ProtectedField, RegExp>> = {
  title: /the title/, narrative: /the narrative/, time: /04:17|T1_MINUTE/, place: /the place|40\.12|46\.65|L1_EXACT/, quotes: /the quote|the locator/,
  sources: /4711|the external id|the locator/, casualties: /1117/, observations: /1118/,
};
const point = { lat: 40.02, lon: 46.81 };
const other = { userId: 99, teamId: 20 };
const read = (role: Role, over: Partial<IncidentView>, teamId = 10) => redact(scopeOf(anActor(role, other)), { view: full(over), teamId, publicPoint: point });

const reads: Readonly<Record<Role, readonly FieldMark[]>> = {
  VIEWER: [], ANALYST: ["S1_INTERNAL"], REVIEWER: fieldMarkCodes, AUDITOR: fieldMarkCodes, ADMIN: ["S1_INTERNAL"],
};

describe.each(protectedFieldCodes)("a mark on %s alone", (field) => {
  it.each(roles)("withholds it from the %s by the mark's own rule, and nothing else", (role) => {
    for (const mark of fieldMarkCodes) {
      const view = read(role, { protectedFields: { [field]: mark } });
      const isOpen = reads[role].includes(mark);
      expect(mayReadField(scopeOf(anActor(role, other)), { sensitivity: "S0_PUBLIC", protectedFields: { [field]: mark }, teamId: 10 }, field)).toBe(isOpen);
      expect({ withheld: view.withheld, redacted: view.redacted }).toEqual({ withheld: isOpen ? [] : [field], redacted: !isOpen });
      const text = JSON.stringify(view);
      expect(secrets[field].test(text), `${mark}: ${text}`).toBe(isOpen);
      for (const others of protectedFieldCodes.filter((one) => one !== field && !(field === "sources" && one === "quotes"))) expect(text).toMatch(secrets[others]);
    }
  });

  it("keeps what is source-protected in the house, whoever exports", () => {
    for (const role of roles) {
      const view = redactForExport(scopeOf(anActor(role, { userId: 1, teamId: 10 })), { view: full({ protectedFields: { [field]: "S3_SOURCE_PROTECTED" } }), teamId: 10, publicPoint: point });
      expect(JSON.stringify(view)).not.toMatch(secrets[field]);
    }
  });
});

describe("a mark on the record", () => {
  it("S1 is for the staff: a viewer is not told narrative, quotes and exact place", () => {
    expect(read("VIEWER", { sensitivity: "S1_INTERNAL" }).withheld).toEqual(["narrative", "place", "quotes"]);
    for (const role of ["ANALYST", "REVIEWER", "AUDITOR", "ADMIN"] as const) expect(read(role, { sensitivity: "S1_INTERNAL" }).withheld).toEqual([]);
  });

  it("the own team reads all of its records", () => {
    expect(read("ANALYST", { sensitivity: "S3_SOURCE_PROTECTED" }, 20).withheld).toEqual([]);
    expect(read("ANALYST", { sensitivity: "S3_SOURCE_PROTECTED" }, 10).withheld).toEqual(["title", "narrative", "time", "place", "quotes", "sources"]);
  });
});

describe("a protected place", () => {
  it("is an area of a district's size with its district, or of a region's size without one", () => {
    expect(read("VIEWER", { sensitivity: "S2_RESTRICTED" }).place).toEqual({ name: "withheld", unit: "AZE-1739", ...point, precision: "L4_DISTRICT" });
    expect(read("VIEWER", { sensitivity: "S3_SOURCE_PROTECTED" }).place).toEqual({ name: "withheld", unit: null, ...point, precision: "L5_REGION" });
    expect(read("VIEWER", { protectedFields: { place: "S3_SOURCE_PROTECTED" } }).place.unit).toBeNull();
  });

  it("is told no finer than it is known, and its area no finer than a district", () => {
    expect((["L1_EXACT", "L3_NEAR", "L5_REGION", "L6_LINE_SECTOR", "L7_COUNTRY", "L0_UNKNOWN"] as const).map((known) => shownPrecision(known, "S2_RESTRICTED"))).toEqual(["L4_DISTRICT", "L4_DISTRICT", "L5_REGION", "L6_LINE_SECTOR", "L7_COUNTRY", "L0_UNKNOWN"]);
    expect((["L1_EXACT", "L4_DISTRICT", "L6_LINE_SECTOR", "L7_COUNTRY"] as const).map((known) => shownPrecision(known, "S3_SOURCE_PROTECTED"))).toEqual(["L5_REGION", "L5_REGION", "L5_REGION", "L7_COUNTRY"]);
    expect(areaOf("S2_RESTRICTED").radiusMetres).toBeLessThan(areaOf("S3_SOURCE_PROTECTED").radiusMetres);
  });

  it("has nothing in its stead where no point is given", () => {
    const { place } = redact(scopeOf(anActor("VIEWER")), { view: full({ sensitivity: "S2_RESTRICTED" }), teamId: 10 });
    expect(place).toMatchObject({ lat: null, lon: null });
  });
});
