import { Card } from "@/components/ui/card";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { DateText, dayInWords } from "@/components/ui/date-text";
import { type HeatRow, HeatStrip } from "@/components/ui/heat-strip";
import { TextLink } from "@/components/ui/text-link";
import { complianceStateLabel } from "@/lib/codelists/compliance-state";
import { overlayLabel } from "@/lib/codelists/overlay";
import { timelinessLabel } from "@/lib/codelists/timeliness";
import type { ObligationView } from "@/lib/compliance/domain/obligation-detail";
import type { StripMonth } from "@/lib/compliance/domain/strip";
import type { StripMark } from "@/lib/compliance/domain/strip-marks";
import { MarkedDates, markKey } from "./marked-dates";
import { letterOf, lettersOf } from "./pictures/date-letters";
import { StateBadge, StateMarks } from "./state-badge";
import { StateLegend } from "./state-legend";
import { stateLook } from "./state-look";

/** The address of the duty on a day, the day of knowledge kept. */
type HrefOf = (on: StripMonth["on"]) => string;

/** The state of a duty month by month, with the dates that bear on it below; the same in a table. */
export function ObligationStrip({ obligation, hrefOf }: { obligation: ObligationView; hrefOf: HrefOf }) {
  const { code, strip } = obligation;
  const first = strip.months[0];
  if (!first) return null;
  return (
    <Card title="Month by month" lead="The state on the last day of each month, by the same rules; the last box is the day shown. What began and ended within a month is in the records below.">
      <HeatStrip label={`State of ${code} month by month`} rows={rowsOf(strip.months, hrefOf)} />
      <StateLegend label="Shapes in this strip" states={new Set(strip.months.map(({ state }) => state))} className="mt-1" />
      {strip.marks.length > 0 && <MarkList marks={strip.marks} from={first.month} asOf={obligation.asOf} />}
      <details className="mt-3 text-sm">
        <summary className="font-semibold">The same as a table</summary>
        <div className="mt-2">
          <MonthTable code={code} months={strip.months} hrefOf={hrefOf} />
        </div>
      </details>
    </Card>
  );
}

function rowsOf(months: readonly StripMonth[], hrefOf: HrefOf): HeatRow[] {
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  return years.map((year) => ({ label: year, cells: months.filter(({ month }) => month.startsWith(year)).map((month) => cellOf(month, hrefOf)) }));
}

function cellOf(entry: StripMonth, hrefOf: HrefOf): HeatRow["cells"][number] {
  const { shape, tone } = stateLook[entry.state];
  return { key: entry.month, column: Number(entry.month.slice(5)), text: textOf(entry), href: hrefOf(entry.on), shape, tone, letters: lettersOf(entry.marks) };
}

function textOf({ on, state, timeliness, overlays, marks }: StripMonth): string {
  const said = [complianceStateLabel(state), ...(timeliness === null ? [] : [timelinessLabel(timeliness)]), ...overlays.map(overlayLabel)].join("; ");
  return [`${dayInWords(on)}: ${said}`, ...marks.map((mark) => `${dayInWords(mark.on)}: ${mark.text}`)].join(". ");
}

function MarkList({ marks, from, asOf }: { marks: readonly StripMark[]; from: string; asOf: string }) {
  return (
    <ul aria-label="Dates marked below the months" className="mt-3 space-y-1 text-sm">
      {marks.map((mark) => (
        <li key={markKey(mark)} className="flex gap-2">
          <span aria-hidden="true" className="w-4 shrink-0 text-center font-semibold">
            {letterOf[mark.kind]}
          </span>
          <span className="min-w-0">
            <DateText value={mark.on} />: {mark.text}
            {/* By month, as the letters are: a date later in the last month still has its letter. */}
            {(mark.on.slice(0, 7) > asOf.slice(0, 7) || mark.on.slice(0, 7) < from) && <span className="text-ink-soft"> (outside the months shown)</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function MonthTable({ code, months, hrefOf }: { code: string; months: readonly StripMonth[]; hrefOf: HrefOf }) {
  return (
    <Table caption={`State of ${code} month by month`}>
      <Thead>
        <Tr>
          <Th>Day</Th>
          <Th>State</Th>
          <Th>Dates in the month</Th>
        </Tr>
      </Thead>
      <Tbody>
        {months.map((entry) => (
          <Tr key={entry.month}>
            <Th scope="row" className="font-normal">
              <TextLink href={hrefOf(entry.on)} prefetch={false}>
                <DateText value={entry.on} />
              </TextLink>
            </Th>
            <Td>
              <span className="flex flex-wrap gap-1.5">
                <StateBadge state={entry.state} />
                <StateMarks timeliness={entry.timeliness} overlays={entry.overlays} />
              </span>
            </Td>
            <Td>
              <MarkedDates marks={entry.marks} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
