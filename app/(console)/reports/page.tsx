import type { Metadata } from "next";
import { ReportList } from "@/components/reports/report-list";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { loadReports } from "@/lib/reports/loaders";

export const metadata: Metadata = { title: "Reports" };

type ReportsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ReportsPage({ searchParams }: ReportsPageProps) {
  const { items, nextCursor, mayMake } = await loadReports(await searchParams);
  return (
    <>
      <PageHeader
        title="Reports"
        lead="Frozen snapshots with both clocks on the front, as pages, PDF and package. Each has a digest by which anybody can verify it years later."
        actions={
          <>
            {mayMake && (
              <LinkButton href="/reports/new" variant="primary">
                Make a report
              </LinkButton>
            )}
            <LinkButton href="/verify">Verify a report</LinkButton>
          </>
        }
      />
      {items.length === 0 ? (
        <EmptyState title="No report was made yet" action={mayMake && <LinkButton href="/reports/new">Make the first one</LinkButton>}>
          A report shows how the duties stood on a day and what was recorded, by what was known then.
        </EmptyState>
      ) : (
        <ReportList items={items} />
      )}
      <Pagination nextHref={nextCursor === null ? undefined : `/reports?cursor=${nextCursor}`} nextLabel="Older reports" />
    </>
  );
}
