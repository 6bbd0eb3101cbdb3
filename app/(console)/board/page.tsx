import type { Metadata } from "next";
import { boardHref, changesHref } from "@/components/compliance/board-address";
import { BoardClauses } from "@/components/compliance/board-clauses";
import { BoardLegend } from "@/components/compliance/board-legend";
import { BoardSummary } from "@/components/compliance/board-summary";
import { BoardTabs } from "@/components/compliance/board-tabs";
import { DateControl } from "@/components/compliance/date-control";
import { DemonstrationNotice } from "@/components/compliance/demonstration-notice";
import { KnownPhrase } from "@/components/compliance/known-phrase";
import { RulesControl } from "@/components/compliance/rules/rules-control";
import { ReportLink } from "@/components/reports/report-link";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { loadBoard } from "@/lib/compliance/loaders";
import { addDays } from "@/lib/kernel/calendar-date";
import { loadMayMakeReports } from "@/lib/reports/loaders";

export const metadata: Metadata = { title: "Board" };

export default async function BoardPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { request, today, agreements, agreement, board, links, clocks, rules } = await loadBoard(await searchParams);
  const named = request.agreement === undefined ? undefined : agreement?.code;
  const { asOf, knownOn } = request;
  return (
    <>
      <PageHeader
        title="Status board"
        eyebrow={agreement && <TextLink href={`/agreements/${encodeURIComponent(agreement.code)}`}>{agreement.title}</TextLink>}
        lead={
          // Room for the longest days, so that the sliders below stay where they are while the sentence changes.
          <p className="min-h-18 sm:min-h-12">
            How each duty stood on <DateText value={asOf} />, <KnownPhrase knownOn={knownOn} />. Only records at V3 or above count.
          </p>
        }
        actions={
          <>
            <ReportLink label="Make a report" about={{ kind: "COMPLIANCE", from: addDays(asOf, -30), to: asOf }} mayMake={await loadMayMakeReports()} />
            <LinkButton href={changesHref({ clock: "world", from: addDays(asOf, -30), to: asOf, knownOn, agreement: named })}>Changes in the 30 days before</LinkButton>
          </>
        }
      />
      {agreement?.isDemonstration === true && <DemonstrationNotice />}
      <BoardTabs current="/board" moment={{ asOf, knownOn, rules: rules.named }} agreement={named} />
      <DateControl action="/board" request={request} today={today} links={links} clocks={clocks} rules={rules.named} agreements={agreements} agreement={agreements.length > 1 ? agreement?.code : named} />
      <RulesControl action="/board" rules={rules} moment={{ asOf, knownOn }} hrefOf={(moment) => boardHref(moment, named)} agreement={named} />
      {board.items.length === 0 ? (
        <EmptyState title="No duties on the board yet">An agreement with its duties has to be loaded first.</EmptyState>
      ) : (
        <>
          <BoardSummary items={board.items} ruleVersion={board.ruleVersion} />
          <BoardLegend />
          <BoardClauses items={board.items} moment={{ asOf, knownOn, rules: rules.named }} />
        </>
      )}
    </>
  );
}
