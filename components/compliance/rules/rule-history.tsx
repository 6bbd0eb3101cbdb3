import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import type { RuleChangeHistory, RuleChangeRun } from "@/lib/compliance/rules/changes/domain";
import { obligationHref } from "../board-address";
import { StateBadge, StateMarks } from "../state-badge";

type RuleHistoryProps = { history: readonly RuleChangeHistory[]; before: string; after: string; knownOn: string | undefined };

/** Which duty stands differently at the end of which months because other rules judge. */
export function RuleHistory({ history, before, after, knownOn }: RuleHistoryProps) {
  return (
    <Table caption="Month ends on which a duty stands differently">
      <Thead>
        <Tr>
          <Th>Duty</Th>
          <Th>Month ends</Th>
          <Th>{before}</Th>
          <Th>{after}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {history.flatMap(({ code, title, runs }) =>
          runs.map((run, index) => (
            <Tr key={`${code}-${run.from}`}>
              <Th scope="row" className="min-w-40 font-normal whitespace-normal">
                {index === 0 ? (
                  <>
                    <TextLink href={obligationHref(code, { asOf: run.to, knownOn })}>{title}</TextLink> <span className="font-mono text-xs font-normal text-ink-soft">{code}</span>
                  </>
                ) : (
                  <span className="font-mono text-xs font-normal text-ink-soft">{code}</span>
                )}
              </Th>
              <Td className="min-w-36">
                <Span run={run} />
              </Td>
              <Td>
                <Answer answer={run.before} />
              </Td>
              <Td>
                <Answer answer={run.after} />
              </Td>
            </Tr>
          )),
        )}
      </Tbody>
    </Table>
  );
}

function Span({ run: { from, to, days } }: { run: RuleChangeRun }) {
  if (days === 1) return <DateText value={from} />;
  return (
    <>
      {days} from <DateText value={from} /> to <DateText value={to} />
    </>
  );
}

const Answer = ({ answer }: { answer: RuleChangeRun["before"] }) => (
  <p className="flex flex-wrap items-start gap-1.5">
    <StateBadge state={answer.state} />
    <StateMarks timeliness={answer.timeliness} overlays={answer.overlays} />
  </p>
);
