import type { Metadata } from "next";
import { CommentsCard } from "@/components/comments/comments-card";
import { RequestsCard } from "@/components/corrections/requests-card";
import { DuplicatesCard } from "@/components/duplicates/duplicates-card";
import { DraftSweep } from "@/components/incidents/form/draft-sweep";
import { CasualtyTable } from "@/components/incidents/record/casualty-table";
import { ClaimLedger } from "@/components/incidents/record/claim-ledger";
import { FactsCard } from "@/components/incidents/record/facts-card";
import { HistoryList } from "@/components/incidents/record/history-list";
import { NarrativeCard } from "@/components/incidents/record/narrative-card";
import { ObligationLinks } from "@/components/incidents/record/obligation-links";
import { ObservationTable } from "@/components/incidents/record/observation-table";
import { RecordHeadline } from "@/components/incidents/record/record-headline";
import { RecordNotices } from "@/components/incidents/record/record-notices";
import { reviewStanding } from "@/components/incidents/record/review-standing";
import { RestrictionNotice } from "@/components/incidents/record/restriction-notice";
import { SavedNotice } from "@/components/incidents/record/saved-notice";
import { SourceList } from "@/components/incidents/record/source-list";
import { WhereCard } from "@/components/incidents/record/where-card";
import { ReportLink } from "@/components/reports/report-link";
import { CommandPanel } from "@/components/reviews/command-panel";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/auth/session";
import { loadComments } from "@/lib/comments/loaders";
import { loadRequestsOn } from "@/lib/corrections/loaders";
import { loadDuplicates } from "@/lib/duplicates/loaders";
import { loadIncident } from "@/lib/incidents/loaders";
import { loadLocatorMap } from "@/lib/map/loaders";
import { loadMayMakeReports } from "@/lib/reports/loaders";
import { RecordEvidence } from "./_parts/record-evidence";

type IncidentPageProps = { params: Promise<{ id: string }>; searchParams: Promise<{ saved?: string | string[] }> };

export async function generateMetadata({ params }: Pick<IncidentPageProps, "params">): Promise<Metadata> {
  const { incident } = await loadIncident(Number((await params).id));
  return { title: `${incident.reference} ${incident.title}` };
}

export default async function IncidentPage({ params, searchParams }: IncidentPageProps) {
  const id = Number((await params).id);
  const [page, comments, duplicates, requests, actor, mayMakeReports, { saved }] = await Promise.all([
    loadIncident(id), loadComments(id), loadDuplicates(id), loadRequestsOn(id), requireActor(), loadMayMakeReports(), searchParams,
  ]);
  const { incident, names, allowed } = page;
  const standing = reviewStanding({ ...page, workflow: incident.workflow });
  const obligations = incident.obligations.map((link) => ({ ...link, title: names.obligations.get(link.code) ?? "" }));
  return (
    <>
      <DraftSweep userId={actor.userId} />
      <PageHeader
        eyebrow={
          <>
            <TextLink href="/incidents">Incidents</TextLink> · {incident.reference}
          </>
        }
        title={incident.title}
        actions={
          <>
            <ReportLink label="Make a brief" about={{ incident: String(incident.id) }} mayMake={mayMakeReports && incident.workflow === "PUBLISHED"} />
            {page.mayEdit && <LinkButton href={`/incidents/${incident.id}/edit`}>Edit</LinkButton>}
          </>
        }
      />
      <RestrictionNotice restriction={page.restriction} />
      <SavedNotice saved={saved} workflow={incident.workflow} />
      <RecordNotices incident={incident} confidence={page.confidence} note={page.note} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-5">
          <RecordHeadline incident={incident} sentence={page.sentence} />
          {(allowed.length > 0 || standing.length > 0) && (
            <Card title="Review" id="review">
              <CommandPanel target={incident} standing={standing} allowed={allowed} ceiling={page.ceiling} isSecondApproval={page.approvals.given > 0} obligations={obligations} />
            </Card>
          )}
          <ClaimLedger incident={incident} names={names} />
          <CasualtyTable incident={incident} names={names} />
          <ObservationTable incident={incident} />
          <NarrativeCard incident={incident} />
          <RecordEvidence id={incident.id} />
          <SourceList incident={incident} names={names} />
          <CommentsCard incident={incident} {...comments} />
          <DuplicatesCard record={incident} duplicates={duplicates} />
          <RequestsCard incident={incident} {...requests} isPublic={page.wasPublished} />
        </div>
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-5">
          <ObligationLinks incident={incident} names={names} />
          <FactsCard incident={incident} staff={page} />
          <WhereCard incident={incident} names={names} map={loadLocatorMap()} />
          <HistoryList history={page.history} incidentId={incident.id} />
        </div>
      </div>
    </>
  );
}
