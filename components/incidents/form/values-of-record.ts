import type { IncidentInput } from "@/lib/incidents/schema";
import type { IncidentFormValues } from "./form-values";

const text = (value: string | number | null): string | undefined => (value === null ? undefined : String(value));

/** A record's entry as the form holds it: text, with what is absent left out. */
export function formValuesOf(entry: IncidentInput): IncidentFormValues {
  const { occurred, place } = entry;
  return {
    externalId: text(entry.externalId),
    type: entry.type,
    title: entry.title,
    narrative: entry.narrative,
    severity: text(entry.severity),
    sensitivity: entry.sensitivity,
    protectedFields: entry.protectedFields,
    occurred: { start: occurred.start, end: text(occurred.end), time: text(occurred.time), zone: text(occurred.zone), precision: occurred.precision },
    place: { name: text(place.name), unit: text(place.unit), lat: text(place.lat), lon: text(place.lon), precision: place.precision },
    obligations: entry.obligations.map(({ code, relation }) => ({ code, relation })),
    claims: entry.claims.map(({ stance, speaker, against, statedOn, source, quote, locator, credibility }) => ({
      stance,
      speaker,
      against: text(against),
      statedOn: text(statedOn),
      source: text(source),
      quote: text(quote),
      locator: text(locator),
      credibility: text(credibility),
    })),
    casualties: entry.casualties.map(({ outcome, status, side, low, best, high, orderFlagged, source }) => ({
      outcome,
      status,
      side,
      low: text(low),
      best: text(best),
      high: text(high),
      orderFlagged: orderFlagged ? "on" : undefined,
      source: text(source),
    })),
    observations: entry.observations.map((observation) => Object.fromEntries(Object.entries(observation).map(([name, value]) => [name, text(value)]))),
    sources: entry.sources.map(String),
  };
}
