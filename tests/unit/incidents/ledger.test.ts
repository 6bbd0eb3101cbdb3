import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verificationRank } from "@/lib/codelists/verification";
import { incidentFlagCodes } from "@/lib/codelists/incident-flag";
import { stanceCodes } from "@/lib/codelists/stance";
import { approvalsNeeded } from "@/lib/incidents/domain/approvals";
import { derivedFlags } from "@/lib/incidents/domain/flags";
import type { LedgerLine } from "@/lib/incidents/domain/ledger";
import { neutralSentence } from "@/lib/incidents/domain/sentence";
import { defaultLevel, isWithinCeiling, verificationCeiling } from "@/lib/incidents/domain/verification";
import { aCount, aLine, anAccount, knownSpeakers } from "../../support/incident-builders";

const against = (code: "AZ" | "AM" | "RU") => ({ against: code, againstName: { AZ: "Azerbaijan", AM: "Armenia", RU: "Russia" }[code] });
const level = (ledger: LedgerLine[]) => verificationCeiling(ledger).level;

const anyLine = fc
  .record({ speaker: fc.constantFrom(...knownSpeakers), stance: fc.constantFrom(...stanceCodes), target: fc.constantFrom("AZ" as const, "AM" as const, "RU" as const, null), sourceKind: fc.constantFrom("NEWS_OWN_REPORTING", "COURT", null) })
  .map(({ speaker, stance, target, sourceKind }) => aLine(speaker, { stance, sourceKind, ...(target === null ? {} : against(target)) }));
const anyLedger = fc.array(anyLine, { maxLength: 8 });

describe("the level that claims and sources carry", () => {
  it.each<[string, LedgerLine[], string]>([
    ["nothing", [], "V0_UNASSESSED"],
    ["a denial alone", [aLine("AZ_MOD", { stance: "DENIED_BY" })], "V0_UNASSESSED"],
    ["one side", [aLine("AZ_MOD", against("AM"))], "V1_CLAIM"],
    ["one side twice", [aLine("AZ_MOD", against("AM")), aLine("AZ_MOD", against("AM"))], "V1_CLAIM"],
    ["an analyst's assessment", [aLine("PAPER", { stance: "ASSESSED_BY" })], "V0_UNASSESSED"],
    ["an outlet's own report", [aLine("PAPER", { sourceKind: "NEWS_OWN_REPORTING" })], "V2_REPORTED"],
    ["two roots", [aLine("AZ_MOD", against("AM")), aLine("PAPER")], "V3_CORROBORATED"],
    ["an admission", [aLine("AZ_MOD", { stance: "ADMITTED_BY" })], "V3_CORROBORATED"],
    ["an independent record", [aLine("RU_MOD", against("AZ"))], "V3_CORROBORATED"],
    ["a record by the accused side itself", [aLine("RU_MOD", against("RU"))], "V1_CLAIM"],
    ["an independent record and another root", [aLine("RU_MOD", against("AZ")), aLine("AM_MOD", against("AZ"))], "V4_VERIFIED"],
    ["a finding without its source", [aLine("ICJ", { stance: "FOUND_BY", sourceKind: null })], "V3_CORROBORATED"],
    ["a published finding", [aLine("ICJ", { stance: "FOUND_BY", sourceKind: "COURT" })], "V5_INVESTIGATED"],
    ["a guarantor's finding", [aLine("RU_MOD", { stance: "FOUND_BY", sourceKind: "PEACEKEEPER_BULLETIN" })], "V3_CORROBORATED"],
    ["a claim that its speaker took back", [aLine("AZ_MOD", against("AM")), aLine("AZ_MOD", { stance: "RETRACTED_BY" })], "V0_UNASSESSED"],
  ])("%s", (_what, ledger, expected) => expect(level(ledger)).toBe(expected));

  it("never depends on the order of the lines, and always says by which rule", () => {
    fc.assert(fc.property(anyLedger.chain((ledger) => fc.tuple(fc.constant(ledger), fc.shuffledSubarray(ledger, { minLength: ledger.length }))), ([ledger, shuffled]) => {
      expect(verificationCeiling(shuffled)).toEqual(verificationCeiling(ledger));
      expect(verificationCeiling(ledger).reason).toMatch(/\.$/);
    }));
  });

  it("comes to the same if every line is there twice: repetition corroborates nothing", () => {
    fc.assert(fc.property(anyLedger, (ledger) => { expect(level([...ledger, ...ledger])).toBe(level(ledger)); }));
  });

  it("stays at V2 or lower for any number of claims of one side", () => {
    const oneSided = fc.array(fc.constantFrom("ALLEGED_BY" as const, "COUNTER_ALLEGED_BY" as const, "FOUND_BY" as const), { minLength: 1, maxLength: 50 });
    fc.assert(fc.property(oneSided, (stances) => { expect(verificationRank(level(stances.map((stance) => aLine("AZ_MOD", { stance, ...against("AM") }))))).toBeLessThan(3); }));
  });

  it("leaves refuted and unverifiable open, and never presets V4 or V5", () => {
    const ceiling = verificationCeiling([]);
    expect([isWithinCeiling("VX_REFUTED", ceiling), isWithinCeiling("VU_UNVERIFIABLE", ceiling), isWithinCeiling("V1_CLAIM", ceiling)]).toEqual([true, true, false]);
    fc.assert(fc.property(anyLedger, (ledger) => { expect(verificationRank(defaultLevel(verificationCeiling(ledger)))).toBeLessThanOrEqual(3); }));
  });
});

describe("how many reviewers", () => {
  it.each([
    ["a plain claim", { ledger: [aLine("AZ_MOD")], casualties: [aCount()] }, "V3_CORROBORATED", 1],
    ["a death by any figure", { ledger: [], casualties: [aCount({ outcome: "KILLED", low: null, best: null, high: 1 })] }, "V1_CLAIM", 2],
    ["a count of no deaths", { ledger: [], casualties: [aCount({ outcome: "KILLED", low: 0, best: 0, high: 0 })] }, "V1_CLAIM", 1],
    ["a finding", { ledger: [aLine("ICJ", { stance: "FOUND_BY" })], casualties: [] }, "V1_CLAIM", 2],
    ["V4", { ledger: [], casualties: [] }, "V4_VERIFIED", 2],
  ] as const)("%s", (...[, reviewed, verification, expected]) => expect(approvalsNeeded(reviewed, verification)).toBe(expected));
});

describe("derived flags", () => {
  it.each<[string, LedgerLine[], string[]]>([
    ["none on an empty ledger", [], []],
    ["one side", [aLine("AZ_MOD", against("AM"))], ["SINGLE_SIDE_ONLY"]],
    ["a denial by the other", [aLine("AZ_MOD", against("AM")), aLine("AM_MOD", { stance: "DENIED_BY" })], ["CONTESTED"]],
    ["a counter-allegation", [aLine("AZ_MOD", against("AM")), aLine("AM_MOD", { stance: "COUNTER_ALLEGED_BY", ...against("AZ") })], ["CONTESTED"]],
    ["a body outside the sides", [aLine("ICJ", { stance: "FOUND_BY" })], []],
    ["no comment is no second voice", [aLine("AZ_MOD", against("AM")), aLine("AM_MOD", { stance: "NO_COMMENT" })], ["SINGLE_SIDE_ONLY"]],
  ])("%s", (_what, ledger, expected) => expect(derivedFlags(ledger, [], anAccount())).toEqual(expected));

  it("counts conflict only where the same people are counted and no figure fits both", () => {
    expect(derivedFlags([], [aCount({ low: 1, best: 2, high: 3 }), aCount({ low: 4, best: 5, high: 6 })], anAccount())).toEqual(["COUNT_CONFLICT"]);
    expect(derivedFlags([], [aCount({ low: 1, best: 2, high: 4 }), aCount({ low: 4, best: 5, high: 6 })], anAccount())).toEqual([]);
    expect(derivedFlags([], [aCount({ low: 1, best: 1, high: 1 }), aCount({ side: "AM", low: 9, best: 9, high: 9 })], anAccount())).toEqual([]);
    expect(derivedFlags([], [aCount({ low: 2, best: null, high: null }), aCount({ low: 9, best: 9, high: 9 })], anAccount())).toEqual([]);
  });

  it("a finding on a file stands beside what the ledger gives", () => {
    expect(derivedFlags([aLine("AZ_MOD")], [], anAccount({ hasMismatch: true }))).toEqual(["SINGLE_SIDE_ONLY", "MEDIA_MISMATCH"]);
  });

  it("come in the order of the code list, each once, for any ledger and any account of when and where", () => {
    fc.assert(fc.property(anyLedger, fc.boolean(), (ledger, hasMismatch) => {
      const flags = derivedFlags(ledger, [], anAccount({ hasMismatch }));
      expect(flags).toEqual(incidentFlagCodes.filter((code) => flags.includes(code)));
    }));
  });
});

describe("the neutral sentence", () => {
  it.each<[string, LedgerLine[], string]>([
    ["nothing", [], "No claim is on record yet."],
    ["the three voices", [aLine("ICJ", { stance: "FOUND_BY" }), aLine("AM_MOD", { stance: "DENIED_BY" }), aLine("AZ_MOD")], "Reported by Ministry of Azerbaijan; denied by Ministry of Armenia; International Court of Justice recorded the event and named no side."],
    ["two who accuse the same", [aLine("RU_MOD", against("AZ")), aLine("AM_MOD", against("AZ"))], "Alleged by Ministry of Armenia and Ministry of Russia against Azerbaijan."],
    ["mutual accusation", [aLine("AZ_MOD", against("AM")), aLine("AM_MOD", { stance: "COUNTER_ALLEGED_BY", ...against("AZ") })], "Alleged by Ministry of Azerbaijan against Armenia; counter-alleged by Ministry of Armenia against Azerbaijan."],
    ["a finding with a name", [aLine("ICJ", { stance: "FOUND_BY", ...against("AZ") })], "Found by International Court of Justice to be an act of Azerbaijan."],
    ["the quiet stances", [aLine("AZ_MOD", { stance: "NO_COMMENT" }), aLine("AM_MOD", { stance: "RETRACTED_BY" }), aLine("PAPER", { stance: "ASSESSED_BY" }), aLine("RU_MOD", { stance: "ADMITTED_BY" })], "Admitted by Ministry of Russia; assessed, not found, by A newspaper; no comment from Ministry of Azerbaijan; taken back by Ministry of Armenia."],
  ])("%s", (_what, ledger, expected) => expect(neutralSentence(ledger)).toBe(expected));

  it("does not depend on who was entered first", () => {
    fc.assert(fc.property(anyLedger.chain((ledger) => fc.tuple(fc.constant(ledger), fc.shuffledSubarray(ledger, { minLength: ledger.length }))), ([ledger, shuffled]) => { expect(neutralSentence(shuffled)).toBe(neutralSentence(ledger)); }));
  });
});
