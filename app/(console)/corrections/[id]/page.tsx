import type { Metadata } from "next";
import { RequestDecisionForm, RequestWithdrawalForm } from "@/components/corrections/decision-forms";
import { RequestFacts } from "@/components/corrections/request-facts";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { loadCorrectionRequest } from "@/lib/corrections/loaders";

type RequestPageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: RequestPageProps): Promise<Metadata> {
  const { request } = await loadCorrectionRequest(Number((await params).id));
  return { title: request.reference };
}

export default async function CorrectionRequestPage({ params }: RequestPageProps) {
  const { request, today } = await loadCorrectionRequest(Number((await params).id));
  return (
    <>
      <PageHeader
        eyebrow={<TextLink href="/corrections">Corrections</TextLink>}
        title={request.reference}
        lead={
          <>
            On <TextLink href={`/incidents/${request.incident.id}`}>{request.incident.reference} {request.incident.title}</TextLink>
          </>
        }
      />
      <div className="grid gap-5">
        <Card title="Request">
          <RequestFacts request={request} today={today} />
        </Card>
        {request.mayDecide && (
          <Card title="Decide">
            <RequestDecisionForm id={request.id} />
          </Card>
        )}
        {request.isOwn && request.outcome === null && (
          <Card title="Take it back">
            <RequestWithdrawalForm id={request.id} />
          </Card>
        )}
      </div>
    </>
  );
}
