import type { Metadata } from "next";
import { DemonstrationNotice } from "@/components/compliance/demonstration-notice";
import { sourcesHref } from "@/components/sources/source-address";
import { SourceExplanation } from "@/components/sources/source-explanation";
import { SourceFilterForm } from "@/components/sources/source-filter-form";
import { SourceTable } from "@/components/sources/source-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { loadSources } from "@/lib/sources/loaders";
import { loadMayKeepSources } from "@/lib/sources/registry/loaders";

export const metadata: Metadata = { title: "Sources" };

export default async function SourcesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [{ filter, result, counts }, mayKeep] = await Promise.all([loadSources(await searchParams), loadMayKeepSources()]);
  const { items, count, page, pages } = result;
  return (
    <>
      <PageHeader title="Sources" lead="Where each statement was read. Facts about the source, not a grade of its owner." actions={mayKeep && <LinkButton href="/sources/new" variant="primary">Register a source</LinkButton>} />
      <DemonstrationNotice />
      <SourceExplanation />
      <SourceFilterForm filter={filter} counts={counts} />
      {counts.total === 0 ? (
        <EmptyState title="No sources yet">The reference data has not been loaded.</EmptyState>
      ) : items.length === 0 ? (
        <EmptyState title="No source fits" action={<LinkButton href="/sources">Show all {counts.total}</LinkButton>}>
          Nothing among {counts.total} sources fits these words and choices.
        </EmptyState>
      ) : (
        <>
          <p className="mb-2 text-sm text-ink-soft" role="status">
            {count === counts.total ? `${count} sources` : `${count} of ${counts.total} sources`}
          </p>
          <SourceTable items={items} />
          <Pagination
            label="Pages of sources"
            previousHref={page > 1 ? sourcesHref(filter, page - 1) : undefined}
            nextHref={page < pages ? sourcesHref(filter, page + 1) : undefined}
          >
            Page {page} of {pages}
          </Pagination>
        </>
      )}
    </>
  );
}
