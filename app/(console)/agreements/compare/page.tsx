import type { Metadata } from "next";
import { SurvivalChart } from "@/components/agreements/truces/survival-chart";
import { TruceChart } from "@/components/agreements/truces/truce-chart";
import { TruceControls } from "@/components/agreements/truces/truce-controls";
import { TruceExplanation } from "@/components/agreements/truces/truce-explanation";
import { TruceRun } from "@/components/agreements/truces/truce-run";
import { TruceTable } from "@/components/agreements/truces/truce-table";
import { compareHref, truceCsvHref } from "@/components/agreements/truces/truce-address";
import { DemonstrationNotice } from "@/components/compliance/demonstration-notice";
import { KnownPhrase } from "@/components/compliance/known-phrase";
import { buttonClasses } from "@/components/ui/button-classes";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { loadTruces } from "@/lib/agreements/truces/loaders";

export const metadata: Metadata = { title: "Truces compared" };

export default async function ComparePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { request, today, byError, comparison, rows, run } = await loadTruces(await searchParams);
  const { truces, reporters, curves } = comparison;
  const reporter = reporters.find((voice) => voice.side === request.by);
  return (
    <>
      <PageHeader
        title="Truces compared"
        eyebrow={<TextLink href="/agreements">Agreements</TextLink>}
        lead={
          <>
            How long each truce stood until a violation was reported, and until one was verified, as of <DateText value={request.asOf} />, <KnownPhrase knownOn={request.knownOn} />.
          </>
        }
        actions={
          truces.length > 0 && (
            // A file, not a page: the router has no part in it.
            <a href={truceCsvHref(request)} className={buttonClasses("secondary", "medium")} download>
              CSV of the table
            </a>
          )
        }
      />
      {truces.some((truce) => truce.isDemonstration) && <DemonstrationNotice />}
      <TruceControls request={request} byError={byError} reporters={reporters} />
      {truces.length === 0 ? (
        <EmptyState title="No truce on record by this day" action={request.asOf < today && <LinkButton href={compareHref({ ...request, asOf: today, by: undefined })}>Show today</LinkButton>}>
          An agreement counts as a truce where its text makes fighting stop, and from the day on which it took force.
        </EmptyState>
      ) : (
        <div className="space-y-6">
          <TruceExplanation />
          <TruceRun run={run} />
          <TruceChart truces={truces} reporters={reporters} />
          <SurvivalChart curves={curves} reportedBy={reporter ? `as ${reporter.sideName} gave it` : "as the first of any side gave it"} />
          <section aria-labelledby="truces">
            <h2 id="truces" className="mb-2 scroll-mt-20 text-lg font-semibold">
              All truces on record ({truces.length})
            </h2>
            <TruceTable rows={rows} address={request} />
          </section>
        </div>
      )}
    </>
  );
}
