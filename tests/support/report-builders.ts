// A small report document, valid by default, and a walk over every number in one.
import { calendarDate } from "@/lib/kernel/calendar-date";
import { documentFormat, documentVersion, type ReportDocument } from "@/lib/reports/domain/document";
import { figure, isFigure } from "@/lib/reports/domain/figure";

const asOf = calendarDate("2022-03-31");

export const aFigure = (value = 3, unit = "records") => figure({ value, unit, sources: 2, asOf, level: { lowest: "V1_CLAIM", highest: "V3_CORROBORATED" } });

export const aRecordRow = (over: Partial<ReportDocument["records"][number]> = {}): ReportDocument["records"][number] => ({
  reference: "TL-000007", id: 7, version: 3, type: "CH04", title: "Shelling reported", narrative: "One line\nand another", occurred: { start: "2022-03-25", end: null, time: null, zone: "Asia/Baku", precision: "T4_DAY" },
  place: { name: "Farrukh / Parukh", unit: "AZE-1739", lat: 40.06, lon: 46.73, precision: "L2_SETTLEMENT" }, obligations: [{ code: "T-1a", relation: "BREACH", effect: "NONE" }], sentence: "Reported by A.",
  claims: [{ stance: "ALLEGED_BY", speaker: "A", against: null, statedOn: null, eventOn: null, eventPlace: null, quote: "=SUM(1)", locator: null, source: "bulletin" }], casualties: [{ what: "Killed", by: null, low: aFigure(1, "people killed"), best: null, high: null, source: null }],
  observations: [], sources: ["bulletin"], evidence: [], verification: "V3_CORROBORATED", flags: [], sensitivity: "S0_PUBLIC", protectedFields: {}, isRedacted: false, withheld: [], isDemonstration: false,
  ...over,
});

export const aDocument = (over: Partial<ReportDocument> = {}): ReportDocument => ({
  format: documentFormat, formatVersion: documentVersion, kind: "PERIOD_SITUATION", title: "Situation", agreement: { code: "T", title: "Test agreement" }, subject: null,
  period: { from: calendarDate("2022-03-01"), to: asOf }, clocks: { asOf, knownAt: "2022-04-02T00:00:00.000Z" }, profile: "PUBLIC", ruleVersion: "1", filters: {}, isDemonstration: false,
  sections: [{ id: "records", title: "Records", blocks: [{ type: "BARS", caption: "By level", isApart: false, items: [{ label: "V3", figure: aFigure() }] }] }],
  records: [aRecordRow()], sources: [{ key: "bulletin", publisher: "A bulletin", title: null, publishedOn: null, url: null, kind: "COURT", alignment: "UNKNOWN", reliability: "F", basis: "excerpt", rests: null }],
  withheld: [], method: ["By rule."], limits: ["Nothing that was published later is in it."],
  ...over,
});

/** Numbers that count nothing: ids, versions, positions and the radius of a position. */
const noCounts = /(^formatVersion|\.(id|version|lat|lon|radiusMetres))$/;

/** Where a document holds a number that is no part of a figure. */
export function bareNumbers(value: unknown, path = ""): string[] {
  if (typeof value === "number") return noCounts.test(path) ? [] : [path];
  if (typeof value !== "object" || value === null || isFigure(value)) return [];
  return Object.entries(value).flatMap(([name, part]) => bareNumbers(part, path === "" ? name : `${path}.${name}`));
}
