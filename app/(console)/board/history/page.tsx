import type { Metadata } from "next";
import { historyCsvHref, momentHref } from "@/components/compliance/board-address";
import { BoardTabs } from "@/components/compliance/board-tabs";
import { DateControl } from "@/components/compliance/date-control";
import { DemonstrationNotice } from "@/components/compliance/demonstration-notice";
import { KnownPhrase } from "@/components/compliance/known-phrase";
import { BoardHistory } from "@/components/compliance/pictures/board-history";
import { RulesControl } from "@/components/compliance/rules/rules-control";
import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { loadBoardHistory } from "@/lib/compliance/history/loaders";

export const metadata: Metadata = { title: "Board month by month" };

export default async function BoardHistoryPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { request, today, agreements, agreement, links, clocks, rules, history } = await loadBoardHistory(await searchParams);
  const moment = { asOf: request.asOf, knownOn: request.knownOn, rules: rules.named };
  const named = request.agreement === undefined ? undefined : agreement?.code;
  const { asOf, knownOn } = request;
  return (
    <>
      <PageHeader
        title="Board month by month"
        eyebrow={agreement && <TextLink href={`/agreements/${encodeURIComponent(agreement.code)}`}>{agreement.title}</TextLink>}
        lead={
          <p className="min-h-18 sm:min-h-12">
            Each duty on the last day of each month up to <DateText value={asOf} />, <KnownPhrase knownOn={knownOn} />. Only records at V3 or above count.
          </p>
        }
        actions={
          // A file, not a page: the router has nothing to draw for it.
          <LinkButton href={historyCsvHref(moment, agreement?.code)} prefetch={false} download>
            CSV
          </LinkButton>
        }
      />
      {agreement?.isDemonstration === true && <DemonstrationNotice />}
      <BoardTabs current="/board/history" moment={moment} agreement={named} />
      <DateControl action="/board/history" request={request} today={today} links={links} clocks={clocks} rules={rules.named} agreements={agreements} agreement={agreements.length > 1 ? agreement?.code : named} />
      <RulesControl action="/board/history" rules={rules} moment={{ asOf: request.asOf, knownOn: request.knownOn }} hrefOf={(other) => momentHref("/board/history", other, named)} agreement={named} />
      {history.months.length === 0 ? (
        <EmptyState title="No duty had begun by this day">The months are drawn from the day on which the first duty begins.</EmptyState>
      ) : (
        <Card title="Duties and months" lead="What began and ended within a month does not show here; the pages of the duties have every record.">
          <BoardHistory history={history} moment={moment} agreement={named} />
        </Card>
      )}
    </>
  );
}
