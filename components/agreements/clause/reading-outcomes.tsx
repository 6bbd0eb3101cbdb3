import { Card } from "@/components/ui/card";
import { dayInWords } from "@/components/ui/date-text";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import { type BoardMoment, obligationHref } from "@/components/compliance/board-address";
import { daysLate, type DutyOfClause } from "@/lib/agreements/clauses/domain";
import { timelinessLabel } from "@/lib/codelists/timeliness";
import type { DeadlineReading } from "@/lib/compliance/domain/deadlines";

const late = (days: number): string => `${days} ${days === 1 ? "day" : "days"} late`;

/** What a reading makes of the date: "On time", or by how many days it was missed. */
export function outcomeInWords(reading: DeadlineReading, duty: Pick<DutyOfClause, "doneOn">): string {
  const days = daysLate(reading, duty.doneOn);
  return days === null ? timelinessLabel(reading.outcome) : late(days);
}

/** Where wordings differ on whether the named day is in time: both outcomes beside each other, neither of them ours. */
export function ReadingOutcomes({ duties, moment }: { duties: readonly DutyOfClause[]; moment: BoardMoment }) {
  const disputed = duties.flatMap((duty) => duty.deadlines.filter((deadline) => deadline.readings.length > 1).map((deadline) => ({ duty, deadline })));
  if (disputed.length === 0) return null;
  return (
    <Card title="What the words decide" lead="Published wordings differ on whether the named day is still in time. Both outcomes stand; none of the readings is ours.">
      <Table caption="What each reading of the date means for the status">
        <Thead>
          <Tr>
            <Th>Read as</Th>
            <Th>Last day in time</Th>
            <Th>Done</Th>
            <Th>Outcome</Th>
            <Th>Duty</Th>
          </Tr>
        </Thead>
        <Tbody>
          {disputed.flatMap(({ duty, deadline }) =>
            deadline.readings.map((reading) => (
              <Tr key={`${duty.text.code}-${deadline.dueOn}-${reading.reading}`}>
                <Th scope="row" className="min-w-36">{reading.reading === "INCLUSIVE" ? `“by ${dayInWords(reading.dueOn)}”, that day included` : `“before ${dayInWords(reading.dueOn)}”`}</Th>
                <Td className="min-w-32">{dayInWords(reading.lastDayInTime)}</Td>
                <Td className="min-w-32">{duty.doneOn === null ? "Not on record by this day" : dayInWords(duty.doneOn)}</Td>
                <Td className="min-w-24 font-semibold">{outcomeInWords(reading, duty)}</Td>
                <Td>
                  <TextLink href={obligationHref(duty.text.code, moment)}>{duty.text.code}</TextLink>
                </Td>
              </Tr>
            )),
          )}
        </Tbody>
      </Table>
    </Card>
  );
}
