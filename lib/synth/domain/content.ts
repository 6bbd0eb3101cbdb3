import { incidentTypeLabel, type IncidentType } from "@/lib/codelists/incident-type";
import type { LocationPrecision } from "@/lib/codelists/location-precision";
import { addDays, calendarDate } from "@/lib/kernel/calendar-date";
import type { IncidentView } from "@/lib/incidents/domain/record";
import type { Random } from "./random";
import { synthDays, type SynthPlace, type SynthWorld } from "./world";

export type MadePlace = { placeId: number | null; placeName: string | null; view: IncidentView["place"] };

// Fire makes most of what is reported in a ceasefire; the rest of the list is met now and then.
const types: readonly (readonly [IncidentType, number])[] = [
  ["CH01", 30], ["CH02", 10], ["CH03", 6], ["CH04", 9], ["CH05", 2], ["CH06", 5], ["CH08", 4], ["CH09", 1], ["CH11", 4], ["PO01", 3], ["PO02", 4], ["PO04", 3], ["PO05", 3],
  ["CV01", 4], ["CV02", 3], ["CV03", 2], ["AC01", 1], ["AC02", 2], ["AC04", 1], ["PK01", 1], ["PK03", 1], ["DT01", 1], ["DT02", 1], ["DP01", 1], ["TR02", 1], ["IN03", 2],
];

export const madeType = (random: Random): IncidentType => random.weighted(types);

/** A day of the six years and how exactly it is known. */
export function madeTime(random: Random): IncidentView["occurred"] {
  const start = addDays(calendarDate(synthDays.first), random.below(synthDays.count));
  const zone = random.weighted([["Asia/Baku", 5], ["Asia/Yerevan", 4], ["Europe/Moscow", 1]] as const);
  if (random.chance(0.35)) return { start, end: null, time: `${two(random.below(24))}:${two(random.below(60))}`, zone, precision: "T1_MINUTE" };
  if (random.chance(0.08)) return { start, end: addDays(start, 1 + random.below(5)), time: null, zone, precision: "T5_DAY_RANGE" };
  return { start, end: null, time: null, zone, precision: "T4_DAY" };
}

const two = (number: number): string => String(number).padStart(2, "0");
const rounded = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;

/** A known place, a name in whatever script it was given, a district alone, or nothing that a map could show. */
export function madePlace(random: Random, world: SynthWorld): MadePlace {
  const place = random.pick(world.places);
  const way = random.weighted([["known", 60], ["named", 20], ["unit", 8], ["none", 12]] as const);
  if (way === "known") return atPlace(place, { lat: place.lat, lon: place.lon, precision: "L2_SETTLEMENT" });
  if (way === "named") return nearPlace(random, place);
  const precision: LocationPrecision = way === "unit" ? "L4_DISTRICT" : random.weighted([["L7_COUNTRY", 3], ["L0_UNKNOWN", 5], ["L8_AIR_WATER", 1]] as const);
  return { placeId: null, placeName: null, view: { name: null, unit: way === "unit" ? random.pick(world.units) : null, lat: null, lon: null, precision } };
}

const atPlace = (place: SynthPlace, { lat, lon, precision }: { lat: number; lon: number; precision: LocationPrecision }): MadePlace => ({
  placeId: place.id,
  placeName: place.forms[0] ?? place.label,
  view: { name: place.label === "" ? (place.forms[0] ?? null) : place.label, unit: place.unit, lat, lon, precision },
});

function nearPlace(random: Random, place: SynthPlace): MadePlace {
  const name = random.pick(place.forms);
  const view = { name, unit: place.unit, lat: rounded(place.lat + (random.below(2000) - 1000) / 20_000), lon: rounded(place.lon + (random.below(2000) - 1000) / 20_000), precision: "L3_NEAR" as const };
  return { placeId: null, placeName: name, view };
}

const openings = ["According to the duty log", "As the bulletin of the day has it", "By an account of residents", "From the daily summary", "As relayed by an outlet"];
const middles = ["several rounds were counted before dawn", "movement of vehicles was seen on the road", "the exchange lasted for about an hour", "a field near the village burned", "the line was quiet again by evening", "farm work was interrupted", "no damage was found the next morning", "a drone was heard over the ridge"];
const ends = ["The other side gave a different account.", "Nobody from outside could reach the place.", "The count differs between the accounts.", "A second account is awaited.", "Nothing further was said."];

/** What the record says of itself; that it is made up stands at the head of every title and narrative. */
export function madeText(random: Random, { number, type, place, day }: { number: number; type: IncidentType; place: MadePlace; day: string }): { title: string; narrative: string } {
  const where = place.view.name ?? place.view.unit ?? "a place not named";
  const sentences = Array.from({ length: 1 + random.below(4) }, () => `${random.pick(openings)}, ${random.pick(middles)}. ${random.pick(ends)}`);
  return {
    title: `Load data ${number}: ${incidentTypeLabel(type)}, ${where}`.slice(0, 200),
    narrative: `Made by \`synth\` for load tests; nothing of it happened. ${where}, ${day}. ${sentences.join(" ")}`,
  };
}
