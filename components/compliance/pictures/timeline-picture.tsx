import { BandSample, type BandPattern } from "@/components/ui/band-pattern";
import { Card } from "@/components/ui/card";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { dayInWords } from "@/components/ui/date-text";
import { LegendList, Picture } from "@/components/ui/picture";
import { TextLink } from "@/components/ui/text-link";
import { type Lane, TimeLanes } from "@/components/ui/time-lanes";
import type { Timeline, TimelineBand, TimelineLane } from "@/lib/compliance/timeline/domain";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import { isOnAxis } from "@/lib/kernel/day-axis";
import { recordHref } from "../reason-list";
import { levelText } from "./level-look";
import { laneMark, markDays, TimelineLegend } from "./timeline-signs";

const patternOf: Record<TimelineBand["kind"], BandPattern> = { IN_TIME: "light", TOO_LATE: "hatched", PERIOD: "light" };
const bandWord: Record<TimelineBand["kind"], string> = { IN_TIME: "a notice is in time", TOO_LATE: "a notice comes too late for this period", PERIOD: "the period" };

type TimelinePictureProps = { code: string; timeline: Timeline; asOf: CalendarDate; sourcesOf: (reference: string) => number | undefined };

/** Dates, amendments, term and records of a duty over its days; the same in a table. */
export function TimelinePicture({ code, timeline: { axis, lanes }, asOf, sourcesOf }: TimelinePictureProps) {
  if (!axis) return null;
  const marks = lanes.flatMap((lane) => lane.marks);
  const kinds = [...new Set(lanes.flatMap(({ bands }) => bands.map(({ kind }) => kind)))];
  const legend = (
    <div className="space-y-1">
      <TimelineLegend marks={marks} />
      {kinds.length > 0 && <LegendList label="Bands in this picture" items={kinds.map((kind) => ({ key: kind, sign: <BandSample pattern={patternOf[kind]} />, word: bandWord[kind] }))} />}
    </div>
  );
  return (
    <Card id="timeline" title="Timeline" lead={<>Dates and records as they stood on {dayInWords(asOf)}. A mark says when, not how grave.</>}>
      <Picture legend={legend} note={isOnAxis(axis, asOf) ? "The dashed line is the day shown." : `The day shown, ${dayInWords(asOf)}, lies outside the days drawn.`} table={<TimelineTable code={code} lanes={lanes} sourcesOf={sourcesOf} />}>
        <TimeLanes label={`Timeline of ${code}, ${dayInWords(axis.from)} to ${dayInWords(axis.to)}: ${marks.length} dates and records in ${lanes.length} lanes`} axis={axis} lanes={lanes.map(laneOf)} shownOn={asOf} />
      </Picture>
    </Card>
  );
}

const laneOf = ({ kind, label, marks, bands }: TimelineLane): Lane => ({
  key: `${kind}|${label}`,
  label,
  marks: marks.map(laneMark),
  bands: bands.map((band) => ({ key: `${band.kind}|${band.from}`, from: band.from, to: band.to, pattern: patternOf[band.kind], text: band.text })),
});

function TimelineTable({ code, lanes, sourcesOf }: { code: string; lanes: readonly TimelineLane[]; sourcesOf: TimelinePictureProps["sourcesOf"] }) {
  return (
    <Table caption={`Timeline of ${code}`}>
      <Thead>
        <Tr>
          <Th>Days</Th>
          <Th>What</Th>
          <Th>Lane</Th>
          <Th>Level</Th>
          <Th>Sources</Th>
        </Tr>
      </Thead>
      <Tbody>
        {lanes.flatMap((lane) => [
          ...lane.bands.map((band) => (
            <Tr key={`${lane.label}|${band.kind}`}>
              <Th scope="row" className="font-normal">
                {markDays({ on: band.from, until: band.to })}
              </Th>
              <Td>{band.text}</Td>
              <Td>{lane.label}</Td>
              <Td />
              <Td />
            </Tr>
          )),
          ...lane.marks.map((mark, index) => (
            <Tr key={`${lane.label}|${mark.on}|${mark.text}|${index}`}>
              <Th scope="row" className="font-normal">
                {markDays(mark)}
              </Th>
              <Td>
                {mark.recordId === null ? mark.text : <TextLink href={recordHref(mark.recordId)}>{mark.text}</TextLink>}
                {mark.isDeciding && <span className="text-ink-soft"> (named by the reasons)</span>}
              </Td>
              <Td>{lane.label}</Td>
              <Td>{mark.verification === null ? "" : levelText(mark.verification)}</Td>
              <Td className="tabular-nums">{mark.reference === null ? "" : (sourcesOf(mark.reference) ?? "not counted")}</Td>
            </Tr>
          )),
        ])}
      </Tbody>
    </Table>
  );
}
