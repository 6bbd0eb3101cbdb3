import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { minutesInWords } from "@/lib/agreements/truces/domain/elapsed";
import type { SurvivalCurve } from "@/lib/agreements/truces/domain/survival";

/** A curve in numbers: at each time, how many truces were still without the event, and how many left. */
export function SurvivalTable({ caption, curve }: { caption: string; curve: SurvivalCurve }) {
  if (curve.steps.length === 0) return <p className="text-sm text-ink-soft">{caption}: no truce is followed on this day.</p>;
  return (
    <Table caption={caption} isCaptionVisible>
      <Thead>
        <Tr>
          <Th>After</Th>
          <Th className="text-right">At risk</Th>
          <Th className="text-right">Violations</Th>
          <Th className="text-right">Left observation</Th>
          <Th className="text-right">Share left</Th>
        </Tr>
      </Thead>
      <Tbody className="tabular-nums">
        {curve.steps.map((step) => (
          <Tr key={step.minutes}>
            <Th scope="row" className="font-normal whitespace-nowrap">
              {minutesInWords(step.minutes)}
            </Th>
            <Td className="text-right">{step.atRisk}</Td>
            <Td className="text-right">{step.events}</Td>
            <Td className="text-right">{step.censored}</Td>
            <Td className="text-right">{(step.survival * 100).toFixed(1)}%</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
