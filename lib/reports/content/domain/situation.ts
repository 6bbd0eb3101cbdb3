import { incidentTypeLabel } from "@/lib/codelists/incident-type";
import { verificationLabel } from "@/lib/codelists/verification";
import { addDays, addMonths, calendarDate, type CalendarDate } from "@/lib/kernel/calendar-date";
import type { BarsBlock, Section } from "../../domain/document";
import { byText, countOf, type ReportRecord } from "../records/domain";

type Situation = { readonly records: readonly ReportRecord[]; readonly period: { readonly from: CalendarDate; readonly to: CalendarDate }; readonly asOf: CalendarDate };

/** How many records of the period there are, by how well they are known, by type and, where it has several months, by month. */
export function situationSection({ records, period, asOf }: Situation): Section {
  const group = (keyOf: (record: ReportRecord) => string, labelOf: (key: string) => string): BarsBlock["items"] =>
    [...new Set(records.map(keyOf))].sort(byText).map((key) => ({ label: labelOf(key), figure: countOf(records.filter((record) => keyOf(record) === key), "records", asOf) }));
  const months = monthsOf(period);
  return {
    id: "records-in-figures",
    title: "Records in figures",
    blocks: [
      { type: "FACTS", items: [{ term: "Published records with a day in the period", value: countOf(records, "records", asOf) }, { term: "Of these contested", value: countOf(records.filter(({ view }) => view.flags.includes("CONTESTED")), "records", asOf) }] },
      { type: "TEXT", text: "A record is a cluster of claims and no event that is proven by being counted. Where none is on record, that says nothing of calm: see who could observe." },
      { type: "BARS", caption: "Records by verification", isApart: false, items: group(({ view }) => view.verification, (code) => `${code.split("_")[0] ?? code} ${verificationLabel(code)}`) },
      { type: "BARS", caption: "Records by type", isApart: false, items: group(({ view }) => view.type, (code) => `${code} ${incidentTypeLabel(code)}`) },
      ...(months.length < 2 ? [] : [{ type: "BARS" as const, caption: "Records by month: each in every month that one of its days falls in", isApart: false, items: months.map(({ label, from, to }) => ({ label, figure: countOf(records.filter(({ view }) => view.occurred.start <= to && (view.occurred.end ?? view.occurred.start) >= from), "records", asOf) })) }]),
    ],
  };
}

/** Longer spans are counted by year: a picture of a hundred bars says nothing. */
const mostBars = 36;

type Span = { readonly label: string; readonly from: CalendarDate; readonly to: CalendarDate };

function monthsOf({ from, to }: { from: CalendarDate; to: CalendarDate }): Span[] {
  const spansBy = (months: number, length: number): Span[] => {
    const spans: Span[] = [];
    const first = calendarDate(length === 7 ? `${from.slice(0, 7)}-01` : `${from.slice(0, 4)}-01-01`);
    for (let start = first; start <= to; start = addMonths(start, months)) spans.push({ label: start.slice(0, length), from: start, to: addDays(addMonths(start, months), -1) });
    return spans;
  };
  const byMonth = spansBy(1, 7);
  return byMonth.length > mostBars ? spansBy(12, 4) : byMonth;
}
