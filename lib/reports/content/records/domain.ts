import { casualtyOutcomeLabel } from "@/lib/codelists/casualty";
import { casualtySideLabel } from "@/lib/codelists/casualty-side";
import { casualtyStatusLabel } from "@/lib/codelists/casualty-status";
import { observationKindLabel } from "@/lib/codelists/observation";
import { neutralSentence } from "@/lib/incidents/domain/sentence";
import { observationMeansLabel } from "@/lib/codelists/observation-means";
import type { IncidentView, ObservationView } from "@/lib/incidents/domain/record";
import { distanceInWords, weaponInWords } from "@/lib/incidents/observations/domain";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { CountLine, RecordRow, SourceRow } from "../../domain/document";
import { type Figure, figure, levelOf } from "../../domain/figure";
import type { Vocabulary } from "../../domain/vocabulary";

/** A record of the report with what its figures need. */
export type ReportRecord = {
  readonly view: IncidentView;
  readonly row: RecordRow;
  /** What its sources rest on: relays of one source are one. */
  readonly roots: readonly string[];
};

/** Lists in an order that no import and no database decides. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const rootsOf = ({ claims, casualties, sources }: IncidentView, { sourceOf }: Vocabulary): string[] => {
  const ids = [...claims.map((claim) => claim.source), ...casualties.map((row) => row.source), ...sources].filter((id) => id !== null);
  return [...new Set(ids.flatMap((id) => sourceOf(id)?.root ?? []))].sort(byText);
};

/** The sources behind several records, each root once. */
export const countRoots = (records: readonly Pick<ReportRecord, "roots">[]): number => new Set(records.flatMap(({ roots }) => roots)).size;

/** A count of records, with the sources and levels of those that are counted. */
export function countOf(records: readonly ReportRecord[], unit: string, asOf: CalendarDate): Figure {
  return figure({ value: records.length, unit, sources: countRoots(records), asOf, level: levelOf(records.map(({ view }) => view.verification)) });
}

/** The record as a row of the report, its codes named. */
export function reportRecord(view: IncidentView, vocabulary: Vocabulary, asOf: CalendarDate): ReportRecord {
  const keyOf = (id: number | null): string | null => (id === null ? null : (vocabulary.sourceOf(id)?.key ?? null));
  const nameOf = (code: string): string => vocabulary.speakerOf(code);
  const roots = rootsOf(view, vocabulary);
  const counted = countLines(view, { asOf, keyOf, nameOf, sources: roots.length });
  const ledger = view.claims.map((claim) => ({ stance: claim.stance, speakerName: nameOf(claim.speaker), againstName: claim.against === null ? null : nameOf(claim.against) }));
  const row: RecordRow = {
    reference: view.reference,
    id: view.id,
    version: view.version,
    type: view.type,
    title: view.title,
    narrative: view.narrative,
    occurred: view.occurred,
    place: view.place,
    obligations: view.obligations,
    sentence: neutralSentence(ledger),
    claims: view.claims.map((claim) => ({
      stance: claim.stance, speaker: nameOf(claim.speaker), against: claim.against === null ? null : nameOf(claim.against),
      statedOn: claim.statedOn, eventOn: claim.eventOn, eventPlace: claim.eventPlace, quote: claim.quote, locator: claim.locator, source: keyOf(claim.source),
    })),
    ...counted,
    sources: [...new Set([...view.sources.map(keyOf), ...view.claims.map((claim) => keyOf(claim.source))].filter((key) => key !== null))].sort(byText),
    evidence: view.evidence.map(({ kind, sha256, mimeType }) => ({ kind, sha256, mimeType })),
    verification: view.verification,
    flags: view.flags,
    sensitivity: view.sensitivity,
    protectedFields: marksOf(view),
    isRedacted: view.redacted,
    withheld: view.withheld,
    isDemonstration: view.isDemonstration,
  };
  return { view, row, roots };
}

const marksOf = ({ protectedFields }: IncidentView): Record<string, string> => Object.fromEntries(Object.entries(protectedFields).flatMap(([field, mark]) => (mark === undefined ? [] : [[field, mark]])));

/** How it was observed, of what weapon, from where and how far off. */
function observerInWords(observation: ObservationView): string {
  const from = observation.observerPlace === null ? "" : `from ${observation.observerPlace}`;
  return [observationMeansLabel(observation.means).toLowerCase(), weaponInWords(observation).toLowerCase(), from, distanceInWords(observation)].filter((part) => part !== "").join(", ");
}

type Counting = { readonly asOf: CalendarDate; readonly keyOf: (id: number | null) => string | null; readonly nameOf: (code: string) => string; /** Those of the record, for a count that does not name its own. */ readonly sources: number };

function countLines(view: IncidentView, { asOf, keyOf, nameOf, sources }: Counting): Pick<RecordRow, "casualties" | "observations"> {
  const level = levelOf([view.verification]);
  const line = ({ what, unit, by }: { what: string; unit: string; by: string | null }, { low, best, high, source }: { low: number | null; best: number | null; high: number | null; source: string | null }): CountLine => {
    const count = (value: number | null): Figure | null => (value === null ? null : figure({ value, unit, sources: source === null ? sources : 1, asOf, level }));
    return { what, by, low: count(low), best: count(best), high: count(high), source };
  };
  return {
    casualties: view.casualties.map(({ outcome, status, side, low, best, high, source, countedBy }) =>
      line(
        {
          what: `${casualtyOutcomeLabel(outcome)}, ${casualtyStatusLabel(status).toLowerCase()}, side: ${casualtySideLabel(side)}`,
          unit: `people ${casualtyOutcomeLabel(outcome).toLowerCase()}`,
          by: countedBy === null ? null : nameOf(countedBy),
        },
        { low, best, high, source: keyOf(source) },
      ),
    ),
    observations: view.observations.map((observation) => {
      const { kind, countLow, countBest, countHigh, countUnit } = observation;
      return line({ what: observationKindLabel(kind), unit: `counted: ${observationKindLabel(countUnit ?? kind).toLowerCase()}`, by: observerInWords(observation) }, { low: countLow, best: countBest, high: countHigh, source: null });
    }),
  };
}

/** The sources that these records name and those named besides, in the order of their keys. */
export function sourcesNamed(records: readonly ReportRecord[], more: readonly string[], { sourceByKey }: Vocabulary): SourceRow[] {
  const keys = new Set([...records.flatMap(({ row }) => [...row.sources, ...row.casualties.flatMap(({ source }) => source ?? [])]), ...more]);
  return [...keys].sort(byText).flatMap((key) => {
    const { root: _root, ...row } = sourceByKey(key) ?? {};
    return "key" in row ? [row] : [];
  });
}
