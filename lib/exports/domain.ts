import { verificationRank, type Verification } from "@/lib/codelists/verification";
import type { Stance } from "@/lib/codelists/stance";
import type { CasualtyView, IncidentView } from "@/lib/incidents/domain/record";
import { guardFormula, unguardFormula } from "@/lib/kernel/formula-text";

/** The columns of the truce CSV, in order: part of the product's outside. */
export const truceColumns = [
  "external_id", "event_date", "event_date_end", "event_time", "timezone", "time_precision", "event_type", "title", "narrative",
  "latitude", "longitude", "location_precision", "location_name", "admin1", "unit", "alleged_by", "against", "denied_by", "found_by",
  "obligations", "killed_low", "killed_best", "killed_high", "injured_best", "civilians_killed_best", "captured_best", "displaced_best",
  "count_best", "count_unit", "source_url", "source_publisher", "source_date", "source_reliability", "info_credibility", "verification",
  "workflow", "sensitivity",
] as const;
export type TruceColumn = (typeof truceColumns)[number];

export type Cell = string | number | null;
export type TruceRow = Record<TruceColumn, Cell>;
export type SourceFacts = { url: string | null; publisher: string; publishedOn: string | null; reliability: string };

/** The source that a row names: that of the first claim which has one, else the first of the record. */
export const sourceOf = (view: IncidentView): number | null => view.claims.find((claim) => claim.source !== null)?.source ?? view.sources[0] ?? null;

/** A record as one row. Several values of one cell are joined by a semicolon. */
export function truceRow(view: IncidentView, { unitName, source }: { unitName: string | null; source: SourceFacts | null }): TruceRow {
  return {
    external_id: view.externalId ?? view.reference,
    event_date: view.occurred.start,
    event_date_end: view.occurred.end,
    event_time: view.occurred.time,
    timezone: view.occurred.zone,
    time_precision: view.occurred.precision,
    event_type: view.type,
    title: view.title,
    narrative: view.narrative,
    latitude: view.place.lat,
    longitude: view.place.lon,
    location_precision: view.place.precision,
    location_name: view.place.name,
    admin1: unitName,
    unit: view.place.unit,
    alleged_by: speakersOf(view, "ALLEGED_BY"),
    against: joined(view.claims.map((claim) => claim.against)),
    denied_by: speakersOf(view, "DENIED_BY"),
    found_by: speakersOf(view, "FOUND_BY"),
    obligations: joined(view.obligations.map((link) => link.code)),
    ...casualtyCells(view),
    ...observationCells(view),
    ...sourceCells(source),
    info_credibility: credibilityOf(view.verification),
    verification: view.verification,
    workflow: view.workflow,
    sensitivity: view.sensitivity,
  };
}

type CasualtyColumn = "killed_low" | "killed_best" | "killed_high" | "injured_best" | "civilians_killed_best" | "captured_best" | "displaced_best";
function casualtyCells(view: IncidentView): Pick<TruceRow, CasualtyColumn> {
  const killed = view.casualties.filter((row) => row.outcome === "KILLED");
  const { low, best, high } = agreedRange(killed);
  return {
    killed_low: low,
    killed_best: best,
    killed_high: high,
    injured_best: bestOf(view, "INJURED"),
    civilians_killed_best: agreedRange(killed.filter((row) => row.status === "CIVILIAN")).best,
    captured_best: bestOf(view, "CAPTURED"),
    displaced_best: bestOf(view, "DISPLACED"),
  };
}

/** A count means nothing without its unit, and two counts have no common one. */
function observationCells({ observations }: IncidentView): Pick<TruceRow, "count_best" | "count_unit"> {
  const [only] = observations;
  if (!only || observations.length > 1 || only.countBest === null) return { count_best: null, count_unit: null };
  return { count_best: only.countBest, count_unit: only.countUnit ?? only.kind };
}

const sourceCells = (source: SourceFacts | null): Pick<TruceRow, "source_url" | "source_publisher" | "source_date" | "source_reliability"> => ({
  source_url: source?.url ?? null,
  source_publisher: source?.publisher ?? null,
  source_date: source?.publishedOn ?? null,
  source_reliability: source?.reliability ?? null,
});

/** Each code once, in alphabetical order: who stands first says nothing. */
export const joined = (codes: readonly (string | null)[]): string => [...new Set(codes.filter((code) => code !== null))].sort().join(";");
const speakersOf = (view: IncidentView, stance: Stance): string => joined(view.claims.filter((claim) => claim.stance === stance).map((claim) => claim.speaker));
const bestOf = (view: IncidentView, outcome: CasualtyView["outcome"]): number | null => agreedRange(view.casualties.filter((row) => row.outcome === outcome)).best;

type Range = { low: number | null; best: number | null; high: number | null };
const noRange: Range = { low: null, best: null, high: null };

/**
 * One cell can hold one figure. Figures of different people are never added up, and differing figures of the same people are
 * never averaged: the first leaves the cells empty, the second leaves the best one empty and gives the span.
 */
export function agreedRange(rows: readonly Pick<CasualtyView, "status" | "side" | "low" | "best" | "high">[]): Range {
  const [first] = rows;
  if (!first || rows.some((row) => row.status !== first.status || row.side !== first.side)) return noRange;
  const figures = (key: keyof Range): number[] => rows.map((row) => row[key]).filter((figure) => figure !== null);
  const best = new Set(figures("best"));
  return {
    low: figures("low").length > 0 ? Math.min(...figures("low")) : null,
    best: best.size === 1 ? (figures("best")[0] ?? null) : null,
    high: figures("high").length > 0 ? Math.max(...figures("high")) : null,
  };
}

/** The Admiralty figure nearest to a verification level; 6 says that it can't be judged. */
export function credibilityOf(verification: Verification): number {
  if (verification === "VX_REFUTED") return 5;
  const rank = verificationRank(verification);
  return rank >= 4 ? 1 : rank === 3 ? 2 : rank === 2 ? 3 : 6;
}

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe in front, which an import of ours takes away again. Numbers stay
 * numbers and other text stays as it is.
 */
export const safeCell = (cell: Cell): Cell => (typeof cell === "string" ? guardFormula(cell) : cell);

/** For files whose texts no spreadsheet runs: only what an import would take for guarded text is guarded, so that it comes back as it was. */
export const unmistakable = <T extends Cell>(cell: T): T | string => (typeof cell === "string" && unguardFormula(cell) !== cell ? guardFormula(cell) : cell);
