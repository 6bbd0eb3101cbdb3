import { protectedFieldCodes } from "@/lib/codelists/protected-field";
import type { CasualtyView, ClaimView, EvidenceMention, IncidentView, ObligationLink, ObservationView } from "@/lib/incidents/domain/record";
import type { FieldDoc } from "../lists/domain";

const text = (meaning: string): FieldDoc => ({ type: "text", meaning });
const number = (meaning: string): FieldDoc => ({ type: "number", meaning });
const date = (meaning: string): FieldDoc => ({ type: "date", meaning });
const truth = (meaning: string): FieldDoc => ({ type: "yes or no", meaning });
const instant = (meaning: string): FieldDoc => ({ type: "instant", meaning });
const code = (list: FieldDoc["list"], meaning: string): FieldDoc => (list === undefined ? { type: "code", meaning } : { type: "code", meaning, list });
const list = (meaning: string): FieldDoc => ({ type: "list", meaning });

/** Every field of a type is told of, or this does not compile. */
const fieldsOf = <T>(docs: Record<keyof T & string, FieldDoc>, prefix = ""): Record<string, FieldDoc> => Object.fromEntries(Object.entries<FieldDoc>(docs).map(([name, doc]) => [prefix + name, doc]));

const mergedFrom = number("Number of the record that the line came from in a merge; null for the record's own lines.");

/** The record's own fields. */
export const recordDocs = fieldsOf<IncidentView>({
  id: number("The record's number."),
  reference: text("The number as people quote it."),
  version: number("How many times the record was written."),
  createdAt: instant("When it was entered."),
  updatedAt: instant("When it was last written."),
  externalId: text("The record's number in the system that it came from. Null where the source is protected."),
  type: code("event_type", "What is said to have happened."),
  title: text("One line. A record is what was reported, not a fact by itself."),
  narrative: text("What the accounts say. Empty where it is withheld."),
  occurred: { type: "object", meaning: "When it is said to have happened." },
  place: { type: "object", meaning: "Where it is said to have happened." },
  obligations: list("Duties of an agreement that the record bears on."),
  claims: list("Who says, denies or found what, each with its own source."),
  casualties: list("People killed, injured, captured or displaced, one line for each count; lines are never added up."),
  observations: list("What observers heard, saw or counted."),
  sources: list("Numbers of the sources that the record was read in."),
  evidence: list("Files kept with the record, as far as it tells of them."),
  severity: code("severity", "How grave it is; null where nobody graded it."),
  sensitivity: code("sensitivity", "Who may read the protected parts."),
  protectedFields: { type: "object", meaning: "Fields that bear a mark of their own, with the mark." },
  verification: code("verification", "How far the claim was verified."),
  flags: { type: "codes", meaning: "What is to be known about the accounts as a whole.", list: "flag" },
  workflow: code("workflow", "Where the record stands in review."),
  redacted: truth("Something is withheld from this file."),
  withheld: { type: "codes", meaning: "Which parts are withheld.", list: "protected_field" },
  isDemonstration: truth("Compiled from excerpts, or made up, for demonstration."),
  notice: { type: "object", meaning: "Why a withdrawn, replaced or merged record no longer stands; null for one that stands." },
  corrects: number("Number of the published record that this one corrects."),
});

const belowDocs = {
  ...fieldsOf<IncidentView["occurred"]>({
    start: date("The first day, as the calendar there had it."),
    end: date("The last day, where it lasted or the day is not certain."),
    time: { type: "time", meaning: "Time of day, HH:MM, in the zone; null where it is not known or is withheld." },
    zone: code("timezone", "The zone of the time."),
    precision: code("time_precision", "How exactly the time is known."),
  }, "occurred."),
  ...fieldsOf<IncidentView["place"]>({
    name: text("The place's name."),
    unit: text("Code of the first-level unit of the basemap (Natural Earth). It says nothing of who holds the place."),
    lat: number("Degrees north, WGS 84. Where the place is withheld, the middle of an area that it lies in."),
    lon: number("Degrees east, WGS 84."),
    precision: code("location_precision", "How exactly the place is known."),
  }, "place."),
  ...fieldsOf<ObligationLink>({
    code: text("The duty's code."),
    relation: code("obligation_relation", "What the record is to the duty."),
    effect: code("obligation_effect", "What it does to what is owed."),
  }, "obligations[]."),
  ...fieldsOf<ClaimView>({
    stance: code("stance", "Whether the speaker alleges, denies, admits or found it."),
    speaker: text("Who speaks, by speaker code."),
    against: text("Who is accused, by party code."),
    statedOn: date("When it was said."),
    source: number("Number of the source that it was read in."),
    quote: text("The words; null where there are none or they are withheld."),
    locator: text("Where in the source they stand."),
    credibility: { type: "number", meaning: "Admiralty credibility of this claim, 1 to 6; null where nobody graded it.", list: "credibility" },
    eventOn: date("The day that the claim itself gives for the event."),
    eventPlace: text("The place that the claim itself gives for the event."),
    mergedFrom,
  }, "claims[]."),
  ...fieldsOf<CasualtyView>({
    outcome: code("casualty_outcome", "What became of them."),
    status: code("casualty_status", "Civilians, combatants or others."),
    side: code("casualty_side", "Whose people they are."),
    low: number("The lowest figure."),
    best: number("The figure that the source gives."),
    high: number("The highest figure."),
    orderFlagged: truth("The figures came in an order that can't be, and are kept as they came."),
    source: number("Number of the source."),
    countedBy: text("Who counted, by speaker code."),
    mergedFrom,
  }, "casualties[]."),
  ...fieldsOf<ObservationView>({
    kind: code("count_unit", "What was observed."),
    means: code("observation_means", "How it was observed."),
    direction: code("observation_direction", "Which way it went."),
    countLow: number("How many at least."),
    countBest: number("How many, where the observer gives one figure."),
    countHigh: number("How many at most."),
    countUnit: code("count_unit", "What the figures count, where it is not the kind itself."),
    weapon: code("weapon", "The weapon, where the observer names one."),
    weaponCalibreMm: number("Its calibre in millimetres."),
    observerPlace: text("Where the observer stood. Null where the place is withheld, as are the next three."),
    bearing16: code("bearing", "Which way from the observer it was."),
    distanceKmLow: number("How far from the observer at least, in kilometres."),
    distanceKmHigh: number("How far from the observer at most, in kilometres."),
    mergedFrom,
  }, "observations[]."),
  ...fieldsOf<EvidenceMention>({
    id: number("The item's number."),
    kind: code("evidence_kind", "What kind of item it is."),
    sha256: text("SHA-256 of the original."),
    mimeType: text("What kind of file it is."),
    bytes: number("Its size."),
    sensitivity: code("sensitivity", "Who may see it."),
    isGraphic: truth("It shows what not everybody wants to see."),
    capturedAt: instant("When it was taken."),
    licence: code("evidence_licence", "Under what terms it may be used."),
    hasCopy: truth("There is a copy without metadata."),
    differs: truth("A reviewer found that it shows something else than the claims say."),
  }, "evidence[]."),
  ...Object.fromEntries(protectedFieldCodes.map((field) => [`protectedFields.${field}`, code("sensitivity", `The mark of ${field} alone, where it bears one.`)])),
  ...fieldsOf<NonNullable<IncidentView["notice"]>>({
    reason: text("The reason."),
    replacedBy: number("Number of the record that stands in its place."),
    at: instant("Since when."),
  }, "notice."),
};

/** Every field of a line of the NDJSON file, by its path; what stands in a list is told of once. */
export const recordPathDocs: Readonly<Record<string, FieldDoc>> = Object.fromEntries(
  Object.entries(recordDocs).flatMap(([name, doc]) => [[name, doc] as const, ...Object.entries(belowDocs).filter(([path]) => path.startsWith(`${name}.`) || path.startsWith(`${name}[]`))]),
);
