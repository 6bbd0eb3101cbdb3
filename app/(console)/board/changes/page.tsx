import type { Metadata } from "next";
import { boardHref } from "@/components/compliance/board-address";
import { ChangeList } from "@/components/compliance/change-list";
import { ChangesForm } from "@/components/compliance/changes-form";
import { DemonstrationNotice } from "@/components/compliance/demonstration-notice";
import { KnowledgeEndsEarlier, KnownPhrase } from "@/components/compliance/known-phrase";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { loadBoardChanges } from "@/lib/compliance/changes/loaders";
import type { ChangesRequest } from "@/lib/compliance/changes/schema";

export const metadata: Metadata = { title: "Changes on the board" };

export default async function BoardChangesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { request, agreements, agreement, comparison } = await loadBoardChanges(await searchParams);
  const named = request.fixed.agreement === undefined ? undefined : agreement?.code;
  const after = comparison?.moments.after ?? request.fixed;
  return (
    <>
      <PageHeader
        title="Changes on the board"
        eyebrow={agreement && <TextLink href={`/agreements/${encodeURIComponent(agreement.code)}`}>{agreement.title}</TextLink>}
        lead={<Lead request={request} />}
        actions={<LinkButton href={boardHref(after, named)}>{comparison ? "Board of the second day" : "Board"}</LinkButton>}
      />
      {agreement?.isDemonstration === true && <DemonstrationNotice />}
      <ChangesForm request={request} agreements={agreements} agreement={agreement?.code} />
      {comparison === undefined && <EmptyState title="Nothing is compared yet">Two days are needed, the first before the second. What is wrong is said beside its field.</EmptyState>}
      {comparison?.changes.length === 0 && (
        <EmptyState title="No duty stands differently">State, timeliness and marks of {comparison.compared} duties are the same on both days. A change in between that was undone does not show.</EmptyState>
      )}
      {comparison !== undefined && comparison.changes.length > 0 && (
        <>
          <p className="mb-3 text-sm font-semibold">
            {comparison.changes.length} of {comparison.compared} duties stand differently
          </p>
          <ChangeList changes={comparison.changes} clock={request.clock} moments={comparison.moments} />
        </>
      )}
    </>
  );
}

function Lead({ request: { clock, span, fixed } }: { request: ChangesRequest }) {
  if (!span) return <>What differs between two days of one clock while the other stands still.</>;
  const days = (
    <>
      <DateText value={span.from} /> and <DateText value={span.to} />
    </>
  );
  if (clock === "knowledge") {
    return (
      <>
        How duties stood on <DateText value={fixed.asOf} />, and what was changed by publication between the ends of {days}. {span.from < fixed.asOf && <KnowledgeEndsEarlier />}
      </>
    );
  }
  return (
    <>
      What differs between {days}, <KnownPhrase knownOn={fixed.knownOn} />. {fixed.knownOn !== undefined && fixed.knownOn < span.to && <KnowledgeEndsEarlier />}
    </>
  );
}
