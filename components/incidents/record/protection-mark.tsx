import { Badge } from "@/components/ui/badge";
import type { ProtectedField } from "@/lib/codelists/protected-field";
import { isProtected, sensitivityLabel } from "@/lib/codelists/sensitivity";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { markOf } from "@/lib/incidents/domain/marks";

type ProtectionMarkProps = { incident: Pick<IncidentView, "sensitivity" | "protectedFields" | "withheld">; field: ProtectedField };

/** The mark of one field beside it, where it bears any: for those who read it to know that others don't, and for those others to know why. */
export function ProtectionMark({ incident, field }: ProtectionMarkProps) {
  const mark = markOf(incident, field);
  if (mark === "S0_PUBLIC") return null;
  const isWithheld = incident.withheld.includes(field);
  return <Badge tone={isProtected(mark) ? "strong" : "neutral"}>{isWithheld ? `Withheld: ${sensitivityLabel(mark).toLowerCase()}` : sensitivityLabel(mark)}</Badge>;
}
