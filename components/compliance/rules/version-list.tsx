import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import type { RuleSetView } from "@/lib/compliance/rules/domain";
import { settingsInWords } from "./threshold-words";

/** Every version of the rules: since when, by which thresholds, and why. */
export function VersionList({ versions, shown }: { versions: readonly RuleSetView[]; shown: string }) {
  return (
    <Card title="Versions" lead="A version is never changed or removed; the one recorded last is in force and judges every day.">
      <ol className="divide-y divide-line text-sm">
        {versions.map((known, index) => {
          const earlier = versions[index + 1];
          return (
            <li key={known.version} className="grid gap-x-4 gap-y-1 py-2.5 first:pt-0 last:pb-0 sm:grid-cols-[8rem_minmax(0,1fr)]">
              <p className="flex flex-wrap content-start items-center gap-2 sm:flex-col sm:items-start">
                {known.version === shown ? <span className="font-semibold">{known.version}</span> : <TextLink href={`/methods?rules=${known.version}`}>{known.version}</TextLink>}
                {known.isCurrent && <Badge tone="calm">In force</Badge>}
                {known.version === shown && !known.isCurrent && <Badge>Shown</Badge>}
              </p>
              <div className="min-w-0">
                <p className="break-words">{known.reason}</p>
                <p className="mt-0.5 text-ink-soft">
                  Since <DateText value={known.recordedAt} />: {settingsInWords(known.settings)}.{" "}
                  {earlier && <TextLink href={`/methods/changes?from=${earlier.version}&to=${known.version}`}>What it changed</TextLink>}
                </p>
              </div>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
