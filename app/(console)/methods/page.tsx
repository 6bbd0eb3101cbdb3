import type { Metadata } from "next";
import { MethodsKinds } from "@/components/compliance/methods-kinds";
import { MethodsRules } from "@/components/compliance/methods-rules";
import { VersionList } from "@/components/compliance/rules/version-list";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { loadMethods } from "@/lib/compliance/rules/loaders";

export const metadata: Metadata = { title: "Methods" };

export default async function MethodsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { rules, current, error, versions, mayRecord } = await loadMethods(await searchParams);
  const { version, settings } = rules;
  return (
    <>
      <PageHeader
        title="Methods"
        lead={`How a duty gets its state: the rules that the program applies, version ${version}${version === current ? "" : `, which is not in force (${current} is)`}. This page is built from the same tables as the board.`}
        actions={
          <>
            {versions.length > 1 && <LinkButton href="/methods/changes">What changed with the rules</LinkButton>}
            {mayRecord && <LinkButton href="/methods/new">New version</LinkButton>}
          </>
        }
      />
      {error !== undefined && (
        <Notice tone="notice" className="mb-4" title="These rules do not exist">
          {error}
        </Notice>
      )}
      <div className="mb-4">
        <VersionList versions={versions} shown={version} />
      </div>
      <MethodsRules settings={settings} />
      <MethodsKinds />
    </>
  );
}
