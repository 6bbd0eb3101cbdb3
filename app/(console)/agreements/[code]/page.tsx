import type { Metadata } from "next";
import { AgreementFacts } from "@/components/agreements/agreement-facts";
import { ClauseSection } from "@/components/agreements/clause-section";
import { DiscrepancyTable } from "@/components/agreements/discrepancy-table";
import { InstrumentGraph } from "@/components/agreements/graph/instrument-graph";
import { ExportLink } from "@/components/agreements/import/export-link";
import { ImportedNotice } from "@/components/agreements/import/imported-notice";
import { InstrumentLinks } from "@/components/agreements/instrument-links";
import { TextVersions } from "@/components/agreements/text-versions";
import { DemonstrationNotice } from "@/components/compliance/demonstration-notice";
import { SourceList } from "@/components/sources/source-list";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { loadAgreement } from "@/lib/agreements/loaders";

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ imported?: string | string[] }> };

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  return { title: decodeURIComponent((await params).code) };
}

export default async function AgreementPage({ params, searchParams }: Props) {
  const { agreement, graph } = await loadAgreement(decodeURIComponent((await params).code));
  const { clauses, textVersions, discrepancies, sources } = agreement;
  return (
    <>
      <PageHeader
        eyebrow={<TextLink href="/agreements">Agreements: {agreement.conflict}</TextLink>}
        title={agreement.title}
        lead={agreement.code}
        actions={
          <>
            <ExportLink code={agreement.code} />
            {clauses.length > 0 && <LinkButton href={`/board?agreement=${encodeURIComponent(agreement.code)}`}>Status board</LinkButton>}
          </>
        }
      />
      <ImportedNotice imported={(await searchParams).imported} />
      {agreement.isDemonstration && <DemonstrationNotice />}
      {clauses.length > 0 && (
        <nav aria-label="Points" className="mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm print:hidden">
          {clauses.map((clause) => (
            <a key={clause.number} href={`#clause-${clause.number}`} className="text-accent-ink underline decoration-accent-line underline-offset-2">
              {clause.number}. {clause.title}
            </a>
          ))}
        </nav>
      )}
      <div className="space-y-4">
        <AgreementFacts agreement={agreement} />
        <InstrumentLinks links={agreement.links}>{graph.links.length > 0 && <InstrumentGraph graph={graph} label={`Instruments linked with ${agreement.title}`} current={agreement.code} />}</InstrumentLinks>
        {textVersions.length > 0 && <TextVersions versions={textVersions} />}
        {clauses.map((clause) => (
          <ClauseSection key={clause.number} clause={clause} agreement={agreement} />
        ))}
        {discrepancies.length > 0 && (
          <section aria-labelledby="discrepancies">
            <h2 id="discrepancies" className="mb-2 text-base font-semibold">
              Where accounts differ ({discrepancies.length})
            </h2>
            <DiscrepancyTable discrepancies={discrepancies} />
          </section>
        )}
        <Card title={`Sources (${sources.length})`}>
          <SourceList sources={sources} />
        </Card>
      </div>
    </>
  );
}
