import { incidentTypeLabel } from "@/lib/codelists/incident-type";
import { locationPrecisionLabel, locationPrecisions } from "@/lib/codelists/location-precision";
import { verificationLabel } from "@/lib/codelists/verification";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { Column, MapBlock, Section, TableBlock } from "../../domain/document";
import { figure } from "../../domain/figure";
import type { Vocabulary } from "../../domain/vocabulary";
import { byText, countOf, type ReportRecord } from "../records/domain";

type Listing = { readonly records: readonly ReportRecord[]; readonly asOf: CalendarDate; readonly vocabulary: Vocabulary };

/** Columns of words. */
export const textColumns = (...labels: string[]): Column[] => labels.map((label) => ({ label, kind: "TEXT" }));

export const recordHref = (id: number): string => `/incidents/${id}`;

const daysOf = ({ occurred }: ReportRecord["row"]): string => (occurred.end === null || occurred.end === occurred.start ? occurred.start : `${occurred.start} to ${occurred.end}`);

export const levelText = (verification: string): string => `${verification.split("_")[0] ?? verification} ${verificationLabel(verification)}`;

/** The records one by one, the earliest first, each in the neutral sentence of its ledger. */
export function recordsSection({ records, asOf }: Listing): Section {
  const sorted = [...records].sort((a, b) => byText(`${a.row.occurred.start}|${a.row.reference}`, `${b.row.occurred.start}|${b.row.reference}`));
  const table: TableBlock = {
    type: "TABLE",
    name: "records",
    caption: "Records of the period",
    columns: textColumns("Record", "Days", "What is recorded", "Place", "Who says so", "Level", "Duties").concat({ label: "Sources", kind: "FIGURE" }),
    rows: sorted.map(({ row, roots }) => [
      { text: row.reference, href: recordHref(row.id) },
      daysOf(row),
      `${incidentTypeLabel(row.type)}: ${row.title}`,
      row.place.name === null ? "not named" : `${row.place.name} (${locationPrecisionLabel(row.place.precision).toLowerCase()})`,
      row.sentence,
      levelText(row.verification),
      row.obligations.length === 0 ? "none" : row.obligations.map(({ code }) => code).join(", "),
      figure({ value: roots.length, unit: roots.length === 1 ? "source" : "sources", sources: roots.length, asOf, level: { lowest: row.verification, highest: row.verification } }),
    ]),
    whenEmpty: "No published record has a day in this period. That is no finding that nothing happened.",
  };
  return { id: "records", title: "Records", blocks: [table] };
}

const radiusOf = (precision: string): number | null | undefined => locationPrecisions.find(({ code }) => code === precision)?.radiusMetres;
const isPoint = (record: ReportRecord): boolean => record.row.place.lat !== null && record.row.place.lon !== null && radiusOf(record.row.place.precision) != null;

/** Where the records lie: points for those that claim one, districts for those that name no more, and how many are neither. */
export function mapSection({ records, asOf, vocabulary }: Listing): Section {
  const pointed = records.filter(isPoint);
  const rest = records.filter((record) => !isPoint(record));
  const inDistrict = rest.filter(({ row }) => row.place.unit !== null);
  const units = [...new Set(inDistrict.flatMap(({ row }) => row.place.unit ?? []))].sort(byText);
  const block: MapBlock = {
    type: "MAP",
    caption: "Where the records lie. A point claims no more than its circle.",
    points: pointed.flatMap(({ row }) => (row.place.lat === null || row.place.lon === null ? [] : [{ reference: row.reference, lat: row.place.lat, lon: row.place.lon, radiusMetres: radiusOf(row.place.precision) ?? null }])),
    districts: units.map((code) => ({ code, label: vocabulary.unitOf(code), figure: countOf(inDistrict.filter(({ row }) => row.place.unit === code), "records in the district", asOf) })),
    notShown: countOf(rest.filter(({ row }) => row.place.unit === null), "records not shown on the map", asOf),
  };
  return { id: "map", title: "Places", blocks: [block] };
}
