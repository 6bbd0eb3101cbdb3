import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import { importEffectLabel } from "@/lib/codelists/import-effect";
import { referenceOf } from "@/lib/incidents/domain/record";
import type { WrittenRecord } from "@/lib/imports/rows/domain";

/** Which record of the file became which record here. An undone one is not there any more. */
export function WrittenTable({ records, isUndone }: { records: readonly WrittenRecord[]; isUndone: boolean }) {
  return (
    <Table caption="Records that were written">
      <Thead>
        <Tr>
          <Th>Record of the file</Th>
          <Th>Record here</Th>
          <Th>What was done</Th>
        </Tr>
      </Thead>
      <Tbody>
        {records.map(({ record, incidentId, effect }) => (
          <Tr key={record}>
            <Td className="tabular-nums">{record}</Td>
            <Td>{isUndone && effect === "CREATE" ? referenceOf(incidentId) : <TextLink href={`/incidents/${incidentId}`}>{referenceOf(incidentId)}</TextLink>}</Td>
            <Td>{isUndone ? "Undone" : effect === "CREATE" ? "Created" : importEffectLabel(effect)}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
