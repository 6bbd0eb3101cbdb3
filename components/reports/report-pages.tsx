import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { ExternalLink } from "@/components/ui/external-link";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { sourceAlignmentLabel } from "@/lib/codelists/source-alignment";
import { sourceBasisLabel } from "@/lib/codelists/source-basis";
import { sourceKindLabel } from "@/lib/codelists/source-kind";
import { withheldKindLabel } from "@/lib/codelists/withheld-kind";
import type { RegionMap } from "@/lib/map/domain/district";
import type { ReportDocument } from "@/lib/reports/domain/document";
import { demonstrationText, demonstrationTitle, frontFacts, limitsTitle } from "@/lib/reports/drawing/domain/front";
import { FigureText } from "./blocks/figure-text";
import { ReportBlock } from "./blocks/report-block";

/** The front of a report: both clocks, for whom it is, and what it can't say. The limits have no switch. */
export function ReportFront({ document }: { document: ReportDocument }) {
  return (
    <>
      {document.isDemonstration && (
        <Notice tone="notice" title={demonstrationTitle}>
          {demonstrationText}
        </Notice>
      )}
      <Card title="What this report is">
        <DefinitionList items={frontFacts(document).map(({ term, value }) => ({ term, description: value }))} />
      </Card>
      <Card title={limitsTitle} id="limits">
        <ul className="list-disc space-y-1 pl-5 text-sm text-ink">
          {document.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </Card>
    </>
  );
}

/** Ways to the sections of a long report. */
export function ReportContents({ document }: { document: ReportDocument }) {
  const places = [...document.sections, { id: "withheld", title: "What is withheld" }, { id: "sources", title: "Sources" }, { id: "method", title: "How it was made" }];
  return (
    <nav aria-label="Sections of the report" className="print:hidden">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {places.map(({ id, title }) => (
          <li key={id}>
            <TextLink href={`#${id}`}>{title}</TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The sections of a report in their order. */
export function ReportSections({ document, map }: { document: ReportDocument; map: RegionMap }) {
  return document.sections.map(({ id, title, blocks }) => (
    <Card key={id} id={id} title={title}>
      <div className="grid grid-cols-1 gap-4">
        {blocks.map((block, index) => (
          <ReportBlock key={index} block={block} map={map} />
        ))}
      </div>
    </Card>
  ));
}

/** What is withheld, the sources, and how the report was made. */
export function ReportClosing({ document }: { document: ReportDocument }) {
  return (
    <>
      <Card title="What is withheld" id="withheld">
        {document.withheld.length === 0 ? (
          <p className="text-sm text-ink-soft">Nothing is withheld from this report.</p>
        ) : (
          <DefinitionList items={document.withheld.map(({ kind, records, why }) => ({ key: `${kind} ${why}`, term: withheldKindLabel(kind), description: <><FigureText figure={records} /> <span>{why}</span></> }))} />
        )}
      </Card>
      <Card title="Sources" id="sources" lead="Every source that a record or a duty of this report names.">
        {document.sources.length === 0 ? <p className="text-sm text-ink-soft">No source is named.</p> : <SourceRows sources={document.sources} />}
      </Card>
      <Card title="How it was made" id="method">
        <ul className="list-disc space-y-1 pl-5 text-sm text-ink">
          {document.method.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Card>
    </>
  );
}

function SourceRows({ sources }: Pick<ReportDocument, "sources">) {
  return (
    <Table caption="Sources of the report">
      <Thead>
        <Tr>
          {["Source", "Published", "Kind and alignment", "Reliability", "How it was read"].map((label) => (
            <Th key={label}>{label}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {sources.map(({ key, publisher, title, publishedOn, url, kind, alignment, reliability, basis, rests }) => (
          <Tr key={key}>
            <Td className="min-w-56 break-words">
              {publisher}
              {title !== null && `: ${title}`} <span className="text-ink-soft">({key})</span>
              {url !== null && (
                <span className="block text-xs break-all">
                  <ExternalLink href={url}>{url}</ExternalLink>
                </span>
              )}
            </Td>
            <Td>{publishedOn ?? "not dated"}</Td>
            <Td>
              {sourceKindLabel(kind)}, {sourceAlignmentLabel(alignment)}
              {rests !== null && `, rests on ${rests}`}
            </Td>
            <Td>{reliability}</Td>
            <Td>{sourceBasisLabel(basis)}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
