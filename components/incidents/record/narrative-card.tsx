import { Card } from "@/components/ui/card";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { ProtectionMark } from "./protection-mark";

/** What the sources report, in the analyst's words. */
export function NarrativeCard({ incident }: { incident: IncidentView }) {
  const { narrative } = incident;
  return (
    <Card title="Narrative" actions={<ProtectionMark incident={incident} field="narrative" />}>
      {narrative === "" ? (
        <p className="text-sm text-ink-soft">{incident.withheld.includes("narrative") ? "Withheld." : "No narrative is on record."}</p>
      ) : (
        <p className="max-w-prose text-sm leading-relaxed break-words whitespace-pre-line text-ink">{narrative}</p>
      )}
    </Card>
  );
}
