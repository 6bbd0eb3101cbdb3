import { Card } from "@/components/ui/card";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { countedKinds, type ImportReport } from "@/lib/agreements/file/domain/report";
import { kindWords, outcomeWords } from "./import-words";

/** What an import would do: counts of each kind, and each addition to what is on record. */
export function PreviewCard({ report }: { report: ImportReport }) {
  const { title, text } = outcomeWords(report);
  const rows = countedKinds.filter((kind) => report.counts[kind].added + report.counts[kind].unchanged > 0);
  return (
    <Card title={title} lead={report.title}>
      <div role="status">
        <p className="mb-3 text-sm">{text}</p>
        {report.additions.length > 0 && (
          <ul className="mb-4 list-disc space-y-1 pl-5 text-sm">
            {report.additions.map(({ path, what }) => (
              <li key={path}>{what}</li>
            ))}
          </ul>
        )}
        <Table caption="What the file holds">
          <Thead>
            <Tr>
              <Th>In the file</Th>
              <Th className="text-right">New</Th>
              <Th className="text-right">On record already</Th>
            </Tr>
          </Thead>
          <Tbody>
            {rows.map((kind) => (
              <Tr key={kind}>
                <Th scope="row" className="font-normal">
                  {kindWords[kind]}
                </Th>
                <Td className="text-right tabular-nums">{report.counts[kind].added}</Td>
                <Td className="text-right tabular-nums">{report.counts[kind].unchanged}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </div>
    </Card>
  );
}
