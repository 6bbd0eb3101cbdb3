import { complianceStates, type ComplianceState } from "@/lib/codelists/compliance-state";
import { StateBadge } from "./state-badge";

type Counted = { readonly state: ComplianceState; readonly claimsWaiting: number };

/** How many duties stand in each state, in the order of the list; states nobody is in are left out. */
export function BoardSummary({ items, ruleVersion }: { items: readonly Counted[]; ruleVersion: string }) {
  const waiting = items.reduce((sum, item) => sum + item.claimsWaiting, 0);
  const counts = complianceStates.map(({ code }) => ({ code, count: items.filter((item) => item.state === code).length })).filter(({ count }) => count > 0);
  return (
    <section aria-label="Summary" className="mb-6 flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
      <p className="font-semibold">{items.length} duties</p>
      <ul className="flex flex-wrap gap-x-4 gap-y-2">
        {counts.map(({ code, count }) => (
          <li key={code} className="flex items-center gap-1.5">
            <span className="font-semibold tabular-nums">{count}</span> <StateBadge state={code} />
          </li>
        ))}
      </ul>
      <p className="text-ink-soft">
        {waiting} claims waiting · rules {ruleVersion}
      </p>
    </section>
  );
}
