import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import { sourceAlignmentLabel } from "@/lib/codelists/source-alignment";
import { sourceBasisLabel } from "@/lib/codelists/source-basis";
import { reliabilityLabel, sourceDerivationLabel } from "@/lib/codelists/source-derivation";
import { sourceKindLabel } from "@/lib/codelists/source-kind";
import type { SourcePage } from "@/lib/sources/domain";
import { SourceName } from "./source-line";

/** Sources with facts about each; none of them is a grade of its owner. */
export function SourceTable({ items }: { items: SourcePage["items"] }) {
  return (
    <Table caption="Sources">
      <Thead>
        <Tr>
          <Th>No.</Th>
          <Th>Source</Th>
          <Th>Kind</Th>
          <Th>Who speaks through it</Th>
          <Th>How much was read</Th>
          <Th>Reliability</Th>
          <Th className="text-right">Used by</Th>
        </Tr>
      </Thead>
      <Tbody>
        {items.map((source) => (
          <Tr key={source.key}>
            <Td className="tabular-nums">
              <TextLink href={`/sources/${source.id}`} aria-label={`Source no. ${source.id}`}>
                {source.id}
              </TextLink>
            </Td>
            <Th scope="row" className="min-w-64 font-normal">
              <SourceName source={source} />
              <span className="block text-xs text-ink-soft">{source.key}</span>
            </Th>
            <Td>
              {sourceKindLabel(source.kind)}
              {source.derivation !== "ORIGINAL" && <span className="block text-xs text-ink-soft">{sourceDerivationLabel(source.derivation)}</span>}
            </Td>
            <Td>{sourceAlignmentLabel(source.alignment)}</Td>
            <Td>{sourceBasisLabel(source.basis)}</Td>
            <Td title={reliabilityLabel(source.reliability)}>{source.reliability}</Td>
            <Td className="text-right tabular-nums">{source.uses}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
