import { Badge } from "@/components/ui/badge";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import type { AgreementItem } from "@/lib/agreements/domain/view";

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The agreements of one conflict, oldest first. */
export function AgreementList({ conflict, agreements }: { conflict: string; agreements: readonly AgreementItem[] }) {
  return (
    <Table caption={`Agreements: ${conflict}`}>
      <Thead>
        <Tr>
          <Th>Signed or announced</Th>
          <Th>Agreement</Th>
          <Th>Parties</Th>
          <Th>Status in the sources</Th>
          <Th>On record</Th>
        </Tr>
      </Thead>
      <Tbody>
        {agreements.map((agreement) => (
          <Tr key={agreement.code}>
            <Td>
              <DateText value={agreement.signedOn} />
            </Td>
            <Th scope="row" className="min-w-64">
              <TextLink href={`/agreements/${encodeURIComponent(agreement.code)}`}>{agreement.title}</TextLink>
              {agreement.otherTitles.map((title) => (
                <span key={title} className="block font-normal text-ink-soft">
                  {title}
                </span>
              ))}
              <span className="block font-normal text-ink-soft">{agreement.kind}</span>
            </Th>
            <Td>{agreement.parties.join("; ")}</Td>
            <Td>
              {agreement.status}
              {agreement.statusOn !== null && (
                <span className="block text-xs text-ink-soft">
                  as of <DateText value={agreement.statusOn} />
                </span>
              )}
            </Td>
            <Td className="whitespace-nowrap">
              {agreement.counts.obligations > 0 ? (
                <Badge tone="calm">
                  {counted(agreement.counts.obligations, "duty", "duties")} in {counted(agreement.counts.clauses, "clause", "clauses")}
                </Badge>
              ) : (
                <Badge tone="muted">Context only</Badge>
              )}
              <span className="mt-1 block text-xs text-ink-soft">{counted(agreement.counts.sources, "source", "sources")}</span>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
