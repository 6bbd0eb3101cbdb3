import type { Metadata } from "next";
import { AgreementList } from "@/components/agreements/agreement-list";
import { DiscrepancyTable } from "@/components/agreements/discrepancy-table";
import { InstrumentGraph } from "@/components/agreements/graph/instrument-graph";
import { DemonstrationNotice } from "@/components/compliance/demonstration-notice";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { loadAgreements } from "@/lib/agreements/loaders";

export const metadata: Metadata = { title: "Agreements" };

export default async function AgreementsPage() {
  const { groups, total, looseDiscrepancies, graph, mayImport } = await loadAgreements();
  return (
    <>
      <PageHeader
        title="Agreements"
        lead={`${total} instruments by conflict. Those with duties are read clause by clause; the others stand around them. The status is that of the sources and no decision of ours.`}
        actions={
          <>
            {total > 0 && (
              <>
                <LinkButton href="#graph">How they are linked</LinkButton>
                <LinkButton href="/agreements/compare">Compare the truces</LinkButton>
              </>
            )}
            {mayImport && <LinkButton href="/agreements/import">Import a file</LinkButton>}
          </>
        }
      />
      <DemonstrationNotice />
      {total === 0 && (
        <EmptyState title="No agreements yet" action={mayImport && <LinkButton href="/agreements/import">Import a file</LinkButton>}>
          The reference data has not been loaded, and nobody has imported a file.
        </EmptyState>
      )}
      {groups.map(({ conflict, agreements }) => (
        <section key={conflict} className="mb-8" aria-labelledby={`conflict-${conflict.replaceAll(/\W+/g, "-")}`}>
          <h2 id={`conflict-${conflict.replaceAll(/\W+/g, "-")}`} className="mb-2 text-lg font-semibold">
            {conflict}
          </h2>
          <AgreementList conflict={conflict} agreements={agreements} />
        </section>
      ))}
      {total > 0 && (
        <Card id="graph" title="How they are linked" lead="By date, a lane for each conflict." className="mb-8 scroll-mt-20">
          <InstrumentGraph graph={graph} label="Agreements by date and conflict, with their links" />
        </Card>
      )}
      {looseDiscrepancies.length > 0 && (
        <section aria-labelledby="loose-discrepancies">
          <h2 id="loose-discrepancies" className="mb-1 text-lg font-semibold">
            Differences that touch none of these
          </h2>
          <p className="mb-2 max-w-prose text-sm text-ink-soft">The article that the data began from and public records differ here, on matters outside the agreements above. The other differences stand on the agreements&apos; own pages.</p>
          <DiscrepancyTable discrepancies={looseDiscrepancies} />
        </section>
      )}
    </>
  );
}
