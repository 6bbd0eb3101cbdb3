import type { Metadata } from "next";
import { AuditFilterForm } from "@/components/audit/audit-filter-form";
import { AuditTable } from "@/components/audit/audit-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { type AuditSearch, loadAudit } from "@/lib/audit/loaders";
import { lineOf } from "@/lib/kernel/refusal";

export const metadata: Metadata = { title: "Audit" };

const withCursor = (search: Record<string, string>, cursor: string | null): string => {
  const { cursor: _left, ...filters } = search;
  const query = new URLSearchParams(cursor === null ? filters : { ...filters, cursor });
  return query.size === 0 ? "/audit" : `/audit?${query}`;
};

export default async function AuditPage({ searchParams }: { searchParams: Promise<AuditSearch> }) {
  const { search, errors, page } = await loadAudit(await searchParams);
  const otherErrors = errors.filter(({ path }) => !["subject", "subjectId", "event"].includes(path));
  return (
    <>
      <PageHeader
        title="Audit"
        lead="Who did what and when. An entry is written in the same transaction as the change it tells of; the database refuses to alter or remove one."
        actions={
          <>
            {search["cursor"] !== undefined && <LinkButton href={withCursor(search, null)}>Newest entries</LinkButton>}
            <LinkButton href="/exports">Exports</LinkButton>
            <LinkButton href="/audit/verify">Verify the chain</LinkButton>
          </>
        }
      />
      <AuditFilterForm search={search} errors={errors} />
      {otherErrors.length > 0 && (
        <Notice title="This address can't be read" tone="notice">
          {otherErrors.map(({ path, message }) => (
            <p key={`${path}${message}`}>{lineOf({ path, message })}</p>
          ))}
        </Notice>
      )}
      {page.items.length > 0 && <AuditTable items={page.items} />}
      {page.items.length === 0 && errors.length === 0 && <EmptyState title="No entries">Nothing was recorded that fits these filters.</EmptyState>}
      <Pagination label="Pages of the audit" nextHref={page.nextCursor === null ? undefined : withCursor(search, page.nextCursor)} />
    </>
  );
}
