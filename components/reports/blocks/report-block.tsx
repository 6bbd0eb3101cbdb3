import { DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import type { RegionMap } from "@/lib/map/domain/district";
import type { Block } from "@/lib/reports/domain/document";
import { CellText } from "./cell-text";
import { ReportBars } from "./report-bars";
import { ReportMap } from "./report-map";
import { ReportMonths } from "./report-months";
import { ReportTable } from "./report-table";

/** One block of a report as the page shows it. */
export function ReportBlock({ block, map }: { block: Block; map: RegionMap }) {
  switch (block.type) {
    case "TEXT":
      return <p className="max-w-prose text-sm whitespace-pre-line text-ink">{block.text}</p>;
    case "HEADING":
      return <h3 className="mt-4 text-base font-semibold text-ink">{block.href === null ? block.text : <TextLink href={block.href}>{block.text}</TextLink>}</h3>;
    case "FACTS":
      return <DefinitionList items={block.items.map(({ term, value }) => ({ term, description: <CellText cell={value} /> }))} />;
    case "LIST":
      return (
        <ul className="list-disc space-y-1 pl-5 text-sm text-ink">
          {block.items.map((item) => (
            <li key={item} className="break-words">
              {item}
            </li>
          ))}
        </ul>
      );
    case "TABLE":
      return <ReportTable block={block} />;
    case "BARS":
      return <ReportBars block={block} />;
    case "MONTHS":
      return <ReportMonths block={block} />;
    case "MAP":
      return <ReportMap block={block} map={map} />;
  }
}
