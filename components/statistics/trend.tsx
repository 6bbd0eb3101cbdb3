import { MonthColumns } from "@/components/ui/month-columns";
import { CrossedTable } from "@/components/ui/crossed-table";
import { Picture } from "@/components/ui/picture";
import { BandSample } from "@/components/ui/band-pattern";
import { incidentTypeLabel } from "@/lib/codelists/incident-type";
import type { Counted } from "@/lib/statistics/domain/dimension";
import { crossed, summedBy } from "@/lib/statistics/domain/table";
import type { TrendMonth } from "@/lib/statistics/domain/told";
import { MonthsTable } from "./months-table";
import { countedListHref } from "./statistics-address";
import { groundOf, WatchedLegend, watchedText } from "./watched-look";
import { spansOf } from "./trend-spans";

type TrendProps = { months: readonly TrendMonth[]; groups: readonly Counted[]; params: URLSearchParams };

/** Records by the month in which they began, all together as columns, and by type in the table. */
export function Trend({ months, groups, params }: TrendProps) {
  const sums = summedBy(groups, "month");
  const counts = months.map(({ month }) => sums.get(month) ?? 0);
  const most = Math.max(0, ...counts);
  const columns = months.map(({ month, watched }, at) => ({
    key: month, ground: groundOf(watched), title: `${month}: ${counts[at]} records; ${watchedText(watched)}`,
    parts: [{ pattern: "full" as const, count: counts[at] ?? 0 }],
  }));
  return (
    <Picture
      table={<><TypesTable months={months} groups={groups} params={params} /><MonthsTable months={months} counts={counts} params={params} /></>}
      tableTitle="By type, and month by month, as tables"
      legend={
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-ink-soft">
          <span className="inline-flex items-center gap-1.5">
            <BandSample pattern="full" /> Records that began in the month
          </span>
          <WatchedLegend />
        </p>
      }
    >
      <MonthColumns label={`Records by month, ${months[0]?.month ?? ""} to ${months.at(-1)?.month ?? ""}; at most ${most} in one month`} columns={columns} most={most} />
    </Picture>
  );
}

function TypesTable({ months, groups, params }: TrendProps) {
  const spans = spansOf(months);
  const table = crossed(groups, { line: "type", column: "month", columns: spans.map(({ key }) => key), columnOf: (month) => spans.find(({ from, to }) => from <= `${month}-01` && `${month}-01` <= to)?.key ?? "" });
  return (
    <CrossedTable
      caption="Records by type and time"
      lineHead="Type"
      sumHead="All"
      most={table.most}
      columns={spans.map(({ key, watched }) => ({ key, head: key, isGrey: watched === 0 }))}
      lines={table.lines.map(({ value, cells, sum }) => ({
        key: value, name: incidentTypeLabel(value), sum,
        cells: cells.map((count, at) => ({ count, label: `${count} records of ${incidentTypeLabel(value)}, ${spans[at]?.key ?? ""}`, href: countedListHref(params, { type: value, from: spans[at]?.from ?? "", to: spans[at]?.to ?? "" }) })),
      }))}
    />
  );
}
