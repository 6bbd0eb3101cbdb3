import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { obligationInput } from "@/lib/agreements/schema";
import { agreementErrors } from "@/lib/agreements/domain/rules";
import { verificationRank } from "@/lib/codelists/verification";
import type { LedgerLine } from "@/lib/incidents/domain/ledger";
import { isFinding } from "@/lib/incidents/domain/relation";
import { isWithinCeiling, verificationCeiling } from "@/lib/incidents/domain/verification";
import { milestoneInput } from "@/lib/compliance/schema";
import { readReference } from "@/prisma/seed/files";
import { agreementInputOf, discrepancyInputOf, obligationInputOf } from "@/prisma/seed/load/agreements";
import { claimsOf, incidentInputOf } from "@/prisma/seed/load/incident-input";
import { findingsFor, levelOf } from "@/prisma/seed/load/incidents";
import { knownAtOf } from "@/prisma/seed/load/known-at";
import { milestoneInputOf } from "@/prisma/seed/load/milestones";
import { placeInputOf, readUnits } from "@/prisma/seed/load/places";
import { sourceInputOf } from "@/prisma/seed/load/sources";
import { coverageOf } from "@/prisma/seed/tables/coverage";
import { deadlinesOf } from "@/prisma/seed/tables/deadlines";
import { counterClaimOf, thirdPartyOf } from "@/prisma/seed/tables/incident-claims";
import { groupsOf, timeOf } from "@/prisma/seed/tables/incident-details";
import { contextOf, coreAgreed, findingsOf } from "@/prisma/seed/tables/incident-findings";
import { incidentTypeOf } from "@/prisma/seed/tables/incident-types";
import { interpretationsOf } from "@/prisma/seed/tables/interpretations";
import { readingsDocument } from "@/prisma/seed/readings";
import { knownDays } from "@/prisma/seed/tables/known-days";
import { milestoneReadings } from "@/prisma/seed/tables/milestones";
import { obligationKinds } from "@/prisma/seed/tables/obligation-kinds";
import { sourceFacts } from "@/prisma/seed/tables/sources";
import { speakerCode, speakers } from "@/prisma/seed/tables/speakers";

const reference = readReference();
const sources = new Map(reference.sources.map((row) => [row.key, row]));
const units = readUnits();
const places = new Map(reference.places.map((row) => [row.id, placeInputOf(row, units)]));
const ids = new Map(reference.sources.map((row, index) => [row.key, index + 1]));
const lookups = {
  placeOf: (key: string) => places.get(key) ?? expect.fail(`no place ${key}`),
  sourceId: (key: string) => ids.get(key) ?? expect.fail(`no source ${key}`),
};

describe("every row of the files is mapped", () => {
  it("sources, places, agreements and their duties", () => {
    expect(reference.sources.map(sourceInputOf)).toHaveLength(255);
    expect(places.size).toBe(67);
    const codes = new Set(speakers.map((speaker) => speaker.code));
    const duties = reference.obligations.map((row) => obligationInput.parse(obligationInputOf(row)));
    expect(duties.flatMap((duty) => [...duty.obligorSides, ...duty.beneficiarySides, ...duty.coverage.map((entry) => entry.observer)]).filter((side) => !codes.has(side))).toEqual([]);
    expect(reference.agreements.flatMap((row) => agreementErrors(agreementInputOf(row, reference.obligations)))).toEqual([]);
    expect(reference.discrepancies.map(discrepancyInputOf)).toHaveLength(24);
  });

  it("milestones, each with a rule for its level", () => {
    expect(Object.keys(milestoneReadings).toSorted()).toEqual(reference.milestones.map((row) => row.id).toSorted());
    for (const row of reference.milestones) {
      const input = milestoneInput.parse(milestoneInputOf(row, sources));
      expect(input.verificationRule).toMatch(/^M[1-6]: .+\.$/);
    }
  });

  it("every speaker, type word and counter-claim", () => {
    expect(reference.incidents.filter((row) => incidentTypeOf[row.type] === undefined).map((row) => row.type)).toEqual([]);
    expect(reference.incidents.map((row) => incidentInputOf(row, lookups).externalId)).toEqual(reference.incidents.map((row) => row.id));
    const names = [...reference.incidents.flatMap((row) => [...row.accused_by, ...row.denied_by]), ...reference.milestones.flatMap((row) => [...row.claimed_by, ...row.confirmed_by, ...row.denied_by])];
    const known = new Set(speakers.map((speaker) => speaker.code));
    expect(names.map(speakerCode).filter((code) => !known.has(code))).toEqual([]);
  });
});

describe("no table names a row that is not in the files", () => {
  const incidents = new Set(reference.incidents.map((row) => row.id));
  const codes = new Set(reference.obligations.map((row) => row.code));
  it.each(Object.entries({ thirdPartyOf, counterClaimOf, groupsOf, timeOf, contextOf, findingsOf }))("%s", (_name, table) => {
    expect(Object.keys(table).filter((id) => !incidents.has(id))).toEqual([]);
  });
  it.each(Object.entries({ obligationKinds, deadlinesOf, interpretationsOf, coverageOf }))("%s", (_name, table) => {
    expect(Object.keys(table).filter((code) => !codes.has(code))).toEqual([]);
  });
  it("knownDays, and nothing is known before it happened", () => {
    const starts = new Map([...reference.incidents, ...reference.milestones].map((row) => [row.id, row.date]));
    expect(Object.entries(knownDays).filter(([id, { on, why }]) => !/^K[23]: .+\.$/.test(why) || on < (starts.get(id) ?? "9999"))).toEqual([]);
  });
  it("a finding that an incident carries on is carried by one of its own duties, and from a later day", () => {
    const carried = Object.entries(milestoneReadings).flatMap(([id, { duties }]) => Object.entries(duties).flatMap(([end, { until }]) => (until === undefined ? [] : [{ id, end, until }])));
    expect(carried.map(({ id, end, until }) => `${id} ${end} ${until}`)).toEqual(["MS-049 6c IN-038", "MS-049 6g IN-038"]);
    for (const { end, until } of carried) expect(findingsOf[until]?.[end]?.relation).toBe("OBSTRUCTION");
  });
  it("findings and context name duties that their record names", () => {
    const unnamed = reference.incidents.flatMap((row) =>
      [...Object.keys(findingsOf[row.id] ?? {}), ...(contextOf[row.id] ?? [])].filter((end) => !row.obligations.includes(`NK2020-${end}`)).map((end) => `${row.id} ${end}`),
    );
    expect(unnamed).toEqual([]);
    expect(coreAgreed.filter((id) => !incidents.has(id))).toEqual([]);
  });
  it("every type word is in use", () => expect(Object.keys(incidentTypeOf).toSorted()).toEqual([...new Set(reference.incidents.map((row) => row.type))].toSorted()));
});

const ledgerOf = (row: (typeof reference.incidents)[number]): LedgerLine[] =>
  claimsOf(row).map((claim) => {
    const speaker = speakers.find((entry) => entry.code === claim.speaker) ?? expect.fail(`no speaker ${claim.speaker}`);
    const key = claim.source ?? (row.sources.length === 1 ? row.sources[0] : undefined);
    const sourceKind = key === undefined ? null : sourceFacts(key, sources.get(key)?.publisher ?? "").kind;
    return { stance: claim.stance, speaker: claim.speaker, speakerName: speaker.name, speakerSide: speaker.side, speakerKind: speaker.kind, rootGroup: speaker.rootGroup, against: claim.against, againstName: null, sourceKind, sourceRoot: null, isSourceWithdrawn: false, eventOn: null, eventPlace: null };
  });

describe("levels and findings", () => {
  it.each(reference.incidents.map((row) => [row.id, row] as const))("%s is never above what its claims carry, and a breach never below V3", (_id, row) => {
    const { level, rule } = levelOf(row);
    const ceiling = verificationCeiling(ledgerOf(row));
    expect({ level, rule, within: isWithinCeiling(level, ceiling) ? "" : ceiling.level }).toEqual({ level, rule, within: "" });
    const findings = findingsFor(row, incidentInputOf(row, lookups), level).filter((finding) => isFinding(finding.relation));
    expect(verificationRank(level) >= 3 ? [] : findings).toEqual([]);
  });

  it("a record of one side only is a claim", () => {
    const oneSided = reference.incidents.filter((row) => {
      const ledger = ledgerOf(row);
      return new Set(ledger.map((line) => line.rootGroup)).size === 1 && !ledger.some((line) => line.speakerKind === "GUARANTOR" || line.stance === "ADMITTED_BY");
    });
    expect(oneSided.length).toBeGreaterThan(10);
    expect(oneSided.filter((row) => levelOf(row).level !== "V1_CLAIM").map((row) => row.id)).toEqual([]);
  });

  it("the court's finding is the only V5", () => expect(reference.incidents.filter((row) => levelOf(row).level === "V5_INVESTIGATED").map((row) => row.id)).toEqual(["IN-038"]));

  it("no breach is found where the sides only agree that something happened", () => {
    const agreed = reference.incidents.filter((row) => levelOf(row).rule.startsWith("R2: the two sides"));
    const findings = agreed.flatMap((row) => findingsFor(row, incidentInputOf(row, lookups), levelOf(row).level).map((finding) => ({ id: row.id, ...finding })));
    expect(findings.filter((finding) => isFinding(finding.relation))).toEqual([]);
  });
});

describe("when a row was known", () => {
  it.each([
    ["the earliest dated source", { date: "2020-11-26", published: ["2020-12-28", "2020-12-13"] }, "2020-12-13"],
    ["never before the event", { date: "2021-01-24", published: ["2020-12-01", "2021-08-14"] }, "2021-08-14"],
    ["the end of a month that a source is dated to", { date: "2020-11-20", published: ["2020-11"] }, "2020-11-30"],
    ["the event's own last day without a dated source", { date: "2023-03", published: [null] }, "2023-03-31"],
    ["a later day that the table names", { date: "2022-12-12", knownOn: "2023-02-22", published: ["2022-12-12"] }, "2023-02-22"],
  ])("%s", (_why, days, expected) => expect(knownAtOf(days).toISOString()).toBe(`${expected}T12:00:00.000Z`));
});

describe("wording", () => {
  it("no text joins two forms of a name out of order", () => {
    const text = JSON.stringify([reference.agreements, reference.obligations, reference.milestones, reference.incidents]);
    expect(text).not.toMatch(/Stepanakert ?\/ ?Khankendi|Shushi ?\/ ?Shusha|Parukh ?\/ ?Farrukh|Martakert ?\/ ?Aghdara|Zabukh ?\/ ?Aghavno/);
  });
});

describe("docs/readings.md", () => {
  it("says what the tables say (npx tsx prisma/seed/write-readings.ts)", () => {
    const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
    expect(read("docs/readings.md")).toBe(readingsDocument({ opening: read("prisma/seed/readings/opening.md"), closing: read("prisma/seed/readings/closing.md") }));
  });
});
