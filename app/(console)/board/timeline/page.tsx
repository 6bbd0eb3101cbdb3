import type { Metadata } from "next";
import { momentHref } from "@/components/compliance/board-address";
import { BoardTabs } from "@/components/compliance/board-tabs";
import { DateControl } from "@/components/compliance/date-control";
import { DemonstrationNotice } from "@/components/compliance/demonstration-notice";
import { KnownPhrase } from "@/components/compliance/known-phrase";
import { AgreementTimeline } from "@/components/compliance/pictures/agreement-timeline";
import { RulesControl } from "@/components/compliance/rules/rules-control";
import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { loadAgreementTimeline } from "@/lib/compliance/timeline/loaders";

export const metadata: Metadata = { title: "Timeline" };

export default async function TimelinePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { request, today, agreements, agreement, links, clocks, rules, timeline } = await loadAgreementTimeline(await searchParams);
  const moment = { asOf: request.asOf, knownOn: request.knownOn, rules: rules.named };
  const named = request.agreement === undefined ? undefined : agreement?.code;
  return (
    <>
      <PageHeader
        title="Timeline"
        eyebrow={agreement && <TextLink href={`/agreements/${encodeURIComponent(agreement.code)}`}>{agreement.title}</TextLink>}
        lead={
          <p className="min-h-18 sm:min-h-12">
            Dates, amendments, ends and counted records of each duty as they stood on <DateText value={request.asOf} />, <KnownPhrase knownOn={request.knownOn} />.
          </p>
        }
      />
      {agreement?.isDemonstration === true && <DemonstrationNotice />}
      <BoardTabs current="/board/timeline" moment={moment} agreement={named} />
      <DateControl action="/board/timeline" request={request} today={today} links={links} clocks={clocks} rules={rules.named} agreements={agreements} agreement={agreements.length > 1 ? agreement?.code : named} />
      <RulesControl action="/board/timeline" rules={rules} moment={{ asOf: request.asOf, knownOn: request.knownOn }} hrefOf={(other) => momentHref("/board/timeline", other, named)} agreement={named} />
      <Card title="All duties" lead="A mark says when, not how grave.">
        <AgreementTimeline timeline={timeline} moment={moment} />
      </Card>
    </>
  );
}
