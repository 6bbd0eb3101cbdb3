import { DateText, dayInWords } from "@/components/ui/date-text";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { amendmentAcceptanceLabel, amendmentInstrumentLabel } from "@/lib/codelists/amendment";
import { deadlineOriginLabel } from "@/lib/codelists/deadline-origin";
import { deadlineRuleLabel } from "@/lib/codelists/deadline-rule";
import { timelinessLabel } from "@/lib/codelists/timeliness";
import type { DeadlineReading } from "@/lib/compliance/domain/deadlines";
import type { DeadlineView } from "@/lib/compliance/domain/obligation-view";

/** Every date of a duty, the text's own beside what it was moved to, with the outcome under each reading. */
export function DeadlineTable({ deadlines }: { deadlines: readonly DeadlineView[] }) {
  return (
    <Table caption="Deadlines, in the order they were set">
      <Thead>
        <Tr>
          <Th>Due</Th>
          <Th>Where it comes from</Th>
          <Th>Wording and rule</Th>
          <Th>Outcome under each reading</Th>
        </Tr>
      </Thead>
      <Tbody>
        {deadlines.map((deadline) => (
          <Tr key={`${deadline.origin}-${deadline.dueOn}-${deadline.setOn}`}>
            <Th scope="row">
              <DateText value={deadline.dueOn} />
              {deadline.readings.some((reading) => reading.isInForce) && <span className="block text-xs font-normal text-ink-soft">in force</span>}
            </Th>
            <Td>
              <span className="font-medium">{deadlineOriginLabel(deadline.origin)}</span>
              {deadline.instrument !== null && `, ${amendmentInstrumentLabel(deadline.instrument).toLowerCase()}`}
              {deadline.acceptance !== null && `, ${amendmentAcceptanceLabel(deadline.acceptance).toLowerCase()}`}
              <span className="mt-0.5 block text-ink-soft">
                Set by {deadline.setBy} on {dayInWords(deadline.setOn)}. {deadline.basis}
              </span>
            </Td>
            <Td>
              {deadline.wording !== null && <span className="block">“{deadline.wording}”</span>}
              <span className="text-ink-soft">{deadlineRuleLabel(deadline.rule)}</span>
            </Td>
            <Td>{deadline.isKnown ? <Readings readings={deadline.readings} /> : <span className="text-ink-soft">Not yet set on this day</span>}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function Readings({ readings }: { readings: readonly DeadlineReading[] }) {
  return (
    <ul className="space-y-1">
      {readings.map((reading) => (
        <li key={reading.reading}>
          <span className="font-medium">{timelinessLabel(reading.outcome)}</span>{" "}
          <span className="text-ink-soft">
            if {dayInWords(reading.lastDayInTime)} is the last day in time{reading.isBinding ? "" : "; decides nothing"}
          </span>
        </li>
      ))}
    </ul>
  );
}
