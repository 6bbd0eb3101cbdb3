import { locationPrecisions, type LocationPrecision } from "@/lib/codelists/location-precision";
import { observationKinds, type ObservationKind } from "@/lib/codelists/observation";
import { reliabilityCodes } from "@/lib/codelists/source-derivation";
import { sensitivities, type Sensitivity } from "@/lib/codelists/sensitivity";
import { timePrecisions, type TimePrecision } from "@/lib/codelists/time-precision";
import { addDays, calendarDate, type CalendarDate } from "@/lib/kernel/calendar-date";
import { basemapArea, type Area } from "./coordinates";
import { readClock, type ClockCell } from "./clock";
import { readDay, type DayCell } from "./day";
import { readFigure, type FigureCell } from "./figure";
import type { ImportPlan, ImportReferences } from "./plan";
import type { Reading } from "./reason";
import { codeReader } from "./record";
import { remembered } from "./remembered";
import { speakerBook, type SpeakerBook } from "./speaker";
import { sameName } from "./text";
import { readZone, type ZoneCell } from "./zone";

/** Everything that is the same for all records of a run: the readers of cells, each asked once for each short text. */
export type Run = {
  readonly plan: ImportPlan;
  /** The last day that may have happened: one ahead of the day of reading, as somewhere it is already tomorrow. */
  readonly lastDay: CalendarDate;
  readonly area: Area;
  readonly book: SpeakerBook;
  readonly obligations: ReadonlySet<string>;
  readonly day: (text: string) => Reading<DayCell>;
  readonly clock: (text: string) => Reading<ClockCell>;
  readonly zone: (text: string) => Reading<ZoneCell>;
  readonly figure: (text: string) => Reading<FigureCell>;
  readonly timePrecision: (text: string) => Reading<TimePrecision | "">;
  readonly locationPrecision: (text: string) => Reading<LocationPrecision | "">;
  readonly sensitivity: (text: string) => Reading<Sensitivity>;
  readonly observationKind: (text: string) => Reading<ObservationKind | "">;
  readonly isReliability: (text: string) => boolean;
  /** The unit of the basemap by its code or name; undefined where none or several bear it. */
  readonly unit: (text: string) => string | undefined;
  /** What a person said that a value of a column stands for; undefined where nothing was said. */
  readonly chosen: (column: string, text: string) => string | null | undefined;
};

const isUnwritten = { empty: "" as const, instead: "" as const };

/** Opens a run. `today` is the day of reading by UTC. */
export function openRun(plan: ImportPlan, references: ImportReferences, today: string): Run {
  const blank = <T extends string>(list: readonly { readonly code: T; readonly label: string }[]) => remembered(codeReader<T | "">(list, isUnwritten));
  const obligations = new Set(references.obligations);
  const reliability: ReadonlySet<string> = new Set(reliabilityCodes);
  return {
    plan,
    lastDay: addDays(calendarDate(references.readOn ?? today), 1),
    area: basemapArea,
    book: speakerBook(references.speakers, Object.fromEntries(speakerColumns.flatMap((column) => Object.entries(chosenIn(plan, column))))),
    obligations,
    day: remembered((text) => readDay(text, plan.dateOrder)),
    clock: remembered(readClock),
    zone: remembered(readZone),
    figure: remembered(readFigure),
    timePrecision: blank(timePrecisions),
    locationPrecision: blank(locationPrecisions),
    observationKind: blank(observationKinds),
    // Who may read a record is not guessed: a word that is not understood protects it.
    sensitivity: remembered(codeReader<Sensitivity>(sensitivities, { empty: "S0_PUBLIC", instead: "S2_RESTRICTED" })),
    isReliability: (text) => reliability.has(text),
    unit: unitReader(references.units),
    chosen: (column, text) => valueOf(chosenIn(plan, column), text),
  };
}

const speakerColumns = ["alleged_by", "against", "denied_by", "found_by", "actor1", "actor2", "side_a", "side_b"] as const;
const chosenIn = ({ values }: ImportPlan, column: string): Readonly<Record<string, string | null>> => (values !== undefined && Object.hasOwn(values, column) ? (values[column] ?? {}) : {});
const valueOf = (values: Readonly<Record<string, string | null>>, text: string): string | null | undefined => (Object.hasOwn(values, text) ? values[text] : undefined);

function unitReader(units: ImportReferences["units"]): (text: string) => string | undefined {
  const byCode = new Set(units.map((unit) => unit.code));
  const byName = new Map<string, Set<string>>();
  for (const { code, name } of units) {
    const key = sameName(name);
    byName.set(key, (byName.get(key) ?? new Set()).add(code));
  }
  return (text) => {
    if (byCode.has(text)) return text;
    const [only, other] = byName.get(sameName(text)) ?? [];
    return other === undefined ? only : undefined;
  };
}
