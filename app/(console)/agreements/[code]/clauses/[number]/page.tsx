import type { Metadata } from "next";
import { clauseHref } from "@/components/agreements/clause/clause-address";
import { ClauseControls } from "@/components/agreements/clause/clause-controls";
import { ClauseDiscrepancies } from "@/components/agreements/clause/clause-discrepancies";
import { ClauseDuties } from "@/components/agreements/clause/clause-duties";
import { ReadingOutcomes } from "@/components/agreements/clause/reading-outcomes";
import { WordingDiff } from "@/components/agreements/clause/wording-diff";
import { WordingList } from "@/components/agreements/clause/wording-list";
import { boardHref } from "@/components/compliance/board-address";
import { DemonstrationNotice } from "@/components/compliance/demonstration-notice";
import { KnownPhrase } from "@/components/compliance/known-phrase";
import { DateText } from "@/components/ui/date-text";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TextLink } from "@/components/ui/text-link";
import { loadClause } from "@/lib/agreements/clauses/loaders";

type PageProps = { params: Promise<{ code: string; number: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { code, number } = await params;
  return { title: `Point ${decodeURIComponent(number)}, ${decodeURIComponent(code)}` };
}

export default async function ClausePage({ params, searchParams }: PageProps) {
  const { code, number } = await params;
  const { request, view, chosen } = await loadClause({ code: decodeURIComponent(code), number: decodeURIComponent(number) }, await searchParams);
  const { agreement, clause, wordings, duties, discrepancies } = view;
  const { asOf, knownOn } = request;
  const pair = { base: chosen.base?.key, other: chosen.other?.key };
  const hrefOf = (to: number) => clauseHref({ agreement: agreement.code, number: to }, { asOf, knownOn });
  const here = { agreement: agreement.code, number: clause.number };
  const agreementHref = `/agreements/${encodeURIComponent(agreement.code)}`;
  return (
    <>
      <PageHeader
        eyebrow={<TextLink href={`${agreementHref}#clause-${clause.number}`}>{agreement.title}</TextLink>}
        title={`Point ${clause.number}: ${clause.title}`}
        lead={
          <>
            The wordings of one point, what is read from them, and what each reading means on <DateText value={asOf} />, <KnownPhrase knownOn={knownOn} />.
          </>
        }
        actions={<LinkButton href={boardHref(request, agreement.code)}>Board of this day</LinkButton>}
      />
      {agreement.isDemonstration && <DemonstrationNotice />}
      <ClauseControls action={clauseHref(here)} request={request} wordings={wordings} chosen={chosen} />
      <div className="space-y-4">
        <WordingDiff chosen={chosen} swapHref={clauseHref(here, { base: pair.other, other: pair.base, asOf, knownOn })} />
        <ReadingOutcomes duties={duties} moment={request} />
        <WordingList wordings={wordings} />
        <ClauseDuties duties={duties} moment={request} />
        <ClauseDiscrepancies discrepancies={discrepancies} agreementHref={agreementHref} />
      </div>
      <Neighbours previous={view.previous} next={view.next} hrefOf={hrefOf} />
    </>
  );
}

function Neighbours({ previous, next, hrefOf }: { previous: number | null; next: number | null; hrefOf: (number: number) => string }) {
  const link = (number: number | null) => (number === null ? undefined : hrefOf(number));
  return <Pagination label="Points" previousHref={link(previous)} nextHref={link(next)} previousLabel={`Point ${previous ?? ""}`} nextLabel={`Point ${next ?? ""}`} />;
}
