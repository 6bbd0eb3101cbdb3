import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import type { ObligationView } from "@/lib/compliance/domain/obligation-detail";
import { DeadlineTable } from "./deadline-table";

/** Deadlines, the term under each reading of its start, and the figures in the text. */
export function ObligationDates({ obligation }: { obligation: ObligationView }) {
  return (
    <>
      <Card title="Deadlines" lead="The original date stays beside what it was moved to.">
        {obligation.deadlines.length === 0 ? <p className="text-sm text-ink-soft">The text sets no date for this duty.</p> : <DeadlineTable deadlines={obligation.deadlines} />}
      </Card>
      {obligation.termReadings.length > 0 && (
        <Card title="Term under each reading of its start">
          <Table caption="Term under each reading of its start">
            <Thead>
              <Tr>
                <Th>Reading</Th>
                <Th>Starts</Th>
                <Th>Notice by</Th>
                <Th>Period ends</Th>
              </Tr>
            </Thead>
            <Tbody>
              {obligation.termReadings.map((reading) => (
                <Tr key={`${reading.holder}-${reading.startsOn}`}>
                  <Th scope="row" className="font-normal whitespace-normal">
                    {reading.holder}
                    <span className="block text-ink-soft">{reading.basis}</span>
                  </Th>
                  <Td>
                    <DateText value={reading.startsOn} />
                  </Td>
                  <Td>{reading.noticeOn === null ? "none set" : <DateText value={reading.noticeOn} />}</Td>
                  <Td>
                    <DateText value={reading.expiresOn} />
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        </Card>
      )}
      {obligation.quantities.length > 0 && (
        <Card title="Figures in the text">
          <ul className="space-y-1 text-sm">
            {obligation.quantities.map((quantity) => (
              <li key={`${quantity.what}-${quantity.operator}`}>
                {quantity.what}: <span className="font-semibold tabular-nums">{quantity.value?.toLocaleString("en") ?? quantity.valueText}</span> {quantity.unit} <span className="text-ink-soft">({quantity.operator})</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
