import { describe, expect, it } from "vitest";
import { redactionProfileCodes } from "@/lib/codelists/redaction-profile";
import { roles, type Role } from "@/lib/kernel/actor";
import { mayMakeReport, mayReadReport, redactForReport, seesAuthors } from "@/lib/reports/policy";
import { aMention, anActor, aView } from "../../support/incident-builders";

const table: Record<Role, { makes: string[]; reads: string[] }> = {
  VIEWER: { makes: [], reads: ["PUBLIC"] },
  ANALYST: { makes: ["PUBLIC", "PARTNERS"], reads: ["PUBLIC", "PARTNERS"] },
  REVIEWER: { makes: ["PUBLIC", "PARTNERS", "INTERNAL"], reads: ["PUBLIC", "PARTNERS", "INTERNAL"] },
  AUDITOR: { makes: ["PUBLIC", "PARTNERS", "INTERNAL"], reads: ["PUBLIC", "PARTNERS", "INTERNAL"] },
  ADMIN: { makes: ["PUBLIC", "PARTNERS"], reads: ["PUBLIC", "PARTNERS"] },
};

const reported = (view: ReturnType<typeof aView>, restriction: string | null = null) => ({ view, teamId: 10, restriction, publicPoint: { lat: 40, lon: 46 } });

describe("who makes and reads which report", () => {
  it.each(roles)("follows the table for %s", (role) => {
    const actor = anActor(role);
    for (const profile of redactionProfileCodes) {
      expect([profile, mayMakeReport(actor, profile), mayReadReport(actor, profile)]).toEqual([profile, table[role].makes.includes(profile), table[role].reads.includes(profile)]);
    }
  });

  it("names authors to the staff alone", () => {
    expect(roles.filter((role) => seesAuthors(anActor(role)))).toEqual(["ANALYST", "REVIEWER", "AUDITOR", "ADMIN"]);
  });

  it("lets nobody make what they may not read", () => {
    const unread = roles.flatMap((role) => redactionProfileCodes.filter((profile) => mayMakeReport(anActor(role), profile) && !mayReadReport(anActor(role), profile)));
    expect(unread).toEqual([]);
  });
});

describe("what a profile leaves of a record", () => {
  it("is all of a public one", () => {
    for (const profile of redactionProfileCodes) expect(redactForReport(profile, reported(aView()))).toMatchObject({ view: { narrative: "secret narrative" }, withheld: [] });
  });

  it("is no restricted field outside the house, and says which kinds are missing", () => {
    const restricted = reported(aView({ sensitivity: "S2_RESTRICTED", evidence: [aMention()] }));
    for (const profile of ["PUBLIC", "PARTNERS"] as const) {
      const { view, withheld, why } = redactForReport(profile, restricted);
      expect(JSON.stringify(view)).not.toMatch(/secret narrative|secret place|secret quote|secret locator/);
      expect(withheld).toEqual(expect.arrayContaining(["NARRATIVE", "PLACE", "WORDS", "EVIDENCE"]));
      expect(why).toBe("Marked S2_RESTRICTED.");
    }
    expect(redactForReport("INTERNAL", restricted)).toMatchObject({ view: { narrative: "secret narrative" }, withheld: [] });
  });

  it("is an area in the place of a marked place, and the day of a marked time; the kinds are named, and the strictest mark", () => {
    const { view, withheld, why } = redactForReport("PUBLIC", reported(aView({ protectedFields: { place: "S2_RESTRICTED", time: "S1_INTERNAL" }, occurred: { start: "2022-03-25", end: null, time: "14:30", zone: "Asia/Baku", precision: "T1_MINUTE" } })));
    expect(view).toMatchObject({ narrative: "secret narrative", place: { lat: 40, lon: 46 }, occurred: { time: null, precision: "T4_DAY" }, withheld: ["time", "place"] });
    expect({ withheld, why }).toEqual({ withheld: ["TIME", "PLACE"], why: "Marked S2_RESTRICTED." });
  });

  it("is nothing that is source-protected, in no profile", () => {
    for (const profile of redactionProfileCodes) {
      const { view, withheld } = redactForReport(profile, reported(aView({ sensitivity: "S3_SOURCE_PROTECTED" })));
      expect(JSON.stringify(view)).not.toMatch(/secret|Shelling reported/);
      expect(withheld).toEqual(expect.arrayContaining(["TITLE", "NARRATIVE", "SOURCES"]));
    }
  });

  it("is nothing of a record that its licence forbids to pass on: it is its team's alone", () => {
    for (const profile of redactionProfileCodes) expect(redactForReport(profile, reported(aView(), "ACLED_TERMS"))).toEqual({ view: undefined, withheld: ["RECORD"], why: "Its licence forbids passing it on (ACLED_TERMS)." });
  });
});
