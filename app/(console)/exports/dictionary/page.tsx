import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { dictionaryParts, listsOf, meaningOf, schemaVersions, tagOf } from "@/lib/exports/dictionary/domain";
import { dictionaryLists } from "@/lib/exports/dictionary/lists/domain";

export const metadata: Metadata = { title: "Data dictionary" };

const lists = listsOf(dictionaryParts);

/** Where codes of this list stand, each name once. */
const namesWith = (list: (typeof lists)[number]): string[] => [...new Set(dictionaryParts.flatMap(({ docs }) => docs.filter(([, doc]) => doc.list === list).map(([name]) => name)))];

function PartTable({ part: { files, title, docs } }: { part: (typeof dictionaryParts)[number] }) {
  const hasTags = docs.some(([name]) => tagOf(name, files) !== "");
  return (
    <section className="grid gap-2">
      <h2 className="text-base font-semibold text-ink">{title}</h2>
      <Table caption={title}>
        <Thead>
          <Tr>
            <Th>Name</Th>
            <Th className="hidden sm:table-cell">Type</Th>
            <Th>Meaning</Th>
            {hasTags && <Th>HXL</Th>}
          </Tr>
        </Thead>
        <Tbody>
          {docs.map(([name, doc]) => (
            <Tr key={name}>
              <Th scope="row" className="min-w-36 font-mono text-xs leading-5 break-all sm:break-normal">
                {name}
                <span className="block font-sans font-normal text-ink-soft sm:hidden">{doc.type}</span>
              </Th>
              <Td className="hidden whitespace-nowrap sm:table-cell">{doc.type}</Td>
              <Td className="min-w-44 sm:min-w-64">{meaningOf(doc, files)}</Td>
              {hasTags && <Td className="font-mono text-xs whitespace-nowrap">{tagOf(name, files)}</Td>}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </section>
  );
}

export default function DictionaryPage() {
  return (
    <>
      <PageHeader
        title="Data dictionary"
        lead={`What stands in the files that the list leaves as (${schemaVersions().join(", ")}), made from the same code lists that check what is entered.`}
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
        {dictionaryParts.map((part) => (
          <PartTable key={part.files} part={part} />
        ))}
        {lists.map((list) => (
          <Card key={list} title={list} lead={`Codes that may stand in ${namesWith(list).join(", ")}.`}>
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
