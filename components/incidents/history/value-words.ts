import { dayInWords } from "@/components/ui/date-text";
import { casualtyOutcomeLabel } from "@/lib/codelists/casualty";
import { casualtySideLabel } from "@/lib/codelists/casualty-side";
import { casualtyStatusLabel } from "@/lib/codelists/casualty-status";
import { incidentFlagLabel } from "@/lib/codelists/incident-flag";
import { incidentTypeLabel } from "@/lib/codelists/incident-type";
import { locationPrecisionLabel } from "@/lib/codelists/location-precision";
import { obligationEffectLabel } from "@/lib/codelists/obligation-effect";
import { obligationRelationLabel } from "@/lib/codelists/obligation-relation";
import { observationKindLabel } from "@/lib/codelists/observation";
import { observationDirectionLabel } from "@/lib/codelists/observation-direction";
import { observationMeansLabel } from "@/lib/codelists/observation-means";
import { protectedFieldCodes } from "@/lib/codelists/protected-field";
import { sensitivityLabel } from "@/lib/codelists/sensitivity";
import { severityLabel } from "@/lib/codelists/severity";
import { confidenceLabel } from "@/lib/codelists/source-basis";
import { stanceLabel } from "@/lib/codelists/stance";
import { timePrecisionLabel } from "@/lib/codelists/time-precision";
import { verificationLabel } from "@/lib/codelists/verification";
import { weaponLabel } from "@/lib/codelists/weapon";
import { workflowStateLabel } from "@/lib/codelists/workflow";
import { incidentZoneLabel } from "@/lib/codelists/zone";
import { referenceOf } from "@/lib/incidents/domain/record";
import type { Json } from "@/lib/incidents/history/domain/json";
import type { RecordNames } from "../record/record-names";

type Words = (code: string, names: RecordNames) => string;

const speaker: Words = (code, names) => names.speakers.get(code) ?? code;
const day: Words = (text) => dayInWords(text);

const source: Words = (id, names) => {
  const known = names.sources.get(Number(id));
  if (!known) return `Source ${id}`;
  return known.publishedOn === null ? known.publisher : `${known.publisher} (${known.publishedOn})`;
};

/** How values read that are codes, ids or days. Of a list's cell the list comes first. */
const words: Readonly<Record<string, Words>> = {
  type: (code) => `${code} ${incidentTypeLabel(code)}`,
  severity: severityLabel,
  sensitivity: sensitivityLabel,
  ...Object.fromEntries(protectedFieldCodes.map((field) => [`protectedFields.${field}`, sensitivityLabel])),
  verification: verificationLabel,
  workflow: workflowStateLabel,
  confidence: confidenceLabel,
  corrects: (id) => referenceOf(Number(id)),
  "notice.replacedBy": (id) => referenceOf(Number(id)),
  "occurred.start": day,
  "occurred.end": day,
  "occurred.zone": incidentZoneLabel,
  "occurred.precision": timePrecisionLabel,
  "place.precision": locationPrecisionLabel,
  "place.unit": (code, names) => names.units.get(code) ?? code,
  flags: incidentFlagLabel,
  sources: source,
  "obligations.code": (code, names) => `${code} ${names.obligations.get(code) ?? ""}`.trim(),
  "obligations.relation": obligationRelationLabel,
  "obligations.effect": obligationEffectLabel,
  "claims.stance": stanceLabel,
  "claims.speaker": speaker,
  "claims.against": speaker,
  "claims.statedOn": day,
  "claims.source": source,
  "casualties.outcome": casualtyOutcomeLabel,
  "casualties.status": casualtyStatusLabel,
  "casualties.side": casualtySideLabel,
  "casualties.source": source,
  "observations.kind": observationKindLabel,
  "observations.countUnit": observationKindLabel,
  "observations.means": observationMeansLabel,
  "observations.direction": observationDirectionLabel,
  "observations.weapon": weaponLabel,
};

/** Fields that people write: a change in them is shown word by word. */
const prose: ReadonlySet<string> = new Set(["title", "narrative", "note", "notice.reason", "place.name", "claims.quote", "claims.locator"]);

export const isProse = (name: string): boolean => prose.has(name);

/** A value as people read it; undefined where there is none. What has no words of its own is shown as it is kept. */
export function valueInWords(name: string, value: Json, names: RecordNames): string | undefined {
  if (value === null || value === "") return undefined;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "object") return JSON.stringify(value);
  return words[name]?.(String(value), names) ?? String(value);
}
