import type { Metadata } from "next";
import { boardHref, obligationHref } from "@/components/compliance/board-address";
import { DecisionCard } from "@/components/compliance/decisions/decision-card";
import { DecisionHistory } from "@/components/compliance/decisions/decision-history";
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
import { ObligationPictures } from "@/components/compliance/pictures/obligation-pictures";
import { RulesControl } from "@/components/compliance/rules/rules-control";
import { ReportLink } from "@/components/reports/report-link";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { loadObligation } from "@/lib/compliance/loaders";
import { addDays } from "@/lib/kernel/calendar-date";
import { loadMayMakeReports } from "@/lib/reports/loaders";

type PageProps = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: decodeURIComponent((await params).code) };
}

export default async function ObligationPage({ params, searchParams }: PageProps) {
  const code = decodeURIComponent((await params).code);
  const { request, today, obligation, links, clocks, rules, desk } = await loadObligation(code, await searchParams);
  const { asOf, knownOn } = request;
  const moment = { asOf, knownOn, rules: rules.named };
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
        actions={
          <>
            <ReportLink label="Make a brief" about={{ obligation: obligation.code, from: addDays(asOf, -30), to: asOf }} mayMake={await loadMayMakeReports()} />
            <LinkButton href={`${boardHref(moment)}#${obligation.code}`}>Board of this day</LinkButton>
          </>
        }
      />
      {obligation.agreement.isDemonstration && <DemonstrationNotice />}
      <DateControl action={`/obligations/${encodeURIComponent(code)}`} request={request} today={today} links={links} clocks={clocks} rules={rules.named} changes={{ agreement: obligation.agreement.code, anchor: code }} />
      <RulesControl action={`/obligations/${encodeURIComponent(code)}`} rules={rules} moment={{ asOf, knownOn }} hrefOf={(day) => obligationHref(code, day)} />
      <div className="space-y-4">
        <ObligationState obligation={obligation} knownOn={knownOn} />
        <ObligationSensitivity obligation={obligation} />
        <ObligationDissent obligation={obligation} />
        <DecisionCard obligation={obligation} desk={desk} />
        <ObligationStrip obligation={obligation} hrefOf={(day) => obligationHref(code, { ...moment, asOf: day })} />
        <ObligationPictures obligation={obligation} />
        <ObligationDates obligation={obligation} />
        <ObligationRecords inputs={obligation.inputs} inputsLeftOut={obligation.inputsLeftOut} code={obligation.code} />
        <ObligationText obligation={obligation} moment={moment} />
        <ObligationAccounts obligation={obligation} />
        <DecisionHistory decisions={obligation.statusDecisions} deciders={desk.deciders} />
        <ObligationHistory history={obligation.history} />
      </div>
    </>
  );
}
