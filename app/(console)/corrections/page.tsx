import type { Metadata } from "next";
import { RequestFacts } from "@/components/corrections/request-facts";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TextLink } from "@/components/ui/text-link";
import { loadCorrectionRequests } from "@/lib/corrections/loaders";

export const metadata: Metadata = { title: "Corrections" };

const states = [
  { state: "open", label: "Open" },
  { state: "decided", label: "Decided" },
  { state: "all", label: "All" },
] as const;

type CorrectionsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CorrectionsPage({ searchParams }: CorrectionsPageProps) {
  const { items, nextCursor, state, today } = await loadCorrectionRequests(await searchParams);
  return (
    <>
      <PageHeader title="Corrections" lead="Requests to correct a public record, and replies to it. Each has a number, a clock and a decision with its reason." />
      <nav aria-label="Which requests" className="mb-4 flex gap-4 text-sm">
        {states.map((entry) => (
          <TextLink key={entry.state} href={`/corrections?state=${entry.state}`} aria-current={entry.state === state ? "page" : undefined} className="aria-[current=page]:font-semibold">
            {entry.label}
          </TextLink>
        ))}
      </nav>
      {items.length === 0 ? (
        <EmptyState title={state === "open" ? "No request is open" : "No request was filed"} action={<LinkButton href="/incidents">Go to the incidents</LinkButton>}>
          A request is filed on the page of a published record.
        </EmptyState>
      ) : (
        <ol className="divide-y divide-line rounded-md border border-line bg-surface">
          {items.map((request) => (
            <li key={request.id} className="px-4 py-3">
              <h2 className="mb-1 text-sm font-semibold">
                <TextLink href={`/corrections/${request.id}`}>{request.reference}</TextLink> on <TextLink href={`/incidents/${request.incident.id}`}>{request.incident.title}</TextLink>
              </h2>
              <RequestFacts request={request} today={today} />
            </li>
          ))}
        </ol>
      )}
      <Pagination nextHref={nextCursor === null ? undefined : `/corrections?state=${state}&cursor=${nextCursor}`} />
    </>
  );
}
