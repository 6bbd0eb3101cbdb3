import type { Metadata } from "next";
import { ExportTable } from "@/components/exports/export-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { loadExports } from "@/lib/exports/loaders";

export const metadata: Metadata = { title: "Exports" };

type Search = { cursor?: string | string[] };

export default async function ExportsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { cursor } = await searchParams;
  const { items, nextCursor, isEverybodys } = await loadExports({ cursor: [cursor].flat().at(-1) });
  return (
    <>
      <PageHeader
        title="Exports"
        lead={`Files that ${isEverybodys ? "anybody" : "you"} took out, each with the filters, the moment that it shows and the digest of its bytes. Whoever has a file can be told by its digest whether it is whole.`}
        actions={
          <>
            <LinkButton href="/exports/new" variant="primary">
              New export
            </LinkButton>
            <LinkButton href="/exports/dictionary">Data dictionary</LinkButton>
          </>
        }
      />
      {items.length > 0 ? (
        <ExportTable items={items} isEverybodys={isEverybodys} />
      ) : (
        <EmptyState title="No files" action={<LinkButton href="/incidents">Choose what to export in the list</LinkButton>}>
          {cursor === undefined ? "Nothing was taken out yet." : "There is nothing further back."}
        </EmptyState>
      )}
      <Pagination label="Pages of the log" nextHref={nextCursor === null ? undefined : `/exports?cursor=${nextCursor}`} previousHref={cursor === undefined ? undefined : "/exports"} previousLabel="Latest files" />
    </>
  );
}
