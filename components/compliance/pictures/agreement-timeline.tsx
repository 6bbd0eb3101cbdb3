import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { dayInWords } from "@/components/ui/date-text";
import { Picture } from "@/components/ui/picture";
import { TextLink } from "@/components/ui/text-link";
import { TimeLanes } from "@/components/ui/time-lanes";
import type { AgreementTimeline as Timeline, DutyLane } from "@/lib/compliance/timeline/domain";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import { isOnAxis } from "@/lib/kernel/day-axis";
import { type BoardMoment, obligationHref } from "../board-address";
import { levelText } from "./level-look";
import { laneMark, markDays, TimelineLegend } from "./timeline-signs";

type AgreementTimelineProps = { timeline: Timeline; moment: BoardMoment & { readonly asOf: CalendarDate } };

/** The dates and counted records of all duties of an agreement on one axis, a lane for each duty; the same in a table. */
export function AgreementTimeline({ timeline: { axis, duties }, moment }: AgreementTimelineProps) {
  if (!axis) return <p className="text-sm text-ink-soft">No date and no counted record up to {dayInWords(moment.asOf)}.</p>;
  const marks = duties.flatMap((duty) => duty.marks);
  const where = isOnAxis(axis, moment.asOf) ? "The dashed line is the day shown." : `The day shown, ${dayInWords(moment.asOf)}, lies outside the days drawn.`;
  return (
    <Picture isLong legend={<TimelineLegend marks={marks} />} note={<>{where} Claims that wait are not drawn here; the table counts them, and the page of each duty draws them.</>} table={<DutiesTable duties={duties} moment={moment} />}>
      <TimeLanes
        label={`Timeline of ${duties.length} duties, ${dayInWords(axis.from)} to ${dayInWords(axis.to)}: ${marks.length} dates and counted records`}
        axis={axis}
        lanes={duties.map(({ code, title, marks: own }) => ({ key: code, label: `${code} ${title}`, marks: own.map(laneMark) }))}
        shownOn={moment.asOf}
      />
    </Picture>
  );
}

function DutiesTable({ duties, moment }: { duties: readonly DutyLane[]; moment: BoardMoment }) {
  return (
    <Table caption="Dates and counted records of each duty">
      <Thead>
        <Tr>
          <Th>Duty</Th>
          <Th>Days</Th>
          <Th>What</Th>
          <Th>Level</Th>
        </Tr>
      </Thead>
      <Tbody>
        {duties.flatMap(({ code, title, marks, waiting }) => [
          <Tr key={code}>
            <Th scope="row" colSpan={4} className="bg-sunken font-semibold">
              <TextLink href={obligationHref(code, moment)} prefetch={false}>
                {code} {title}
              </TextLink>
              <span className="font-normal text-ink-soft">
                {" "}
                {marks.length} dates and counted records, {waiting} claims waiting
              </span>
            </Th>
          </Tr>,
          ...marks.map((mark, index) => (
            <Tr key={`${code}|${mark.on}|${mark.text}|${index}`}>
              <Td className="font-mono text-xs">{mark.reference ?? code}</Td>
              <Td className="whitespace-nowrap">{markDays(mark)}</Td>
              <Td>
                {mark.text}
                {mark.isDeciding && <span className="text-ink-soft"> (named by the reasons)</span>}
              </Td>
              <Td>{mark.verification === null ? "" : levelText(mark.verification)}</Td>
            </Tr>
          )),
        ])}
      </Tbody>
    </Table>
  );
}
