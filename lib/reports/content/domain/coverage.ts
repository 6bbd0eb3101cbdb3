import { accessRestrictionLabel, coverageLevelLabel } from "@/lib/codelists/coverage";
import { addDays, type CalendarDate, daysBetween } from "@/lib/kernel/calendar-date";
import type { Cell, Section } from "../../domain/document";
import { figure } from "../../domain/figure";
import { byText } from "../records/domain";
import { textColumns } from "./records";

/** A line of the register of observers. */
export type Observer = { readonly obligation: string; readonly observer: string; readonly fromOn: CalendarDate; readonly toOn: CalendarDate | null; readonly level: string; readonly restriction: string | null; readonly source: string | null };

type Span = { readonly from: CalendarDate; readonly to: CalendarDate };

const sees = ({ level }: Observer): boolean => level === "FULL" || level === "PARTIAL";
const isIn = ({ fromOn, toOn }: Observer, { from, to }: Span): boolean => fromOn <= to && (toOn === null || toOn >= from);

/** How much of the span somebody could observe for one duty. */
export type Observed = { readonly obligation: string; readonly days: number; readonly ofDays: number; readonly rows: readonly Observer[] };

/** For each duty the days of the span on which somebody on record could see all or a part. */
export function observedDays(duties: readonly string[], observers: readonly Observer[], span: Span): Observed[] {
  const ofDays = daysBetween(span.from, span.to) + 1;
  return duties.map((obligation) => {
    const rows = observers.filter((row) => row.obligation === obligation && isIn(row, span));
    const seeing = rows.filter(sees);
    let days = 0;
    for (let day = span.from; day <= span.to; day = addDays(day, 1)) if (seeing.some(({ fromOn, toOn }) => fromOn <= day && (toOn === null || toOn >= day))) days++;
    return { obligation, days, ofDays, rows };
  });
}

/** Who stood where, and for which duties nobody could look. */
export function coverageSection(observed: readonly Observed[], asOf: CalendarDate): Section {
  const lines = observed.flatMap(({ rows }) => rows);
  return {
    id: "coverage",
    title: "Who could observe",
    blocks: [
      {
        type: "TABLE",
        name: "observed-days",
        caption: "Days of the period on which an observer on record could see all or a part",
        columns: [...textColumns("Duties"), { label: "Days observed", kind: "FIGURE" }, { label: "Days of the period", kind: "FIGURE" }],
        rows: alike(observed).map(([first, ...others]): Cell[] => {
          const basis = { sources: sourcesOf(first.rows), asOf, level: "REGISTER" } as const;
          const duties = [first, ...others].map(({ obligation }) => obligation).join(", ");
          return [duties, figure({ ...basis, value: first.days, unit: "days" }), figure({ ...basis, value: first.ofDays, unit: "days" })];
        }),
        whenEmpty: "No duty is looked at here.",
      },
      {
        type: "TABLE",
        name: "observers",
        caption: "The register of observers for these days",
        columns: textColumns("Observer", "Duties", "From", "To", "How much it could see", "What stood in the way"),
        rows: grouped(lines),
        whenEmpty: "No observer is on record for these days.",
      },
    ],
  };
}

const sourcesOf = (rows: readonly Observer[]): number => new Set(rows.flatMap(({ source }) => source ?? [])).size;

/** Duties that were observed alike, together: those seen least come first. */
function alike(observed: readonly Observed[]): [Observed, ...Observed[]][] {
  const groups = new Map<string, [Observed, ...Observed[]]>();
  for (const entry of observed) {
    const key = `${String(entry.days).padStart(9, "0")}|${sourcesOf(entry.rows)}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups].sort(([a], [b]) => byText(a, b)).map(([, group]) => group);
}

/** Lines that differ in their duty alone are one. */
function grouped(lines: readonly Observer[]): Cell[][] {
  const keyOf = ({ observer, fromOn, toOn, level, restriction }: Observer): string => [fromOn, observer, toOn ?? "", level, restriction ?? ""].join("|");
  return [...new Set(lines.map(keyOf))].sort(byText).flatMap((key) => {
    const same = lines.filter((line) => keyOf(line) === key);
    const [first] = same;
    if (!first) return [];
    const duties = [...new Set(same.map(({ obligation }) => obligation))].sort(byText).join(", ");
    return [[first.observer, duties, first.fromOn, first.toOn ?? "still there", coverageLevelLabel(first.level), first.restriction === null ? "none recorded" : accessRestrictionLabel(first.restriction)]];
  });
}
