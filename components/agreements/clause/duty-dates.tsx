import { DateText, dayInWords } from "@/components/ui/date-text";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import type { DutyOfClause } from "@/lib/agreements/clauses/domain";
import { deadlineStandingLabel } from "@/lib/codelists/deadline-origin";
import { deadlineRuleLabel } from "@/lib/codelists/deadline-rule";
import { DeadlineOriginCell, DeadlineSettingCell } from "../deadline-cells";
import { outcomeInWords } from "./reading-outcomes";

type Deadline = DutyOfClause["deadlines"][number];

/** Every date of a duty with who set it, by what, with whose assent, on what basis, and what each reading makes of it. */
export function DutyDates({ duty }: { duty: DutyOfClause }) {
  return (
    <>
      <Table caption={`Dates of ${duty.text.code}, in the order they were set`}>
        <Thead>
          <Tr>
            <Th>Due</Th>
            <Th>Where it comes from</Th>
            <Th>Set by</Th>
            <Th>Outcome under each reading</Th>
          </Tr>
        </Thead>
        <Tbody>
          {duty.deadlines.map((deadline) => (
            <Tr key={`${deadline.origin}-${deadline.dueOn}-${deadline.setOn}`}>
              <Th scope="row">
                <DateText value={deadline.dueOn} />
                <span className="block text-xs font-normal text-ink-soft">
                  {deadlineStandingLabel(deadline.standing)} · {deadlineRuleLabel(deadline.rule)}
                </span>
              </Th>
              <DeadlineOriginCell deadline={deadline} />
              <DeadlineSettingCell deadline={deadline}>{setOn(duty, deadline)}</DeadlineSettingCell>
              <Td className="min-w-48">
                <Outcomes deadline={deadline} duty={duty} />
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      <p className="mt-1 text-xs text-ink-soft">An amended date stands beside its original and never in its place. The sources of the dates are those of the duty.</p>
    </>
  );
}

/** A date that is known to a month only is shown as that month. */
function setOn(duty: DutyOfClause, { setOn: day, dueOn, origin }: Deadline): string {
  const stored = duty.text.deadlines.find((entry) => entry.setOn === day && entry.dueOn === dueOn && entry.origin === origin);
  return stored === undefined || stored.setOnPrecision === "T4_DAY" ? dayInWords(day) : day.slice(0, 7);
}

const remark = ({ isBinding, isInForce }: Deadline["readings"][number]): string => (!isBinding ? "; decides nothing" : isInForce ? "" : "; no longer in force");

function Outcomes({ deadline, duty }: { deadline: Deadline; duty: DutyOfClause }) {
  if (!deadline.isKnown) return <span className="text-ink-soft">Not yet set on this day</span>;
  return (
    <ul>
      {deadline.readings.map((reading) => (
        <li key={reading.reading}>
          <span className="font-medium">{outcomeInWords(reading, duty)}</span>{" "}
          <span className="text-ink-soft">
            if {dayInWords(reading.lastDayInTime)} is the last day in time{remark(reading)}
          </span>
        </li>
      ))}
    </ul>
  );
}
