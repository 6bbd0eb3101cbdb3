import type { Metadata } from "next";
import { boardHref, obligationHref } from "@/components/compliance/board-address";
import { DateControl } from "@/components/compliance/date-control";
import { DemonstrationNotice } from "@/components/compliance/demonstration-notice";
import { ObligationAccounts } from "@/components/compliance/obligation-accounts";
import { ObligationDates } from "@/components/compliance/obligation-dates";
import { ObligationDissent } from "@/components/compliance/obligation-dissent";
import { ObligationHistory } from "@/components/compliance/obligation-history";
import { ObligationRecords } from "@/components/compliance/obligation-records";
import { ObligationSensitivity } from "@/components/compliance/obligation-sensitivity";
import { ObligationState } from "@/components/compliance/obligation-state";
import { ObligationStrip } from "@/components/compliance/obligation-strip";
import { ObligationText } from "@/components/compliance/obligation-text";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { loadObligation } from "@/lib/compliance/loaders";

type PageProps = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: decodeURIComponent((await params).code) };
}

export default async function ObligationPage({ params, searchParams }: PageProps) {
  const code = decodeURIComponent((await params).code);
  const { request, obligation, links } = await loadObligation(code, await searchParams);
  return (
    <>
      <PageHeader
        title={obligation.title}
        eyebrow={
          <>
            <TextLink href={`/agreements/${encodeURIComponent(obligation.agreement.code)}`}>{obligation.agreement.title}</TextLink> · Point {obligation.clause.number}, {obligation.clause.title} ·{" "}
            <span className="font-mono">{obligation.code}</span>
          </>
        }
        lead={obligation.description}
        actions={<LinkButton href={`${boardHref(request)}#${obligation.code}`}>Board of this day</LinkButton>}
      />
      {obligation.agreement.isDemonstration && <DemonstrationNotice />}
      <DateControl action={`/obligations/${encodeURIComponent(code)}`} request={request} links={links} hrefOf={(moment) => obligationHref(code, moment)} />
      <div className="space-y-4">
        <ObligationState obligation={obligation} knownOn={request.knownOn} />
        <ObligationSensitivity obligation={obligation} />
        <ObligationDissent obligation={obligation} />
        <ObligationStrip obligation={obligation} hrefOf={(asOf) => obligationHref(code, { asOf, knownOn: request.knownOn })} />
        <ObligationDates obligation={obligation} />
        <ObligationRecords inputs={obligation.inputs} />
        <ObligationText obligation={obligation} moment={request} />
        <ObligationAccounts obligation={obligation} />
        <ObligationHistory history={obligation.history} />
      </div>
    </>
  );
}
