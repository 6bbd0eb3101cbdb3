import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import type { InstrumentGraph } from "@/lib/agreements/graph/domain/graph";
import { instrumentRelationLabel } from "@/lib/codelists/instrument-relation";

/** The instruments and their links in rows: what the drawing shows, for reading aloud, narrow screens and paper. */
export function LinkTable({ graph: { instruments, links } }: { graph: InstrumentGraph }) {
  const titleOf = (code: string): string => instruments.find((instrument) => instrument.code === code)?.title ?? code;
  return (
    <Table caption="Instruments and their links">
      <Thead>
        <Tr>
          <Th>Date</Th>
          <Th>Instrument</Th>
          <Th>Stands to others</Th>
        </Tr>
      </Thead>
      <Tbody>
        {instruments.map((instrument) => {
          const own = links.filter((link) => link.from === instrument.code);
          return (
            <Tr key={instrument.code}>
              <Td>
                <DateText value={instrument.signedOn} />
              </Td>
              <Th scope="row" className="min-w-44">
                <TextLink href={`/agreements/${encodeURIComponent(instrument.code)}`}>{instrument.title}</TextLink>
                <span className="block text-xs font-normal text-ink-soft">{instrument.conflict}</span>
              </Th>
              <Td className="min-w-52">
                {own.length === 0 && <span className="text-ink-soft">No link on record</span>}
                {own.map((link) => (
                  <span key={`${link.relation}-${link.to}`} className="block">
                    {instrumentRelationLabel(link.relation)}: {titleOf(link.to)}
                    {link.note !== null && <span className="block text-xs text-ink-soft">{link.note}</span>}
                  </span>
                ))}
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}
