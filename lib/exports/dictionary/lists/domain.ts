import { bearings } from "@/lib/codelists/bearing";
import { casualtyOutcomes } from "@/lib/codelists/casualty";
import { casualtySides } from "@/lib/codelists/casualty-side";
import { casualtyStatuses } from "@/lib/codelists/casualty-status";
import type { Code } from "@/lib/codelists/code-list";
import { credibilities } from "@/lib/codelists/credibility";
import { evidenceKinds } from "@/lib/codelists/evidence-kind";
import { evidenceLicences } from "@/lib/codelists/evidence-licence";
import { incidentFlags } from "@/lib/codelists/incident-flag";
import { incidentTypes } from "@/lib/codelists/incident-type";
import { locationPrecisions } from "@/lib/codelists/location-precision";
import { obligationEffects } from "@/lib/codelists/obligation-effect";
import { obligationRelations } from "@/lib/codelists/obligation-relation";
import { observationDirections } from "@/lib/codelists/observation-direction";
import { observationMeans } from "@/lib/codelists/observation-means";
import { observationKinds } from "@/lib/codelists/observation";
import { protectedFields } from "@/lib/codelists/protected-field";
import { sensitivities } from "@/lib/codelists/sensitivity";
import { severities } from "@/lib/codelists/severity";
import { reliabilities } from "@/lib/codelists/source-derivation";
import { stances } from "@/lib/codelists/stance";
import { timePrecisions } from "@/lib/codelists/time-precision";
import { verificationLevels } from "@/lib/codelists/verification";
import { weapons } from "@/lib/codelists/weapon";
import { workflowStates } from "@/lib/codelists/workflow";
import { incidentZones } from "@/lib/codelists/zone";

/** The closed lists whose codes stand in a file. One that has a column of its name in the truce CSV is called as that column. */
export const dictionaryLists = {
  event_type: incidentTypes,
  time_precision: timePrecisions,
  timezone: incidentZones,
  location_precision: locationPrecisions,
  count_unit: observationKinds,
  source_reliability: reliabilities,
  verification: verificationLevels,
  workflow: workflowStates,
  sensitivity: sensitivities,
  stance: stances,
  obligation_relation: obligationRelations,
  obligation_effect: obligationEffects,
  casualty_outcome: casualtyOutcomes,
  casualty_status: casualtyStatuses,
  casualty_side: casualtySides,
  observation_means: observationMeans,
  observation_direction: observationDirections,
  weapon: weapons,
  bearing: bearings,
  credibility: credibilities,
  evidence_kind: evidenceKinds,
  evidence_licence: evidenceLicences,
  severity: severities,
  flag: incidentFlags,
  protected_field: protectedFields,
} as const satisfies Record<string, readonly Code[]>;

export type CodeListName = keyof typeof dictionaryLists;

/** What is told of a column, a property or a field. */
export type FieldDoc = { readonly type: "text" | "date" | "time" | "instant" | "number" | "yes or no" | "code" | "codes" | "list" | "object"; readonly meaning: string; readonly list?: CodeListName };
