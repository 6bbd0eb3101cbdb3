import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import type { AuditEntryView } from "@/lib/audit/schema";
import { detailInWords, eventInWords, subjectHref, subjectInWords } from "./audit-words";

function Subject({ entry }: { entry: AuditEntryView }) {
  const href = subjectHref(entry);
  return href === undefined ? subjectInWords(entry) : <TextLink href={href}>{subjectInWords(entry)}</TextLink>;
}

function Person({ actor }: Pick<AuditEntryView, "actor">) {
  if (!actor) return <span className="text-ink-soft">Nobody signed in</span>;
  return (
    <>
      <TextLink href={`/audit?actor=${actor.id}`}>{actor.name}</TextLink>
      <span className="block text-xs text-ink-soft">{actor.email}</span>
    </>
  );
}

/** The entries as a table, newest first. */
export function AuditTable({ items }: { items: readonly AuditEntryView[] }) {
  return (
    <Table caption="Audit entries, newest first">
      <Thead>
        <Tr>
          <Th>When</Th>
          <Th>Who</Th>
          <Th>What</Th>
          <Th>About</Th>
          <Th>Details</Th>
        </Tr>
      </Thead>
      <Tbody>
        {items.map((entry) => (
          <Tr key={entry.id}>
            <Td>
              <DateText value={entry.at} />
            </Td>
            <Td>
              <Person actor={entry.actor} />
            </Td>
            <Td className="whitespace-nowrap">{eventInWords(entry.event)}</Td>
            <Td className="whitespace-nowrap">
              <Subject entry={entry} />
            </Td>
            <Td className="min-w-64">{detailInWords(entry.data)}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
