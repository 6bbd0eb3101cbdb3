import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import type { TrendMonth } from "@/lib/statistics/domain/told";
import { countedListHref } from "./statistics-address";
import { watchedText } from "./watched-look";

type MonthsTableProps = { months: readonly TrendMonth[]; counts: readonly number[]; params: URLSearchParams };

/** Every month of the picture, with who could observe in it. */
export function MonthsTable({ months, counts, params }: MonthsTableProps) {
  return (
    <div className="mt-4 max-h-96 overflow-y-auto print:max-h-none">
      <Table caption="Records by month, and who could observe" isCaptionVisible>
        <Thead>
          <Tr>
            <Th>Month</Th>
            <Th className="text-right">Records</Th>
            <Th>Watched</Th>
          </Tr>
        </Thead>
        <Tbody>
          {months.map(({ month, from, to, watched }, at) => (
            <Tr key={month}>
              <Th scope="row" className="font-normal!">
                {month}
              </Th>
              <Td className="text-right tabular-nums">
                {counts[at] === 0 ? (
                  "0"
                ) : (
                  <TextLink href={countedListHref(params, { from, to })} prefetch={false} aria-label={`${counts[at]} records of ${month}`}>
                    {counts[at]?.toLocaleString("en-GB")}
                  </TextLink>
                )}
              </Td>
              <Td className="text-ink-soft">{watchedText(watched)}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </div>
  );
}
