import type { CasualtyOutcome } from "@/lib/codelists/casualty";
import type { CasualtySide } from "@/lib/codelists/casualty-side";
import type { LocationPrecision } from "@/lib/codelists/location-precision";
import type { TimePrecision } from "@/lib/codelists/time-precision";
import { incidentInput, type IncidentInput } from "@/lib/incidents/schema";
import { parsePartialDate } from "@/lib/kernel/partial-date";
import { placeLabel } from "@/lib/places/domain";
import type { PlaceInput } from "@/lib/places/schema";
import type { IncidentRow } from "../files";
import { admittedBy, counterClaimOf, statedOnOf, thirdPartyOf, type ClaimRow } from "../tables/incident-claims";
import { groupsOf, statusOf, timeOf } from "../tables/incident-details";
import { contextOf } from "../tables/incident-findings";
import { incidentType } from "../tables/incident-types";
import { accusedSide, mutualAccusation, speakerCode, splitRemark } from "../tables/speakers";

type Lookups = { placeOf: (key: string) => PlaceInput; sourceId: (key: string) => number };

/** The record as the service takes it. */
export function incidentInputOf(row: IncidentRow, { placeOf, sourceId }: Lookups): IncidentInput {
  const place = placeOf(row.place_id);
  const isInAir = row.type === "satellite navigation interference";
  const [onlySource, ...others] = row.sources;
  const defaultSource = onlySource !== undefined && others.length === 0 ? sourceId(onlySource) : null;
  return incidentInput.parse({
    externalId: row.id,
    type: incidentType(row.id, row.type).code,
    title: row.title,
    narrative: narrativeOf(row),
    occurred: occurredOf(row, place),
    // A point on the ground would mislead about something that happened to aircraft.
    place: { name: placeLabel(place.names), unit: place.unit, lat: isInAir ? null : row.lat, lon: isInAir ? null : row.lon, precision: isInAir ? "L8_AIR_WATER" : precisionOf(row, place) },
    obligations: relationsOf(row),
    claims: claimsOf(row).map(({ source, ...claim }) => ({ ...claim, statedOn: claim.statedOn ?? statedOnOf[row.id] ?? null, source: source === undefined ? defaultSource : sourceId(source), quote: null, locator: null })),
    casualties: casualtiesOf(row).map((group) => ({ ...group, source: defaultSource })),
    sources: row.sources.map(sourceId),
  });
}

/** What an entry may say of each duty that the file names: context, or a possible breach. */
export const relationsOf = (row: IncidentRow): IncidentInput["obligations"] =>
  row.obligations.map((code) => ({ code, relation: contextOf[row.id]?.some((end) => code.endsWith(`-${end}`)) === true ? "CONTEXT" : "POSSIBLE_BREACH" }));

/** What is told, who says otherwise, what others recorded, and what the compilers add: each by name of the speaker. */
export function narrativeOf(row: IncidentRow): string {
  const typeNote = incidentType(row.id, row.type).why;
  return [
    row.what,
    row.counter_claim,
    row.third_party_record === null ? null : `Record of others: ${row.third_party_record}.`,
    row.status === "fact agreed, lawfulness disputed" ? "The sides agree that it took place and differ on whether it was lawful." : null,
    row.status === "acknowledged in part" ? "Acknowledged in part by the accused side." : null,
    row.alleged_party === null || row.accused_by.length === 0 ? null : `Accused, in the compilers' words: ${row.alleged_party}.`,
    row.note === null ? null : `Compilers' note: ${row.note}`,
    typeNote === null ? null : `Type in the files: ${row.type}. ${typeNote}`,
  ]
    .filter((part) => part !== null)
    .join("\n\n");
}

function occurredOf(row: IncidentRow, place: PlaceInput) {
  const span = parsePartialDate(row.date);
  if (!span) throw new Error(`${row.id}: "${row.date}" is not a date`);
  const day: { time: string | null; precision: TimePrecision } = row.date_precision === "month" ? { time: null, precision: "T7_MONTH" } : (timeOf[row.id] ?? { time: null, precision: "T4_DAY" });
  const lastDay = span.from === span.to ? null : span.to;
  return { start: span.from, end: row.date_end ?? lastDay, zone: place.unit?.startsWith("ARM-") ? "Asia/Yerevan" : "Asia/Baku", ...day };
}

/** The files give one radius for place and event together; the code is the narrowest that holds it. */
function precisionOf(row: IncidentRow, place: PlaceInput): LocationPrecision {
  if (row.precision_km > 30) return "L5_REGION";
  if (place.kind === "DISTRICT" || row.precision_km > 15) return "L4_DISTRICT";
  return row.precision_km <= 1 ? "L2_SETTLEMENT" : "L3_NEAR";
}

/** The claim ledger: accusers, then those who deny or accuse in return, then records of others. */
export function claimsOf(row: IncidentRow): ClaimRow[] {
  const admits = admittedBy[row.id];
  const accusers = row.accused_by.map(speakerCode);
  const alleged = accusers.map((speaker): ClaimRow => ({ stance: admittedByItself(row, speaker) ? "ADMITTED_BY" : "ALLEGED_BY", speaker, against: againstOf(row, speaker, accusers) }));
  const admitted: ClaimRow[] = admits === undefined ? [] : [{ stance: "ADMITTED_BY", speaker: admits, against: accusedSide(row.alleged_party) }];
  // A side that says itself that it did something denies its lawfulness: the narrative says so, the ledger has the fact.
  const denied = row.denied_by.map(speakerCode).filter((speaker) => speaker !== admits).map((speaker): ClaimRow => ({ stance: "DENIED_BY", speaker, against: null }));
  const counter = row.counter_claim === null ? undefined : counterClaimOf[row.id];
  if (row.counter_claim !== null && counter === undefined) throw new Error(`${row.id} has a counter-claim: add it to prisma/seed/tables/incident-claims.ts`);
  const third = thirdPartyOf[row.id];
  if (row.third_party_record !== null && third === undefined) throw new Error(`${row.id} has a record of others: add it to prisma/seed/tables/incident-claims.ts`);
  return [...alleged, ...admitted, ...denied, ...(typeof counter === "object" ? [counter] : []), ...(third ?? [])];
}

/** A prosecutor who names the own side's people makes no accusation against another. */
const admittedByItself = (row: IncidentRow, speaker: string): boolean => speaker.startsWith("AZ_PROSECUTOR") && accusedSide(row.alleged_party) === "AZ";

function againstOf(row: IncidentRow, speaker: string, accusers: readonly string[]): string | null {
  if (row.alleged_party !== mutualAccusation) return accusedSide(row.alleged_party);
  return speaker.startsWith("AZ") ? (accusers.find((other) => !other.startsWith("AZ")) ?? null) : "AZ";
}

const outcomeOf: Record<string, CasualtyOutcome> = { killed: "KILLED", wounded: "INJURED", captured: "CAPTURED", missing: "MISSING" };

function casualtiesOf(row: IncidentRow) {
  return Object.entries(row.casualties).flatMap(([outcome, groups]) =>
    Object.entries(groups).flatMap(([group, count]) => {
      const field = `${outcome}.${group}`;
      const told = groupsOf[row.id]?.[field];
      if (told) return told.map(({ count: number, ...rest }) => ({ ...rest, low: number, best: number, high: number }));
      const code = row.type === "detention" ? "DETAINED" : outcomeOf[outcome];
      return [{ outcome: code, status: statusOf(row.id, field, `${row.title} ${row.what}`), side: sideOf(row, group), low: count.low, best: count.best, high: count.high }];
    }),
  );
}

/** On the state border the Armenian count is of Armenia's people; within the zone the files don't tell the two apart. */
function sideOf(row: IncidentRow, group: string): CasualtySide {
  if (group === "azerbaijani") return "AZ";
  if (group === "armenian_or_local") return row.scope === "az-am-border" ? "AM" : "AM_OR_NK";
  return "OTHER";
}

/** Remarks that the files put in brackets after a speaker's name. */
export const remarksOf = (names: readonly string[]): string[] => names.flatMap((name) => {
  const { name: speaker, remark } = splitRemark(name);
  return remark === null ? [] : [`${speaker}: ${remark}.`];
});
