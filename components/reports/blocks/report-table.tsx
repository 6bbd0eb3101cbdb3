import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import type { TableBlock } from "@/lib/reports/domain/document";
import { CellText } from "./cell-text";

/** A table of a report, or the words that stand where it has no row. */
export function ReportTable({ block }: { block: TableBlock }) {
  if (block.rows.length === 0) return <p className="text-sm text-ink-soft">{block.whenEmpty}</p>;
  return (
    <Table caption={block.caption} isCaptionVisible>
      <Thead>
        <Tr>
          {block.columns.map(({ label }) => (
            <Th key={label}>{label}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {block.rows.map((row, index) => (
          <Tr key={index} className="break-inside-avoid">
            {row.map((cell, column) => (
              <Td key={block.columns[column]?.label ?? column} className="min-w-24">
                <CellText cell={cell} />
              </Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
