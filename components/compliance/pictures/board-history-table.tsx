import { Badge } from "@/components/ui/badge";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import type { HistoryRow } from "@/lib/compliance/history/domain";
import { boardHref, type BoardMoment } from "../board-address";
import { MarkedDates } from "../marked-dates";
import { StateBadge, StateMarks } from "../state-badge";

/** The grid in words: for each duty the stretches of months in which it stood the same, and its dates. */
export function BoardHistoryTable({ rows, moment, agreement }: { rows: readonly HistoryRow[]; moment: BoardMoment; agreement: string | undefined }) {
  return (
    <Table caption="States of each duty, by the last days of months between which they stayed the same">
      <Thead>
        <Tr>
          <Th>Duty</Th>
          <Th>From</Th>
          <Th>To</Th>
          <Th>Months</Th>
          <Th>State</Th>
          <Th>Dates of the duty</Th>
        </Tr>
      </Thead>
      <Tbody>
        {rows.flatMap((row) =>
          row.runs.map((run, index) => (
            <Tr key={`${row.code}|${run.from}`}>
              <Th scope="row" className="font-normal">
                <span className="font-mono text-xs">{row.code}</span> {index === 0 && row.title}
              </Th>
              <Td>
                <TextLink href={`${boardHref({ ...moment, asOf: run.from }, agreement)}#${row.code}`} prefetch={false}>
                  <DateText value={run.from} />
                </TextLink>
              </Td>
              <Td>
                <DateText value={run.to} />
              </Td>
              <Td className="tabular-nums">{run.months}</Td>
              <Td>
                <span className="flex flex-wrap gap-1.5">
                  <StateBadge state={run.state} />
                  <StateMarks timeliness={run.timeliness} overlays={run.overlays} />
                  {run.decision !== null && run.decision !== "DEFER" && <Badge>{run.decision === "ACCEPT" ? "Accepted by reviewers" : "Decided by reviewers"}</Badge>}
                </span>
              </Td>
              <Td>
                {index === 0 && <MarkedDates marks={row.marks} />}
              </Td>
            </Tr>
          )),
        )}
      </Tbody>
    </Table>
  );
}
