import type { Metadata } from "next";
import { MendForm } from "@/components/imports/row/mend-form";
import { RowTable } from "@/components/imports/rows/row-table";
import { ChangeTable } from "@/components/incidents/history/change-table";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { loadImportRow } from "@/lib/imports/loaders";

type Props = { params: Promise<{ id: string; record: string }> };

export const metadata: Metadata = { title: "Record of an import" };

export default async function ImportRowPage({ params }: Props) {
  const { id, record } = await params;
  const { run, row, headers, map, mayMend, difference } = await loadImportRow(Number(id), Number(record));
  const cells = headers.filter((header) => (row.cells[header] ?? "") !== "").map((header) => ({ key: header, term: header, description: <span className="break-words whitespace-pre-wrap">{row.cells[header]}</span> }));
  const isMendable = mayMend && cells.length > 0 && (row.effect === "HOLD" || row.effect === "REJECT" || row.isMended || row.decision !== null);
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            <TextLink href="/imports">Imports</TextLink> · <TextLink href={`/imports/${run.id}`}>{run.fileName}</TextLink>
          </>
        }
        title={`Record ${row.record}`}
      />
      <div className="grid grid-cols-1 gap-6">
        <RowTable id={run.id} rows={[row]} mayDecide={mayMend} />
        {row.reasons.length > 3 && (
          <Card title="Everything that was found">
            <ul className="list-disc space-y-1 pl-5 text-sm">
              {row.reasons.map((reason) => (
                <li key={`${reason.code} ${reason.column ?? ""} ${reason.message}`} className="break-words">
                  {reason.column !== null && <span className="text-ink-soft">{reason.column}: </span>}
                  {reason.message}
                </li>
              ))}
            </ul>
          </Card>
        )}
        {difference && (
          <Card title={`Against ${difference.reference}`} lead="What the file would change on record.">
            <ChangeTable changes={difference.changes} names={difference.names} caption={`Differences from ${difference.reference}`} />
          </Card>
        )}
        {isMendable ? (
          <Card title="Mend the cells" lead="Only this record is read again, by the same rules. The file itself stays as it came.">
            <MendForm id={run.id} record={row.record} headers={headers} map={map} cells={row.cells} reasons={row.reasons} />
          </Card>
        ) : (
          cells.length > 0 && (
            <Card title="Cells of the file">
              <DefinitionList items={cells} />
            </Card>
          )
        )}
      </div>
    </>
  );
}
