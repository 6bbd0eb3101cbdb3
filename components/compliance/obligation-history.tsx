import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { obligationRelationLabel } from "@/lib/codelists/obligation-relation";
import { verificationLabel } from "@/lib/codelists/verification";
import type { ObligationView } from "@/lib/compliance/domain/obligation-detail";

/** What came onto this duty's board and what left it. Rows are closed, never deleted. */
export function ObligationHistory({ history }: { history: ObligationView["history"] }) {
  return (
    <Card title="What the board knew, and since when" lead="Rows are closed, never deleted.">
      {history.length === 0 ? (
        <p className="text-sm text-ink-soft">No record has been on this board.</p>
      ) : (
        <Table caption="Records on this board, newest knowledge first">
          <Thead>
            <Tr>
              <Th>Record</Th>
              <Th>Day</Th>
              <Th>Relation and level</Th>
              <Th>Known from</Th>
              <Th>Until</Th>
            </Tr>
          </Thead>
          <Tbody>
            {history.map((row) => (
              <Tr key={`${row.reference}-${row.knownAt}`}>
                <Th scope="row" className="min-w-40 font-normal whitespace-normal">
                  <span className="font-mono text-xs">{row.reference}</span> {row.label}
                </Th>
                <Td>
                  <DateText value={row.occurredStart} />
                </Td>
                <Td>
                  {obligationRelationLabel(row.relation)}, {verificationLabel(row.verification).toLowerCase()}
                </Td>
                <Td>
                  <DateText value={row.knownAt} />
                </Td>
                <Td>{row.supersededAt === null ? "now" : <DateText value={row.supersededAt} />}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </Card>
  );
}
