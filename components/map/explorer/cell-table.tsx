import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import type { MapCell } from "@/lib/map/domain/cell";
import { type MapNames, placingOf, whereOf } from "@/lib/map/domain/words";
import { cellsHref, markHref } from "./map-address";

type CellTableProps = { cells: readonly MapCell[]; names: MapNames; params: URLSearchParams; counts: { total: number; notOnMap: number; notOnMapHref: string } };

/** More lines than this are read as a list or an export. */
const mostLines = 300;

/** What the map shows, as a table: the same marks with the same counts, and what no map shows. */
export function CellTable({ cells, names, params, counts }: CellTableProps) {
  const [lines, rest] = [cells.slice(0, mostLines), cells.slice(mostLines)];
  return (
    <Table caption="Marks of the map, the largest first">
      <Thead>
        <Tr>
          <Th>Where</Th>
          <Th>How it is placed</Th>
          <Th className="text-right">Records</Th>
          <Th>
            <span className="sr-only">Ways on</span>
          </Th>
        </Tr>
      </Thead>
      <Tbody>
        {lines.map((cell) => (
          <Tr key={cell.id}>
            <Th scope="row" className="font-normal">
              {whereOf(cell, names)}
            </Th>
            <Td className="text-ink-soft">{placingOf[cell.kind]}</Td>
            <Td className="text-right tabular-nums">{cell.count.toLocaleString("en-GB")}</Td>
            <Td className="whitespace-nowrap">
              <TextLink href={markHref(params, cell.id)} scroll={false} prefetch={false}>
                Select
              </TextLink>{" "}
              · <TextLink href={cellsHref(params, [cell]) ?? "/incidents"} prefetch={false}>List</TextLink>
            </Td>
          </Tr>
        ))}
        {rest.length > 0 && (
          <Tr>
            <Th scope="row" colSpan={2} className="font-normal">
              {rest.length.toLocaleString("en-GB")} further marks
            </Th>
            <Td className="text-right tabular-nums">{rest.reduce((sum, { count }) => sum + count, 0).toLocaleString("en-GB")}</Td>
            <Td />
          </Tr>
        )}
        <Tr>
          <Th scope="row" colSpan={2} className="font-normal">
            Not shown on the map
          </Th>
          <Td className="text-right tabular-nums">{counts.notOnMap.toLocaleString("en-GB")}</Td>
          <Td>{counts.notOnMap > 0 && <TextLink href={counts.notOnMapHref}>List</TextLink>}</Td>
        </Tr>
        <Tr>
          <Th scope="row" colSpan={2}>
            All records of the filters
          </Th>
          <Td className="text-right font-semibold tabular-nums">{counts.total.toLocaleString("en-GB")}</Td>
          <Td />
        </Tr>
      </Tbody>
    </Table>
  );
}
