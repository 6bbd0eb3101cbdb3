import type { Metadata } from "next";
import { boardHref } from "@/components/compliance/board-address";
import { BoardClauses } from "@/components/compliance/board-clauses";
import { BoardLegend } from "@/components/compliance/board-legend";
import { BoardSummary } from "@/components/compliance/board-summary";
import { DateControl } from "@/components/compliance/date-control";
import { DemonstrationNotice } from "@/components/compliance/demonstration-notice";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { loadBoard } from "@/lib/compliance/loaders";

export const metadata: Metadata = { title: "Board" };

export default async function BoardPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { request, agreements, agreement, board, links } = await loadBoard(await searchParams);
  const named = request.agreement === undefined ? undefined : agreement?.code;
  return (
    <>
      <PageHeader
        title="Status board"
        eyebrow={agreement && <TextLink href={`/agreements/${encodeURIComponent(agreement.code)}`}>{agreement.title}</TextLink>}
        lead={
          <>
            How each duty stood on <DateText value={board.asOf} />, by what is published today. Only records at V3 or above count.
          </>
        }
      />
      {agreement?.isDemonstration === true && <DemonstrationNotice />}
      <DateControl action="/board" asOf={board.asOf} asOfText={request.asOfText} error={request.asOfError} links={links} hrefOf={(day) => boardHref(day, named)} agreements={agreements} agreement={agreements.length > 1 ? agreement?.code : named} />
      {board.items.length === 0 ? (
        <EmptyState title="No duties on the board yet">An agreement with its duties has to be loaded first.</EmptyState>
      ) : (
        <>
          <BoardSummary items={board.items} ruleVersion={board.ruleVersion} />
          <BoardLegend />
          <BoardClauses items={board.items} asOf={board.asOf} />
        </>
      )}
    </>
  );
}
