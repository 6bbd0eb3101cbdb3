import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import { incidentTypeLabel } from "@/lib/codelists/incident-type";
import { averageOver, type Period } from "@/lib/statistics/domain/period";
import { summedBy } from "@/lib/statistics/domain/table";
import type { Comparison } from "@/lib/statistics/domain/told";
import { countedListHref } from "./statistics-address";

type Line = { readonly key: string; readonly name: string; readonly now: number; readonly before: number; readonly since: number };

/** A period beside as many days before it, and beside its like since the day of reference. A difference is of records, and may be one of who reports. */
export function ComparisonTable({ comparison, params }: { comparison: Comparison; params: URLSearchParams }) {
  const { period, previous, since } = comparison;
  const lines = linesOf(comparison);
  return (
    <Table caption="Records of the period compared, by type">
      <Thead>
        <Tr>
          <Th>Type</Th>
          <PeriodHead period={period} />
          {previous && <PeriodHead period={previous} />}
          {previous && <Th className="text-right">Difference</Th>}
          {since && <Th className="text-right whitespace-normal">On average in {period.days} days since <DateText value={since.from} /></Th>}
        </Tr>
      </Thead>
      <Tbody>
        {lines.map(({ key, name, now, before, since: whole }) => (
          <Tr key={key} className={key === "" ? "font-semibold" : undefined}>
            <Th scope="row" className={key === "" ? undefined : "font-normal!"}>
              {name}
            </Th>
            <CountCell count={now} href={listOf(params, key, period)} label={`${now} records, ${name}, in the period`} />
            {previous && <CountCell count={before} href={listOf(params, key, previous)} label={`${before} records, ${name}, in the days before`} />}
            {previous && <Td className="text-right tabular-nums">{signed(now - before)}</Td>}
            {since && <Td className="text-right tabular-nums">{averageOver(whole, since, period).toLocaleString("en-GB")}</Td>}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

const PeriodHead = ({ period }: { period: Period }) => (
  <Th className="text-right whitespace-normal">
    <DateText value={period.from} /> to <DateText value={period.to} />
  </Th>
);

const CountCell = ({ count, href, label }: { count: number; href: string; label: string }) => (
  <Td className="text-right tabular-nums">
    {count === 0 ? (
      "0"
    ) : (
      <TextLink href={href} prefetch={false} aria-label={label}>
        {count.toLocaleString("en-GB")}
      </TextLink>
    )}
  </Td>
);

const listOf = (params: URLSearchParams, type: string, { from, to }: Period): string => countedListHref(params, { ...(type !== "" && { type }), from, to });
const signed = (difference: number): string => (difference > 0 ? `+${difference.toLocaleString("en-GB")}` : difference.toLocaleString("en-GB").replace("-", "−"));
const allOf = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

/** All types together, then each type that occurs in the period or before it, by its code. */
function linesOf({ counts }: Comparison): Line[] {
  const [now, before, since] = [summedBy(counts.period, "type"), summedBy(counts.previous, "type"), summedBy(counts.since, "type")];
  const types = [...new Set([...now.keys(), ...before.keys()])].sort();
  const lineOf = (type: string): Line => ({ key: type, name: incidentTypeLabel(type), now: now.get(type) ?? 0, before: before.get(type) ?? 0, since: since.get(type) ?? 0 });
  return [{ key: "", name: "All types", now: allOf(now), before: allOf(before), since: allOf(since) }, ...types.map(lineOf)];
}
