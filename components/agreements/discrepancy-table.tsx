import { SourceLine } from "@/components/sources/source-line";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import type { DiscrepancyView } from "@/lib/agreements/domain/view";

const readAs: Record<string, string> = { excerpt: "read in excerpt", data: "a data package", seed: "cited, not opened", "general-knowledge": "general knowledge" };

/** How much was read of what a row rests on: `3 sources: 2 read in excerpt, 1 cited, not opened`. */
function restsOn(sources: DiscrepancyView["sources"]): string {
  const counts = [...new Set(sources.map((source) => source.basis))].map((basis) => `${sources.filter((source) => source.basis === basis).length} ${readAs[basis] ?? basis}`);
  return `${sources.length} ${sources.length === 1 ? "source" : "sources"}: ${counts.join("; ")}`;
}

/** Where accounts of an agreement differ, and what that means for the data. */
export function DiscrepancyTable({ discrepancies, caption = "Discrepancies" }: { discrepancies: readonly DiscrepancyView[]; caption?: string }) {
  return (
    <Table caption={caption}>
      <Thead>
        <Tr>
          <Th>On what</Th>
          <Th>The article that the data began from</Th>
          <Th>Public texts and records</Th>
          <Th>What the data does</Th>
        </Tr>
      </Thead>
      <Tbody>
        {discrepancies.map((row) => (
          <Tr key={row.code} id={row.code}>
            <Th scope="row" className="min-w-44">
              {row.topic}
              <span className="block text-xs font-normal text-ink-soft">{row.code}</span>
              {row.obligations.length > 0 && (
                <span className="block text-xs font-normal">
                  {row.obligations.map((code, index) => (
                    <span key={code}>
                      {index > 0 && ", "}
                      <TextLink href={`/obligations/${encodeURIComponent(code)}`}>{code}</TextLink>
                    </span>
                  ))}
                </span>
              )}
            </Th>
            <Td className="min-w-52">{row.seedText}</Td>
            <Td className="min-w-52">
              {row.publicText}
              {row.sources.length > 0 && (
                <details className="mt-1 text-xs text-ink-soft">
                  <summary className="cursor-pointer">{restsOn(row.sources)}</summary>
                  <ul className="mt-1 space-y-1">
                    {row.sources.map((source) => (
                      <li key={source.key}>
                        <SourceLine source={source} />
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </Td>
            <Td className="min-w-44">{row.effect}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
