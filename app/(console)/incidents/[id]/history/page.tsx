import type { Metadata } from "next";
import { CompareForm } from "@/components/incidents/history/compare-form";
import { VersionCard } from "@/components/incidents/history/version-card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { type HistorySearch, loadIncidentHistory } from "@/lib/incidents/history/loaders";

type HistoryPageProps = { params: Promise<{ id: string }>; searchParams: Promise<HistorySearch> };

export async function generateMetadata({ params }: Pick<HistoryPageProps, "params">): Promise<Metadata> {
  const { incident } = await loadIncidentHistory(Number((await params).id), {});
  return { title: `History of ${incident.reference}` };
}

export default async function IncidentHistoryPage({ params, searchParams }: HistoryPageProps) {
  const { incident, versions, comparison, names } = await loadIncidentHistory(Number((await params).id), await searchParams);
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            <TextLink href="/incidents">Incidents</TextLink> · <TextLink href={`/incidents/${incident.id}`}>{incident.reference}</TextLink>
          </>
        }
        title={`History of ${incident.reference}`}
        lead={incident.title}
      />
      {versions.length === 0 ? (
        <EmptyState title="No version is open to you">What this record held before is not open to your role.</EmptyState>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          {versions.length > 1 && <CompareForm incidentId={incident.id} versions={versions.map(({ version }) => version)} comparison={comparison} names={names} />}
          {versions.toReversed().map((line) => (
            <VersionCard key={line.version} incidentId={incident.id} line={line} names={names} />
          ))}
        </div>
      )}
    </>
  );
}
