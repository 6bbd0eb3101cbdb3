import type { Metadata } from "next";
import { RecordRulesForm } from "@/components/compliance/rules/record-rules-form";
import { RuleComparisonView } from "@/components/compliance/rules/rule-comparison";
import { ThresholdForm } from "@/components/compliance/rules/threshold-form";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { loadNewRules } from "@/lib/compliance/rules/changes/loaders";

export const metadata: Metadata = { title: "New rules" };

export default async function NewRulesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { request, agreements, agreement, current, thresholds, preview } = await loadNewRules(await searchParams);
  const { settings } = thresholds;
  return (
    <>
      <PageHeader
        title="New rules"
        eyebrow={<TextLink href="/methods">Methods</TextLink>}
        lead={`Try other thresholds against those in force, ${current.version}, see what they would change, and then record them. Nothing changes before that.`}
      />
      <ThresholdForm thresholds={thresholds} request={request} agreements={agreements} agreement={agreement?.code} />
      {preview && settings ? (
        <div className="space-y-6">
          <RuleComparisonView comparison={preview} moment={{ asOf: request.asOf, knownOn: request.knownOn }} before={current.version} after={undefined} />
          <RecordRulesForm key={JSON.stringify(settings)} settings={settings} basedOn={current.version} />
        </div>
      ) : (
        <EmptyState title="Nothing is tried yet">{settings ? "Change a threshold and look at what it does before you record it." : "A threshold is out of its bounds; what is wrong is said beside its field."}</EmptyState>
      )}
    </>
  );
}
