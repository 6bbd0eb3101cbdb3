import type { CasualtyOutcome } from "@/lib/codelists/casualty";
import type { CasualtySide } from "@/lib/codelists/casualty-side";
import type { CasualtyStatus } from "@/lib/codelists/casualty-status";
import type { FigureCell } from "./figure";
import { finding } from "./reason";
import type { OpenRecord } from "./record";
import type { ImportedIncident, ImportedSource } from "./row";
import type { Run } from "./run";

type Casualty = ImportedIncident["casualties"][number];
export type Group = { readonly outcome: CasualtyOutcome; readonly status?: CasualtyStatus; readonly side?: CasualtySide };

const isGiven = ({ low, best, high }: FigureCell): boolean => low !== null || best !== null || high !== null;

/** Figures that contradict their own order stay as the source gives them, marked as such. */
export const isOutOfOrder = ({ low, best, high }: FigureCell): boolean =>
  (low !== null && best !== null && low > best) || (best !== null && high !== null && best > high) || (low !== null && high !== null && low > high);

/** A count of a group; nothing where no figure is given. The order of the keys is that of canonical JSON. */
export function aCasualty({ outcome, status = "UNKNOWN", side = "UNKNOWN" }: Group, figures: FigureCell, source: ImportedSource | null): Casualty[] {
  const { low, best, high } = figures;
  return isGiven(figures) ? [{ best, countedBy: null, high, low, orderFlagged: isOutOfOrder(figures), outcome, side, source, status }] : [];
}

export type RangeColumns = { readonly low: string; readonly best: string; readonly high: string };

/** A range over three columns. A span that stood in the cell of the best figure fills the ends that have no cell of their own. */
export function rangeOf(record: OpenRecord, run: Run, columns: RangeColumns): FigureCell {
  const [low, best, high] = [columns.low, columns.best, columns.high].map((column) => record.take(column, run.figure(record.text(column))));
  const range = { low: single(low) ?? best?.low ?? null, best: single(best), high: single(high) ?? best?.high ?? null };
  if (isOutOfOrder(range))
    record.say(columns.best, finding("casualty_range_inconsistent", `The figures are not in order: ${told(range)}. They are kept as given and marked.`));
  return range;
}

const told = ({ low, best, high }: FigureCell): string => `low ${low ?? "–"}, best ${best ?? "–"}, high ${high ?? "–"}`;
const single = (cell: FigureCell | undefined): number | null => cell?.best ?? null;
const only = (best: number | null): FigureCell => ({ low: null, best, high: null });

/** The counts of a record of our own columns. Killed civilians that are all of the killed are one count, not two. */
export function casualtiesOf(record: OpenRecord, run: Run, source: ImportedSource | null): Casualty[] {
  const killed = rangeOf(record, run, { low: "killed_low", best: "killed_best", high: "killed_high" });
  const bestIn = (column: string): number | null => single(record.take(column, run.figure(record.text(column))));
  const civilians = bestIn("civilians_killed_best");
  const rest = [
    ...aCasualty({ outcome: "INJURED" }, only(bestIn("injured_best")), source),
    ...aCasualty({ outcome: "CAPTURED" }, only(bestIn("captured_best")), source),
    ...aCasualty({ outcome: "DISPLACED" }, only(bestIn("displaced_best")), source),
  ];
  if (civilians !== null && civilians === killed.best) return [...aCasualty({ outcome: "KILLED", status: "CIVILIAN" }, killed, source), ...rest];
  if (civilians !== null && isGiven(killed) && (civilians > 0 || killed.best !== null))
    record.say("civilians_killed_best", finding("civilians_within_total", "The killed civilians are counted among all the killed as well; the two counts are kept apart and never added."));
  return [...aCasualty({ outcome: "KILLED" }, killed, source), ...aCasualty({ outcome: "KILLED", status: "CIVILIAN" }, only(civilians), source), ...rest];
}

/** What a record of our own columns counts that is no people: one figure with its unit. */
export function observationsOf(record: OpenRecord, run: Run): ImportedIncident["observations"] {
  const best = single(record.take("count_best", run.figure(record.text("count_best"))));
  if (best === null) return [];
  const kind = record.take("count_unit", run.observationKind(record.text("count_unit")));
  if (kind === "") {
    record.say("count_unit", finding("unit_of_count_missing", `A count of ${best} means nothing without its unit; it is left out.`));
    return [];
  }
  // A file reports; that somebody saw or heard it is more than it says.
  return [{
    bearing16: null, countBest: best, countHigh: null, countLow: null, countUnit: kind, direction: "UNDETERMINED", distanceKmHigh: null, distanceKmLow: null,
    kind, means: "DOCUMENT", observerPlace: null, weapon: null, weaponCalibreMm: null,
  }];
}
