import type { Metadata } from "next";
import { formatWords } from "@/components/imports/format-words";
import { PlanFacts } from "@/components/imports/plan/plan-facts";
import { ReadingForm } from "@/components/imports/plan/reading-form";
import { EffectTabs } from "@/components/imports/rows/effect-tabs";
import { ReasonList } from "@/components/imports/rows/reason-list";
import { RowTable } from "@/components/imports/rows/row-table";
import { rowsHref } from "@/components/imports/rows/rows-href";
import { WrittenTable } from "@/components/imports/rows/written-table";
import { RunCommands } from "@/components/imports/run/run-commands";
import { RunStanding } from "@/components/imports/run/run-standing";
import { StatusBadge } from "@/components/imports/status-badge";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TextLink } from "@/components/ui/text-link";
import { sizeInWords } from "@/lib/evidence/domain/size";
import { loadImport, type ImportPage } from "@/lib/imports/loaders";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Import" };

export default async function ImportRunPage({ params, searchParams }: Props) {
  const search = await searchParams;
  const page = await loadImport(Number((await params).id), search);
  const { run, plan, allowed } = page;
  const mended = typeof search["mended"] === "string" ? search["mended"] : undefined;
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            <TextLink href="/imports">Imports</TextLink> · Import {run.id}
          </>
        }
        title={<span className="break-words">{run.fileName}</span>}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <StatusBadge status={run.status} />
            {run.dryRun && <Badge tone="muted">Trial, never written</Badge>}
            <span>{[plan && formatWords[plan.format], sizeInWords(run.bytes), run.source].filter(Boolean).join(" · ")}</span>
            <span>
              {page.author}, <DateText value={run.createdAt} />
            </span>
          </span>
        }
      />
      <div className="grid grid-cols-1 gap-6">
        <RunStanding run={run} />
        {mended !== undefined && (
          <Notice tone="calm" role="status">
            Record {mended} was read again and can be written.
          </Notice>
        )}
        {allowed.includes("choose") && <Reading page={page} isOpen={run.status !== "READY"} />}
        {!allowed.includes("choose") && plan && (
          <Card title="How the file was read">
            <PlanFacts plan={plan} />
          </Card>
        )}
        <RunCommands run={run} allowed={allowed} />
        {run.rows.read > 0 && run.status !== "CANCELLED" && <Records page={page} />}
      </div>
    </>
  );
}

function Reading({ page, isOpen }: { page: ImportPage; isOpen: boolean }) {
  const { run, plan, choices, columns, unknown, speakers, saved } = page;
  const isAsked = run.status === "ASKING";
  return (
    <Card title={isAsked ? "The file leaves a question open" : "How the file is read"} lead={isAsked ? "Nothing is read before it is answered." : "Found out from the content. Change what is not right, and the file is read again."}>
      <div className="grid grid-cols-1 gap-5">
        {plan && <PlanFacts plan={plan} />}
        <details open={isOpen}>
          <summary className="cursor-pointer text-sm font-medium text-ink">{isAsked ? "Answer" : "Change how it is read"}</summary>
          <div className="mt-4">
            <ReadingForm key={JSON.stringify(choices)} id={run.id} plan={plan} choices={choices} columns={columns} unknown={unknown} speakers={speakers} saved={saved} source={run.source} commitAs={run.commitAs} />
          </div>
        </details>
      </div>
    </Card>
  );
}

function Records({ page }: { page: ImportPage }) {
  const { run, filter, rows, next, written, writtenNext, allowed } = page;
  const mayDecide = allowed.includes("decide");
  const isWrittenShown = written.length > 0;
  return (
    <section id="records" aria-labelledby="records-title" className="grid grid-cols-1 gap-4">
      <h2 id="records-title" className="text-lg font-semibold text-ink">
        Records
      </h2>
      <EffectTabs run={run} current={filter.effect} />
      <ReasonList run={run} mayDecide={mayDecide} current={filter.reason} />
      {isWrittenShown && filter.reason === undefined ? <WrittenTable records={written} isUndone={run.status === "UNDONE"} /> : <RowTable id={run.id} rows={rows} mayDecide={mayDecide} />}
      <Pages run={run.id} filter={filter} next={isWrittenShown && filter.reason === undefined ? writtenNext : next} />
    </section>
  );
}

const Pages = ({ run, filter, next }: { run: number; filter: ImportPage["filter"]; next: number | null }) => (
  <Pagination
    label="Pages of records"
    previousLabel="First page"
    previousHref={filter.after > 0 ? rowsHref(run, { ...filter, after: 0 }) : undefined}
    nextHref={next === null ? undefined : rowsHref(run, { ...filter, after: next })}
  />
);
