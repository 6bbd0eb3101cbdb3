import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Table, Tbody, Td, Th, Thead, Tr } from "./data-table";
import { TextLink } from "./text-link";

export type CrossedColumn = { readonly key: string; readonly head: ReactNode; readonly isGrey?: boolean };
export type CrossedLine = { readonly key: string; readonly name: ReactNode; readonly cells: readonly { readonly count: number; /** Undefined where no list holds just these. */ readonly href?: string | undefined; readonly label: string }[]; readonly sum: number };

type CrossedTableProps = { caption: string; lineHead: string; columns: readonly CrossedColumn[]; lines: readonly CrossedLine[]; most: number; /** What the last column says of a line. */ sumHead: string };

// Shades are steps of one colour and stand behind the number, which carries the meaning.
const shades = ["", "bg-accent-soft", "bg-accent-line", "bg-accent text-accent-contrast [&_a]:text-accent-contrast"] as const;
const shadeOf = (count: number, most: number): string => (count === 0 || most === 0 ? shades[0] : (shades[Math.ceil((3 * count) / most)] ?? shades[3]));

/** Lines by columns: a number in each cell, the darker the larger, and, where a list holds just that, a way to it. */
export function CrossedTable({ caption, lineHead, columns, lines, most, sumHead }: CrossedTableProps) {
  return (
    <Table caption={caption}>
      <Thead>
        <Tr>
          <Th>{lineHead}</Th>
          {columns.map(({ key, head, isGrey }) => (
            <Th key={key} className={classNames("px-2 text-right", isGrey === true && "bg-line text-ink-soft")}>
              {head}
            </Th>
          ))}
          <Th className="text-right">{sumHead}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {lines.map(({ key, name, cells, sum }) => (
          <Tr key={key}>
            <Th scope="row" className="min-w-44 font-normal!">
              {name}
            </Th>
            {cells.map(({ count, href, label }, at) => (
              <Td key={columns[at]?.key ?? at} className={classNames("px-2 text-right tabular-nums", columns[at]?.isGrey === true && count === 0 ? "bg-sunken" : shadeOf(count, most))}>
                <CellNumber count={count} href={href} label={label} />
              </Td>
            ))}
            <Td className="text-right font-semibold tabular-nums">{sum.toLocaleString("en-GB")}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function CellNumber({ count, href, label }: CrossedLine["cells"][number]) {
  if (count === 0) return <span className="text-ink-soft">0</span>;
  if (href === undefined) return count.toLocaleString("en-GB");
  return (
    <TextLink href={href} prefetch={false} aria-label={label}>
      {count.toLocaleString("en-GB")}
    </TextLink>
  );
}
