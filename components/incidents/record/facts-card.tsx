import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { incidentTypeLabel } from "@/lib/codelists/incident-type";
import { protectedFieldCodes, protectedFieldLabel } from "@/lib/codelists/protected-field";
import { sensitivityLabel } from "@/lib/codelists/sensitivity";
import { severityLabel } from "@/lib/codelists/severity";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { OccurredText } from "../occurred-text";

/** Fields with a mark of their own; nothing where there is none. */
function furtherMarks({ protectedFields }: IncidentView): string | null {
  const marks = protectedFieldCodes.flatMap((field) => (protectedFields[field] === undefined ? [] : [`${protectedFieldLabel(field)} (${sensitivityLabel(protectedFields[field]).toLowerCase()})`]));
  return marks.length === 0 ? null : marks.join(", ");
}

type Staff = { author: string | null; lastEditor: string | null; claimedBy: string | null };

/** What, when, and who keeps the record. */
export function FactsCard({ incident, staff }: { incident: IncidentView; staff: Staff }) {
  return (
    <Card title="Record">
      <DefinitionList
        items={[
          { term: "Type", description: `${incident.type} ${incidentTypeLabel(incident.type)}` },
          { term: "When", description: <OccurredText occurred={incident.occurred} isZoneShown /> },
          { term: "Severity", description: incident.severity === null ? "Not set" : severityLabel(incident.severity) },
          { term: "Sensitivity", description: sensitivityLabel(incident.sensitivity) },
          { term: "Protected further", description: furtherMarks(incident) },
          { term: "Logged by", description: staff.author },
          { term: "Last edited by", description: staff.lastEditor === staff.author ? null : staff.lastEditor },
          { term: "In review by", description: incident.workflow === "IN_REVIEW" ? staff.claimedBy : null },
          { term: "External id", description: incident.externalId },
        ]}
      />
    </Card>
  );
}
