import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timePrecisionCodes } from "@/lib/codelists/time-precision";
import { hasDateConflict, hasPlaceConflict, toldPlace, type Account, type ToldPlace } from "@/lib/incidents/domain/account";
import type { LedgerLine } from "@/lib/incidents/domain/ledger";
import { aLine, anAccount } from "../../support/incident-builders";

const occurring = (start: string, precision: Account["occurred"]["precision"] = "T4_DAY", end: string | null = null): Account => anAccount({ occurred: { start, end, precision } });
const saying = (...days: (string | null)[]): LedgerLine[] => days.map((eventOn) => aLine("AZ_MOD", { eventOn }));

describe("days that claims give", () => {
  it.each<[string, Account, LedgerLine[], boolean]>([
    ["none: silence contradicts nothing", occurring("2022-03-25"), saying(null, null), false],
    ["the record's own", occurring("2022-03-25"), saying("2022-03-25"), false],
    ["another than the record's", occurring("2022-03-25"), saying("2022-03-24"), true],
    ["two that differ", occurring("2022-03-25", "T0_UNKNOWN"), saying("2022-03-24", "2022-03-26"), true],
    ["two days of an event of several", occurring("2022-03-24", "T4_DAY", "2022-03-26"), saying("2022-03-24", "2022-03-26"), false],
    ["one after its last day", occurring("2022-03-24", "T4_DAY", "2022-03-26"), saying("2022-03-27"), true],
    ["the sixth day of a range without an end", occurring("2022-03-20", "T5_DAY_RANGE"), saying("2022-03-25"), false],
    ["the seventh day of a week", occurring("2022-03-20", "T6_WEEK"), saying("2022-03-26"), false],
    ["the eighth", occurring("2022-03-20", "T6_WEEK"), saying("2022-03-27"), true],
    ["the last day of a month of 28", occurring("2022-02-01", "T7_MONTH"), saying("2022-02-28"), false],
    ["the leap day of its month", occurring("2024-02-01", "T7_MONTH"), saying("2024-02-29"), false],
    ["the first of the next month", occurring("2022-02-01", "T7_MONTH"), saying("2022-03-01"), true],
    ["the last day of a year", occurring("2022-06-01", "T8_YEAR"), saying("2022-12-31"), false],
    ["any, where the time is not known", occurring("2022-06-01", "T0_UNKNOWN"), saying("1999-01-01"), false],
  ])("%s", (...[, account, ledger, expected]) => expect(hasDateConflict(ledger, account)).toBe(expected));

  it("count only while the claim stands: not of a denial, nor when it was taken back or its source withdrawn", () => {
    const account = occurring("2022-03-25");
    expect(hasDateConflict([aLine("AM_MOD", { stance: "DENIED_BY", eventOn: "2022-03-24" })], account)).toBe(false);
    expect(hasDateConflict([aLine("AZ_MOD", { eventOn: "2022-03-24" }), aLine("AZ_MOD", { stance: "RETRACTED_BY" })], account)).toBe(false);
    expect(hasDateConflict([aLine("AZ_MOD", { eventOn: "2022-03-24", isSourceWithdrawn: true })], account)).toBe(false);
  });

  it("never contradict a record that they repeat, at any precision", () => {
    fc.assert(fc.property(fc.constantFrom(...timePrecisionCodes), fc.integer({ min: 1, max: 5 }), (precision, many) => {
      expect(hasDateConflict(saying(...Array.from({ length: many }, () => "2022-03-25")), occurring("2022-03-25", precision))).toBe(false);
    }));
  });
});

const parukh: ToldPlace = { id: 1, unit: "AZE-1739", isArea: false, forms: ["Parukh", "Farrukh"] };
const khanabad: ToldPlace = { id: 2, unit: "AZE-1739", isArea: false, forms: ["Khanabad", "Khnapat"] };
const khojaly: ToldPlace = { id: 3, unit: "AZE-1739", isArea: true, forms: ["Khojaly district"] };
const agdam: ToldPlace = { id: 4, unit: "AZE-1700", isArea: true, forms: ["Agdam", "Akna"] };
const written = (name: string): ToldPlace => toldPlace(name, undefined);
const at = (place: ToldPlace, precision: Account["place"]["precision"] = "L2_SETTLEMENT"): Account => anAccount({ place: { ...place, precision } });
const placing = (...places: (ToldPlace | null)[]): LedgerLine[] => places.map((eventPlace) => aLine("AZ_MOD", { eventPlace }));

describe("places that claims give", () => {
  it.each<[string, Account, LedgerLine[], boolean]>([
    ["none", at(parukh), placing(null), false],
    ["the record's own", at(parukh), placing(parukh), false],
    ["another village of the district", at(parukh), placing(khanabad), true],
    ["the district in which it lies", at(parukh), placing(khojaly), false],
    ["another district", at(parukh), placing(agdam), true],
    ["a village, where the record knows the district only", at({ ...khanabad, id: null, forms: [] }, "L4_DISTRICT"), placing(parukh), false],
    ["two villages, where the record says nothing", at(written(""), "L0_UNKNOWN"), placing(parukh, khanabad), true],
    ["a spelling of a name that is on file", at(parukh), placing(written("Farruh")), false],
    ["the same name in another script", at(written("Şuşa")), placing(written("Шуша")), false],
    ["a name that nobody knows beside one that is on file", at(parukh), placing(written("Upper Meadow")), true],
    ["any, where the record names a region", at(agdam, "L5_REGION"), placing(parukh), false],
    ["one where the record has a point and no name", at({ id: null, unit: null, isArea: false, forms: [] }), placing(parukh), false],
    ["one in another district than the point", at({ id: null, unit: "AZE-1700", isArea: false, forms: [] }), placing(parukh), true],
  ])("%s", (...[, account, ledger, expected]) => expect(hasPlaceConflict(ledger, account)).toBe(expected));

  it("come to the same in any order", () => {
    const some = fc.array(fc.constantFrom(parukh, khanabad, khojaly, agdam, written("Parukh"), null), { maxLength: 5 });
    fc.assert(fc.property(some, (places) => { expect(hasPlaceConflict(placing(...places), at(parukh))).toBe(hasPlaceConflict(placing(...places.toReversed()), at(parukh))); }));
  });
});
