import { protectedFields } from "@/lib/codelists/protected-field";

/** Names of the form's fields as people read them: in labels, in the list of errors, in the list of changes. */
export const fieldLabels: Record<string, string> = {
  ...Object.fromEntries(protectedFields.map(({ code, label }) => [`protectedFields.${code}`, `Protection: ${label.toLowerCase()}`])),
  protectedFields: "Protection of single fields",
  type: "Type of incident",
  title: "Title",
  narrative: "Narrative",
  severity: "Severity",
  sensitivity: "Sensitivity",
  "occurred": "When",
  "occurred.start": "Day",
  "occurred.end": "Last day",
  "occurred.time": "Time",
  "occurred.zone": "Time zone",
  "occurred.precision": "Precision of the time",
  "place": "Where",
  "place.name": "Place",
  "place.unit": "District",
  "place.lat": "Latitude",
  "place.lon": "Longitude",
  "place.precision": "Precision of the place",
  obligations: "Obligations",
  claims: "Claims",
  casualties: "Casualties",
  sources: "Sources",
  observations: "Observations",
  externalId: "External id",
  verification: "Verification",
  workflow: "State of the review",
  flags: "Mark",
  note: "Compilers' note",
  confidence: "Rests on",
  corrects: "Corrects",
  isDemonstration: "Demonstration data",
  "notice.reason": "Reason shown in its place",
  "notice.replacedBy": "Replaced by",
  "notice.at": "No longer stands since",
  expectedVersion: "Version",
};

const rowLabels: Record<string, string> = { obligations: "Obligation", claims: "Claim", casualties: "Casualties, row", sources: "Source", observations: "Observation", flags: "Mark" };

const cellLabels: Record<string, string> = {
  code: "obligation",
  relation: "relation",
  stance: "stance",
  speaker: "speaker",
  against: "against",
  statedOn: "stated on",
  source: "source",
  quote: "quote",
  locator: "where in the source",
  credibility: "credibility",
  eventOn: "its day of the event",
  eventPlace: "its place of the event",
  mergedFrom: "merged from",
  outcome: "outcome",
  status: "status",
  side: "side",
  low: "lowest count",
  best: "best count",
  high: "highest count",
  orderFlagged: "order of the figures",
  countedBy: "counted by",
  effect: "effect",
  kind: "kind",
  means: "means",
  direction: "direction",
  countLow: "lowest count",
  countBest: "best count",
  countHigh: "highest count",
  countUnit: "unit of the count",
  weapon: "weapon",
  weaponCalibreMm: "calibre in mm",
  observerPlace: "place of the observer",
  bearing16: "bearing from the observer",
  distanceKmLow: "nearest distance in km",
  distanceKmHigh: "farthest distance in km",
};

const cellShape = /^(\w+)\[(\d+)\](?:\.(\w+))?$/;

/** `claims[0].speaker` as "Claim 1, speaker"; a name without a label is shown as it is. */
export function labelOfField(name: string): string {
  const cell = cellShape.exec(name);
  if (!cell) return fieldLabels[name] ?? name;
  const [, list = "", index, part] = cell;
  const row = `${rowLabels[list] ?? list} ${Number(index) + 1}`;
  return part === undefined ? row : `${row}, ${cellLabels[part] ?? part}`;
}
