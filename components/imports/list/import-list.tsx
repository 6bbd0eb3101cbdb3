import { Badge } from "@/components/ui/badge";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { ImportLine } from "@/lib/imports/run/domain";
import { formatWords } from "../format-words";
import { numberText } from "../number-text";
import { StatusBadge } from "../status-badge";

/** Files that were brought in, the latest first. */
export function ImportList({ imports }: { imports: readonly ImportLine[] }) {
  if (imports.length === 0) return <EmptyState title="No file was brought in yet">What your team brings in is listed here, with what became of its records.</EmptyState>;
  return (
    <Table caption="Imports, the latest first">
      <Thead>
        <Tr>
          <Th>File</Th>
          <Th>State</Th>
          <Th className="text-right">Records</Th>
          <Th className="text-right">New or changed</Th>
          <Th className="text-right">Held or rejected</Th>
          <Th>Brought in</Th>
        </Tr>
      </Thead>
      <Tbody>
        {imports.map((line) => (
          <Tr key={line.id}>
            <Td className="min-w-48 break-words">
              <TextLink href={`/imports/${line.id}`}>{line.fileName}</TextLink>
              <p className="text-sm text-ink-soft">
                {[`Import ${line.id}`, line.format && formatWords[line.format], line.source].filter(Boolean).join(" · ")} {line.dryRun && <Badge tone="muted">Trial</Badge>}
              </p>
            </Td>
            <Td>
              <StatusBadge status={line.status} />
            </Td>
            <Td className="text-right tabular-nums">{numberText(line.read)}</Td>
            <Td className="text-right tabular-nums">{numberText(line.written)}</Td>
            <Td className="text-right tabular-nums">{numberText(line.leftOut)}</Td>
            <Td>
              <DateText value={line.createdAt} />
              <p className="text-sm text-ink-soft">{line.author}</p>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
