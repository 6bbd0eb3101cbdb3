import { type ComplianceState, complianceStates } from "@/lib/codelists/compliance-state";
import { StateBadge } from "./state-badge";

/** The states that a picture shows, in the order of the code list and never by how often they were met. */
export function StateLegend({ label, states, className = "" }: { label: string; states: ReadonlySet<ComplianceState>; className?: string }) {
  return (
    <ul aria-label={label} className={`flex flex-wrap gap-2 ${className}`}>
      {complianceStates
        .filter(({ code }) => states.has(code))
        .map(({ code }) => (
          <li key={code}>
            <StateBadge state={code} />
          </li>
        ))}
    </ul>
  );
}
