import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import type { DeadlineText } from "@/lib/agreements/domain/view";
import { deadlineStandingLabel } from "@/lib/codelists/deadline-origin";
import { deadlineRuleLabel } from "@/lib/codelists/deadline-rule";
import { DeadlineOriginCell, DeadlineSettingCell } from "./deadline-cells";

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
            <DeadlineOriginCell deadline={deadline} />
            <Td>{deadlineStandingLabel(deadline.standing)}</Td>
            <DeadlineSettingCell deadline={deadline}>{deadline.setOnPrecision === "T4_DAY" ? <DateText value={deadline.setOn} /> : deadline.setOn.slice(0, 7)}</DeadlineSettingCell>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
