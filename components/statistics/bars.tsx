import { BarList } from "@/components/ui/bar-list";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { Picture } from "@/components/ui/picture";
import { TextLink } from "@/components/ui/text-link";

export type CountLine = { readonly key: string; readonly name: string; readonly count: number; /** Undefined where no list holds just these. */ readonly href?: string | undefined };

/** Counts by one thing as bars, in the order of the lines, and as a table. */
export function Bars({ lines, caption, head }: { lines: readonly CountLine[]; caption: string; head: string }) {
  const table = (
    <Table caption={caption}>
      <Thead>
        <Tr>
          <Th>{head}</Th>
          <Th className="text-right">Records</Th>
        </Tr>
      </Thead>
      <Tbody>
        {lines.map(({ key, name, count, href }) => (
          <Tr key={key}>
            <Th scope="row" className="font-normal!">
              {name}
            </Th>
            <Td className="text-right tabular-nums">
              {href === undefined ? (
                count.toLocaleString("en-GB")
              ) : (
                <TextLink href={href} prefetch={false} aria-label={`${count} records: ${name}`}>
                  {count.toLocaleString("en-GB")}
                </TextLink>
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
  return (
    <Picture table={table}>
      <BarList lines={lines.map(({ key, name, count, href }) => ({ key, name, value: count, href }))} />
    </Picture>
  );
}
