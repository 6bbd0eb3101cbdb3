import { Card } from "@/components/ui/card";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import { casualtyOutcomeLabel } from "@/lib/codelists/casualty";
import { casualtySideLabel } from "@/lib/codelists/casualty-side";
import { casualtyStatusLabel } from "@/lib/codelists/casualty-status";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { ProtectionMark } from "./protection-mark";
import { type RecordNames, sourceIdsOf } from "./record-names";
import { SourceMention } from "./source-mention";

/** Counts as their sources give them, side by side. There is no total on purpose. */
export function CasualtyTable({ incident, names }: { incident: IncidentView; names: RecordNames }) {
  const { casualties, withheld } = incident;
  return (
    <Card title="Casualties" actions={<ProtectionMark incident={incident} field="casualties" />} lead="One row for each count of one source for one group. Rows may speak of the same people and are never added up.">
      {casualties.length === 0 ? (
        <p className="text-sm text-ink-soft">{withheld.includes("casualties") ? "Withheld. That says nothing of whether anybody was harmed." : "No count is on record. That is not a statement that nobody was harmed."}</p>
      ) : (
        <Table caption="Casualty counts by source and group, not added up">
          <Thead>
            <tr>
              {["Outcome", "Who", "Side", "Lowest", "Best", "Highest", "Source"].map((heading) => (
                <Th key={heading}>{heading}</Th>
              ))}
            </tr>
          </Thead>
          <Tbody>
            {casualties.map((row, index) => (
              <Tr key={index}>
                <Td>{casualtyOutcomeLabel(row.outcome)}</Td>
                <Td>{casualtyStatusLabel(row.status)}</Td>
                <Td>{casualtySideLabel(row.side)}</Td>
                <Figure value={row.low} />
                <Figure value={row.best} />
                <Figure value={row.high} />
                <Td className="min-w-40">
                  {row.source === null && sourceIdsOf(incident).length > 0 ? (
                    <TextLink href="#sources">One of the record’s sources</TextLink>
                  ) : (
                    <SourceMention id={row.source} sources={names.sources} isWithheld={withheld.includes("sources")} />
                  )}
                  {row.orderFlagged && <span className="block text-ink-soft">The source itself gives the figures in this order.</span>}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </Card>
  );
}

function Figure({ value }: { value: number | null }) {
  return <Td className="tabular-nums">{value === null ? <span className="text-ink-soft">unknown</span> : value.toLocaleString("en-GB")}</Td>;
}
