import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { columnDocs, dictionaryLists, truceSchemaVersion } from "@/lib/exports/dictionary/domain";
import { truceColumns } from "@/lib/exports/domain";
import { hxlTags } from "@/lib/exports/hxl/domain";

export const metadata: Metadata = { title: "Data dictionary" };

const lists = [...new Set(truceColumns.flatMap((column) => columnDocs[column].list ?? []))];

export default function DictionaryPage() {
  return (
    <>
      <PageHeader
        title="Data dictionary"
        lead={`Columns of the files that the list leaves as (${truceSchemaVersion}), made from the same code lists that check what is entered.`}
        actions={
          <>
            {(["csv", "json", "md"] as const).map((suffix) => (
              <LinkButton key={suffix} href={`/api/v1/dictionary.${suffix}`} prefetch={false} size="small" download>
                {suffix === "md" ? "Markdown" : suffix.toUpperCase()}
              </LinkButton>
            ))}
          </>
        }
      />
      <div className="grid gap-4">
        <Table caption="Columns">
          <Thead>
            <Tr>
              <Th>Column</Th>
              <Th>Type</Th>
              <Th>Meaning</Th>
              <Th>HXL</Th>
            </Tr>
          </Thead>
          <Tbody>
            {truceColumns.map((column) => (
              <Tr key={column}>
                <Th scope="row" className="font-mono text-xs">
                  {column}
                </Th>
                <Td>{columnDocs[column].type}</Td>
                <Td className="min-w-64">{columnDocs[column].meaning}</Td>
                <Td className="font-mono text-xs whitespace-nowrap">{hxlTags[column]}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
        {lists.map((list) => (
          <Card key={list} title={list} lead="Codes that may stand in the column of this name.">
            <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[minmax(11rem,max-content)_1fr]">
              {dictionaryLists[list].map(({ code, label }) => (
                <div key={code} className="contents">
                  <dt className="font-mono text-xs leading-5 text-ink-soft">{code}</dt>
                  <dd className="mb-1 text-ink sm:mb-0">{label}</dd>
                </div>
              ))}
            </dl>
          </Card>
        ))}
      </div>
    </>
  );
}
