import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import type { DeadlineText } from "@/lib/agreements/domain/view";
import { amendmentAcceptanceLabel, amendmentInstrumentLabel } from "@/lib/codelists/amendment";
import { deadlineOriginLabel, deadlineStandingLabel } from "@/lib/codelists/deadline-origin";
import { deadlineRuleLabel } from "@/lib/codelists/deadline-rule";

/** Every due date of a duty: an amended one stands beside its original, never in its place. */
export function DeadlineList({ deadlines }: { deadlines: readonly DeadlineText[] }) {
  return (
    <Table caption="Due dates">
      <Thead>
        <Tr>
          <Th>Due</Th>
          <Th>Where it comes from</Th>
          <Th>Standing</Th>
          <Th>Set by</Th>
        </Tr>
      </Thead>
      <Tbody>
        {deadlines.map((deadline) => (
          <Tr key={`${deadline.dueOn}-${deadline.origin}`}>
            <Th scope="row" className={deadline.standing === "SUPERSEDED" ? "font-normal text-ink-soft" : undefined}>
              <DateText value={deadline.dueOn} />
              <span className="block text-xs font-normal text-ink-soft">{deadlineRuleLabel(deadline.rule)}</span>
            </Th>
            <Td>
              {deadlineOriginLabel(deadline.origin)}
              {deadline.instrument !== null && <span className="block text-ink-soft">{amendmentInstrumentLabel(deadline.instrument)}</span>}
              {deadline.acceptance !== null && <span className="block text-ink-soft">{amendmentAcceptanceLabel(deadline.acceptance)}</span>}
            </Td>
            <Td>{deadlineStandingLabel(deadline.standing)}</Td>
            <Td className="min-w-56">
              {deadline.setBy}, {deadline.setOnPrecision === "T4_DAY" ? <DateText value={deadline.setOn} /> : deadline.setOn.slice(0, 7)}
              <span className="block text-ink-soft">
                {deadline.basis}
                {deadline.wording !== null && ` Wording: ${deadline.wording}.`}
              </span>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
