import type { Metadata } from "next";
import { FormatList } from "@/components/exports/format-list";
import { FilterChips } from "@/components/incidents/list/filter-chips";
import { chipsOf, labelOfFilter, type PageQuery, paramsOf } from "@/components/incidents/list/filter-params";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { loadNewExport } from "@/lib/exports/loaders";

export const metadata: Metadata = { title: "New export" };

/** Pages of the list have no part in a file. */
function fileParams(params: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams(params);
  for (const name of ["cursor", "limit"]) kept.delete(name);
  return kept;
}

const inNumbers = (count: number): string => `${count.toLocaleString("en")} ${count === 1 ? "record" : "records"}`;

export default async function NewExportPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const params = fileParams(paramsOf(await searchParams));
  const { rows, restricted, policy, notes, errors, names } = await loadNewExport(params);
  const chips = chipsOf(params, names);
  const listHref = params.size === 0 ? "/incidents" : `/incidents?${params}`;
  return (
    <>
      <PageHeader title="New export" lead="The list of incidents as a file: the same filters, and no more than you may read on screen." actions={
          <>
            <LinkButton href="/exports">Log of exports</LinkButton>
            <LinkButton href={listHref}>Back to the list</LinkButton>
          </>
        } />
      <div className="grid gap-4">
        {errors.length > 0 && (
          <Notice role="alert" tone="danger" title="These filters can't be read">
            {errors.map(({ path, message }) => (
              <p key={`${path}${message}`}>{path === "" ? message : `${labelOfFilter(path)}: ${message}`}</p>
            ))}
          </Notice>
        )}
        <FilterChips chips={chips} />
        {errors.length === 0 && rows === 0 && <EmptyState title="No records fit these filters">{restricted > 0 ? `${inNumbers(restricted)} would, but the terms of their source forbid passing them on.` : "A file of them would hold its header alone."}</EmptyState>}
        {rows > 0 && (
          <Card title={`${inNumbers(rows)}${chips.length === 0 ? ", the whole list" : ""}`} lead="As they stand at the moment when you ask for the file.">
            <FormatList query={params.toString()} />
          </Card>
        )}
        <Card title="What is in it, and what is not">
          <DefinitionList
            items={[
              { term: "For your role", description: policy },
              { term: "Withheld", description: "Narrative, words and exact place of restricted records, where they are not open to you. What would point to a protected source leaves in no file. The manifest says of how many records something was withheld." },
              ...(errors.length > 0 ? [] : [{ term: "Left out", description: restricted === 0 ? "None of these records is under terms that forbid passing it on." : `${inNumbers(restricted)} under terms that forbid passing them on, such as ACLED's.` }]),
              { term: "On record", description: <>Each file is entered in <TextLink href="/exports">the log</TextLink> and in the audit, with who took it out, before its first byte leaves.</> },
              { term: "Columns", description: <TextLink href="/exports/dictionary">What each column means</TextLink> },
            ]}
          />
          <ul className="mt-4 grid list-disc gap-1 pl-5 text-sm text-ink-soft">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}
