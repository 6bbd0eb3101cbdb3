import { BandSample, type BandPattern } from "@/components/ui/band-pattern";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { MonthColumns } from "@/components/ui/month-columns";
import { Picture } from "@/components/ui/picture";
import { knowledgeLabel, knowledges, type Knowledge, type KnowledgeCounts, type LedgerSeries } from "@/lib/statistics/domain/ledger-series";
import type { TrendMonth } from "@/lib/statistics/domain/told";

const patternOf: Readonly<Record<Exclude<Knowledge, "NOT_COUNTED">, BandPattern>> = { VERIFIED: "full", CORROBORATED: "hatched", CLAIMED: "light" };
const drawn = ["VERIFIED", "CORROBORATED", "CLAIMED"] as const;
const heightOf = (counts: KnowledgeCounts): number => drawn.reduce((sum, knowledge) => sum + counts[knowledge], 0);

/** What each side reported, and what those who watch for others did: each ledger for itself, all on one scale, never added up. */
export function Ledgers({ ledgers, months }: { ledgers: readonly LedgerSeries[]; months: readonly TrendMonth[] }) {
  const most = Math.max(0, ...ledgers.flatMap((ledger) => ledger.months.map(heightOf)));
  return (
    <Picture table={<LedgerTable ledgers={ledgers} />} legend={<Legend />}>
      <div className="grid gap-x-8 gap-y-5 lg:grid-cols-2">
        {ledgers.map(({ ledger, months: counts, records }) => (
          <section key={ledger.code} aria-label={ledger.label}>
            <h3 className="mb-1 text-sm font-semibold">
              {ledger.label} <span className="font-normal text-ink-soft">· {records.toLocaleString("en-GB")} records</span>
            </h3>
            <MonthColumns
              label={`${ledger.label}, by month: ${records} records`}
              height={84}
              most={most}
              columns={months.map(({ month, watched }, at) => ({
                key: month, isGrey: watched === 0, title: titleOf(month, counts[at]),
                parts: drawn.map((knowledge) => ({ pattern: patternOf[knowledge], count: counts[at]?.[knowledge] ?? 0 })),
              }))}
            />
          </section>
        ))}
      </div>
    </Picture>
  );
}

const titleOf = (month: string, counts: KnowledgeCounts | undefined): string => `${month}: ${knowledges.map((knowledge) => `${knowledgeLabel[knowledge]} ${counts?.[knowledge] ?? 0}`).join("; ")}`;

const Legend = () => (
  <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-ink-soft">
    {drawn.map((knowledge) => (
      <span key={knowledge} className="inline-flex items-center gap-1.5">
        <BandSample pattern={patternOf[knowledge]} /> {knowledgeLabel[knowledge]}
      </span>
    ))}
  </p>
);

function LedgerTable({ ledgers }: { ledgers: readonly LedgerSeries[] }) {
  return (
    <Table caption="Records in each ledger by how well they are known; ledgers are not added up">
      <Thead>
        <Tr>
          <Th>Ledger</Th>
          {knowledges.map((knowledge) => (
            <Th key={knowledge} className="text-right">
              {knowledgeLabel[knowledge]}
            </Th>
          ))}
          <Th className="text-right">In this ledger</Th>
        </Tr>
      </Thead>
      <Tbody>
        {ledgers.map(({ ledger, all, records }) => (
          <Tr key={ledger.code}>
            <Th scope="row" className="font-normal!">
              {ledger.label}
            </Th>
            {knowledges.map((knowledge) => (
              <Td key={knowledge} className="text-right tabular-nums">
                {all[knowledge].toLocaleString("en-GB")}
              </Td>
            ))}
            <Td className="text-right font-semibold tabular-nums">{records.toLocaleString("en-GB")}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
