import type { ReactNode } from "react";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { knowledgeLabel, knowledges, type KnowledgeSeries, type LedgerSeries } from "@/lib/statistics/domain/ledger-series";
import type { TrendMonth } from "@/lib/statistics/domain/told";
import { spansOf } from "./trend-spans";

/** What stands apart from the ledgers. */
export const knownTitle = "Each counted record once, whoever reported it";

type Series = { ledgers: readonly LedgerSeries[]; known: KnowledgeSeries };

/** A line of numbers, its name first. */
const Line = ({ name, numbers }: { name: ReactNode; numbers: readonly { key: string; count: number }[] }) => (
  <Tr>
    <Th scope="row" className="font-normal!">
      {name}
    </Th>
    {numbers.map(({ key, count }) => (
      <Td key={key} className="text-right tabular-nums">
        {count.toLocaleString("en-GB")}
      </Td>
    ))}
  </Tr>
);

const Heads = ({ first, heads }: { first: string; heads: readonly { key: string; head: string }[] }) => (
  <Thead>
    <Tr>
      <Th>{first}</Th>
      {heads.map(({ key, head }) => (
        <Th key={key} className="text-right">
          {head}
        </Th>
      ))}
    </Tr>
  </Thead>
);

/** Ledgers by how well their records are known. What stands apart is a body of its own, so that nobody reads it as their sum. */
export function LedgerTable({ ledgers, known }: Series) {
  const numbersOf = ({ all, records }: KnowledgeSeries) => [...knowledges.map((knowledge) => ({ key: knowledge as string, count: all[knowledge] })), { key: "records", count: records }];
  return (
    <Table caption="Records in each ledger by how well they are known; ledgers are not added up">
      <Heads first="Ledger" heads={[...knowledges.map((knowledge) => ({ key: knowledge as string, head: knowledgeLabel[knowledge] })), { key: "records", head: "In this ledger" }]} />
      <Tbody>
        {ledgers.map(({ ledger, ...series }) => (
          <Line key={ledger.code} name={ledger.label} numbers={numbersOf(series)} />
        ))}
      </Tbody>
      <Tbody className="border-t-4 border-line-strong">
        <Line name={knownTitle} numbers={numbersOf(known)} />
      </Tbody>
    </Table>
  );
}

/** Ledgers over the time of the pictures: by months, or by years where these are many. */
export function LedgerSpans({ ledgers, known, months }: Series & { months: readonly TrendMonth[] }) {
  const spans = spansOf(months);
  const numbersOf = (series: KnowledgeSeries) => spans.map(({ key, from, to }) => ({ key, count: sumOf(series, months.map((month) => month.from >= from && month.to <= to)) }));
  return (
    <div className="mt-4">
      <Table caption="Records in each ledger over time" isCaptionVisible>
        <Heads first="Ledger" heads={spans.map(({ key }) => ({ key, head: key }))} />
        <Tbody>
          {ledgers.map(({ ledger, ...series }) => (
            <Line key={ledger.code} name={ledger.label} numbers={numbersOf(series)} />
          ))}
        </Tbody>
        <Tbody className="border-t-4 border-line-strong">
          <Line name={knownTitle} numbers={numbersOf(known)} />
        </Tbody>
      </Table>
    </div>
  );
}

const sumOf = ({ months }: KnowledgeSeries, isMeant: readonly boolean[]): number => months.reduce((sum, counts, at) => (isMeant[at] === true ? sum + knowledges.reduce((all, knowledge) => all + counts[knowledge], 0) : sum), 0);
