import { Card } from "@/components/ui/card";
import { obligationKindLabel } from "@/lib/codelists/obligation-kind";
import { ruleGroups, rulesUnder } from "@/lib/compliance/domain/rules";
import type { Settings } from "@/lib/compliance/domain/settings";

/** Every rule of the engine, by group; a reason on the board links to its line here. */
export function MethodsRules({ settings }: { settings: Settings }) {
  return (
    <div className="space-y-4">
      {ruleGroups.map((group) => (
        <Card key={group.code} title={group.title} lead={group.lead}>
          {group.kinds.length > 0 && <p className="mb-3 text-sm text-ink-soft">Used for: {group.kinds.map(obligationKindLabel).join(", ")}.</p>}
          <dl className="divide-y divide-line text-sm">
            {rulesUnder(settings)
              .filter((rule) => rule.group === group.code)
              .map((rule) => (
                <div key={rule.code} id={rule.code} className="flex scroll-mt-24 gap-4 py-2 target:bg-accent-soft">
                  <dt className="w-10 shrink-0 font-mono text-xs leading-5">{rule.code}</dt>
                  <dd className="min-w-0 max-w-prose">{rule.words}</dd>
                </div>
              ))}
          </dl>
        </Card>
      ))}
    </div>
  );
}
