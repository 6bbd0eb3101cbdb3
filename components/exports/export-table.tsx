import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import { exportFormatLabel } from "@/lib/codelists/export-format";
import type { ExportEntry } from "@/lib/exports/log/schema";
import { filterInWords, inWords, sizeInWords, stateWords } from "./export-words";

function Size({ entry }: { entry: ExportEntry }) {
  const { state, rows, rowsSent, bytes } = entry;
  return (
    <>
      <span className="block whitespace-nowrap">{state === "complete" ? inWords(rows, "record", "records") : `${rowsSent.toLocaleString("en")} of ${inWords(rows, "record", "records")}`}</span>
      {bytes !== null && <span className="block text-xs whitespace-nowrap text-ink-soft">{sizeInWords(bytes)}</span>}
    </>
  );
}

function Digest({ sha256 }: Pick<ExportEntry, "sha256">) {
  if (sha256 === null) return <span className="text-ink-soft">None</span>;
  return (
    <>
      <code className="block font-mono text-xs break-all">{sha256}</code>
      <CopyButton text={sha256} label="Copy digest" />
    </>
  );
}

/** Files that left, the latest first. */
export function ExportTable({ items, isEverybodys }: { items: readonly ExportEntry[]; isEverybodys: boolean }) {
  return (
    <Table caption="Files that left, the latest first">
      <Thead>
        <Tr>
          <Th>When</Th>
          {isEverybodys && <Th>Who</Th>}
          <Th>What</Th>
          <Th>State</Th>
          <Th>Size</Th>
          <Th>SHA-256</Th>
          <Th>Manifest</Th>
        </Tr>
      </Thead>
      <Tbody>
        {items.map((entry) => (
          <Tr key={entry.id}>
            <Td>
              <DateText value={entry.startedAt} />
            </Td>
            {isEverybodys && (
              <Td>
                {entry.by.name}
                <span className="block text-xs text-ink-soft">{entry.role}</span>
              </Td>
            )}
            <Td className="min-w-48">
              {exportFormatLabel(entry.format)}
              <span className="block text-xs break-words text-ink-soft">{filterInWords(entry.filter)}</span>
            </Td>
            <Td>
              <Badge tone={stateWords[entry.state].tone} title={stateWords[entry.state].meaning}>
                {stateWords[entry.state].label}
              </Badge>
            </Td>
            <Td>
              <Size entry={entry} />
            </Td>
            <Td className="min-w-56">
              <Digest sha256={entry.sha256} />
            </Td>
            {/* What only a screen reader reads is placed within the cell, or it would widen the page. */}
            <Td className="relative">
              <TextLink href={`/api/v1/exports/${entry.id}/manifest`} prefetch={false}>
                Open<span className="sr-only"> the manifest of {entry.fileName}</span>
              </TextLink>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
