import { describe, expect, it } from "vitest";
import { sourceAlignmentLabel } from "@/lib/codelists/source-alignment";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { coverageSection, observedDays, type Observer } from "@/lib/reports/content/domain/coverage";
import { ledgersSection } from "@/lib/reports/content/domain/ledgers";
import { limitsOf } from "@/lib/reports/content/domain/limits";
import { mapSection, recordsSection } from "@/lib/reports/content/domain/records";
import { situationSection } from "@/lib/reports/content/domain/situation";
import { withheldOf } from "@/lib/reports/content/domain/withheld";
import { reportRecord } from "@/lib/reports/content/records/domain";
import { isFigure } from "@/lib/reports/domain/figure";
import type { SourceFacts, Vocabulary } from "@/lib/reports/domain/vocabulary";
import { aCount, aView } from "../../support/incident-builders";
import { bareNumbers } from "../../support/report-builders";

const asOf = calendarDate("2022-03-31");
const day = calendarDate;
const source = (key: string, alignment: string, root = key): SourceFacts => ({ key, publisher: key, title: null, publishedOn: null, url: null, kind: "NEWS_RELAY", alignment, reliability: "F", basis: "excerpt", rests: null, root });
const sources = new Map([[5, source("az", "PARTY_AZ")], [6, source("am", "PARTY_AM")], [7, source("relay", "PARTY_AZ", "az")]]);
const vocabulary: Vocabulary = { speakerOf: (code) => `Name of ${code}`, sourceOf: (id) => sources.get(id), sourceByKey: () => undefined, unitOf: (code) => `District ${code}` };
const record = (over: Parameters<typeof aView>[0]) => reportRecord(aView(over), vocabulary, asOf);
const period = { from: day("2022-01-15"), to: asOf };

const tableOf = (section: ReturnType<typeof ledgersSection>, name: string) => {
  const table = section.blocks.find((block) => block.type === "TABLE" && block.name === name);
  if (table?.type !== "TABLE") throw new Error(`no table ${name}`);
  return table;
};
const values = (row: readonly unknown[] | undefined) => row?.map((cell) => (isFigure(cell) ? cell.value : cell));

describe("the ledgers", () => {
  it("keep each counter's counts apart and add within one ledger only", () => {
    const records = [
      record({ id: 1, reference: "TL-000001", casualties: [aCount({ outcome: "KILLED", low: 2, best: 2, high: 2, source: 5 }), aCount({ outcome: "KILLED", low: 7, best: 8, high: 9, source: 6 })] }),
      record({ id: 2, reference: "TL-000002", casualties: [aCount({ outcome: "KILLED", low: 1, best: 1, high: 3, source: 5 })] }),
    ];
    const { rows } = tableOf(ledgersSection({ records, asOf, vocabulary }), "casualties-by-counter");
    const apart = [[sourceAlignmentLabel("PARTY_AM"), "Killed", "Azerbaijani", 7, 9], [sourceAlignmentLabel("PARTY_AZ"), "Killed", "Azerbaijani", 3, 5]];
    expect(rows.map(values)).toEqual(apart);
  });

  it("give the span of two figures that one counter has for the same people, and no sum of them", () => {
    const records = [record({ casualties: [aCount({ low: 2, best: 2, high: 2, source: 5 }), aCount({ low: 4, best: 4, high: 4, source: 7 })] })];
    expect(tableOf(ledgersSection({ records, asOf, vocabulary }), "casualties-by-counter").rows.map((row) => values(row)?.slice(3))).toEqual([[2, 4]]);
  });

  it("add nothing up where the record does not say who counted", () => {
    const records = [1, 2].map((id) => record({ id, reference: `TL-00000${id}`, casualties: [aCount({ low: 5, best: 5, high: 5, source: null })] }));
    expect(tableOf(ledgersSection({ records, asOf, vocabulary }), "casualties-by-counter").rows.map((row) => row[0])).toEqual(["Not said in TL-000001", "Not said in TL-000002"]);
  });

  it("say that there is no upper figure where one source gives a least one only", () => {
    const records = [record({ casualties: [aCount({ low: 5, best: null, high: null, source: 5 })] })];
    expect(tableOf(ledgersSection({ records, asOf, vocabulary }), "casualties-by-counter").rows[0]?.[4]).toBe("no upper figure");
  });
});

describe("the sections on records", () => {
  it("count relays of one source once, and have no number that is no figure", () => {
    const records = [record({ sources: [5, 7] }), record({ id: 8, reference: "TL-000008", sources: [6], occurred: { start: "2022-01-31", end: "2022-02-02", time: null, zone: "Asia/Baku", precision: "T4_DAY" } })];
    expect(records[0]?.roots).toEqual(["az"]);
    const situation = situationSection({ records, period, asOf });
    const months = situation.blocks.find((block) => block.type === "BARS" && block.caption.startsWith("Records by month"));
    // A record of several days stands in each of their months.
    expect(months?.type === "BARS" && months.items.map(({ label, figure }) => [label, figure.value])).toEqual([["2022-01", 1], ["2022-02", 1], ["2022-03", 1]]);
    for (const section of [situation, recordsSection({ records, asOf, vocabulary }), mapSection({ records, asOf, vocabulary })]) expect(bareNumbers(section)).toEqual([]);
  });

  it("put every record on the map, in a district, or among those not shown", () => {
    const at = (place: Partial<ReturnType<typeof aView>["place"]>, id: number) => record({ id, reference: `TL-00000${id}`, place: { name: "a", unit: "AZE-1739", lat: 40, lon: 46, precision: "L2_SETTLEMENT", ...place } });
    const records = [at({}, 1), at({ precision: "L4_DISTRICT" }, 2), at({ lat: null, lon: null }, 3), at({ lat: null, lon: null, unit: null, precision: "L7_COUNTRY" }, 4)];
    const [block] = mapSection({ records, asOf, vocabulary }).blocks;
    if (block?.type !== "MAP") throw new Error("no map");
    expect(block.points.map(({ reference }) => reference)).toEqual(["TL-000001"]);
    expect(block.points.length + block.districts.reduce((sum, { figure }) => sum + figure.value, 0) + block.notShown.value).toBe(4);
  });
});

const observer = (over: Partial<Observer>): Observer => ({ obligation: "T-1a", observer: "A mission", fromOn: day("2022-01-01"), toOn: null, level: "FULL", restriction: null, source: "am", ...over });

describe("what could be observed, and so what can't be said", () => {
  const rows = [observer({}), observer({ obligation: "T-1b", toOn: day("2022-02-01") }), observer({ obligation: "T-1c", level: "NONE" })];
  const observed = observedDays(["T-1a", "T-1b", "T-1c"], rows, { from: day("2022-01-31"), to: day("2022-02-02") });

  it("is counted by day, and somebody who is not there sees nothing", () => {
    expect(observed.map(({ days, ofDays }) => [days, ofDays])).toEqual([[3, 3], [2, 3], [0, 3]]);
    expect(bareNumbers(coverageSection(observed, asOf))).toEqual([]);
  });

  const bounds = { asOf, knownAt: "2022-04-02T00:00:00.000Z", profile: "PUBLIC" as const, observed, isDemonstration: false, isWithheld: false, isFiltered: false };

  it("is told for each duty that nobody could look at, wholly or in part", () => {
    const text = limitsOf(bounds).join("\n");
    expect(text).toMatch(/no observer who could look is on record on any day of the period: T-1c\./);
    expect(text).toMatch(/some days of the period had no observer who could look: T-1b\./);
  });

  it("is never nothing: with everything observed and nothing withheld the limits still stand", () => {
    const limits = limitsOf({ ...bounds, observed: [] });
    expect(limits.length).toBeGreaterThanOrEqual(3);
    expect(limits[0]).toContain("2022-04-02T00:00:00.000Z");
  });

  it("says that the knowledge ends before the day, that parts are withheld, that records were left out, that rows are for demonstration", () => {
    const text = limitsOf({ ...bounds, knownAt: "2022-03-01T00:00:00.000Z", isWithheld: true, isFiltered: true, isDemonstration: true }).join("\n");
    for (const words of ["The knowledge ends before the day", "withheld in the profile “Public”", "narrowed by filters", "demonstration data"]) expect(text).toContain(words);
  });
});

describe("what is withheld", () => {
  it("is counted by kind and reason, and its level is not told", () => {
    const withheld = withheldOf([{ view: undefined, withheld: ["NARRATIVE", "PLACE"], why: "Marked S2." }, { view: undefined, withheld: ["NARRATIVE"], why: "Marked S2." }, { view: undefined, withheld: ["NARRATIVE"], why: "Marked S3." }], asOf);
    expect(withheld.map(({ kind, why, records }) => [kind, why, records.value, records.level])).toEqual([["NARRATIVE", "Marked S2.", 2, "WITHHELD"], ["NARRATIVE", "Marked S3.", 1, "WITHHELD"], ["PLACE", "Marked S2.", 1, "WITHHELD"]]);
  });
});
