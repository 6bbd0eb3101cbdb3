import type { Metadata } from "next";
import { DemonstrationNotice } from "@/components/compliance/demonstration-notice";
import { KnownPhrase } from "@/components/compliance/known-phrase";
import { RuleChangesForm } from "@/components/compliance/rules/rule-changes-form";
import { RuleComparisonView } from "@/components/compliance/rules/rule-comparison";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { loadRuleChanges } from "@/lib/compliance/rules/changes/loaders";

export const metadata: Metadata = { title: "What changed with the rules" };

export default async function RuleChangesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { request, versions, agreements, agreement, comparison } = await loadRuleChanges(await searchParams);
  const { fixed } = request;
  return (
    <>
      <PageHeader
        title="What changed with the rules"
        eyebrow={<TextLink href="/methods">Methods</TextLink>}
        lead={
          <>
            The same records judged by two versions of the rules, <KnownPhrase knownOn={fixed.knownOn} />. What differs here differs because the rules do, and for no other reason.
          </>
        }
      />
      {agreement?.isDemonstration === true && <DemonstrationNotice />}
      <RuleChangesForm request={request} versions={versions} agreements={agreements} agreement={agreement?.code} />
      {comparison && request.versions ? (
        <RuleComparisonView comparison={comparison} moment={{ asOf: fixed.asOf, knownOn: fixed.knownOn }} before={request.versions.from} after={request.versions.to} />
      ) : (
        <EmptyState title="Nothing is compared yet">{versions.length < 2 ? "There is one version of the rules so far. An administrator records another one on the methods page." : "Two different versions are needed. What is wrong is said beside its field."}</EmptyState>
      )}
    </>
  );
}
