import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import { confidenceLabel } from "@/lib/codelists/source-basis";
import type { ObligationZone } from "@/lib/map/zones/domain";

/** Where duties hold, from when to when, and on what that rests. */
export function ZoneTable({ zones }: { zones: readonly ObligationZone[] }) {
  return (
    <Table caption="Zones of duties on the map">
      <Thead>
        <Tr>
          <Th>Zone</Th>
          <Th>Duty</Th>
          <Th>From</Th>
          <Th>To</Th>
          <Th>Basis</Th>
        </Tr>
      </Thead>
      <Tbody>
        {zones.map((zone) => (
          <Tr key={zone.key}>
            <Th scope="row" className="min-w-48 font-normal">
              {zone.title}
              {zone.shape.kind === "WAY" && <span className="block text-xs text-ink-soft">{zone.shape.places.map(({ label }) => label).join(" – ")}</span>}
            </Th>
            <Td>
              <TextLink href={`/obligations/${zone.obligation}`}>{zone.obligation}</TextLink>
            </Td>
            <Td>
              <DateText value={zone.validFrom} />
            </Td>
            <Td>{zone.validTo === null ? "no end on record" : <DateText value={zone.validTo} />}</Td>
            <Td className="min-w-64 text-ink-soft">
              {zone.basis} {confidenceLabel(zone.confidence)}.
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
