import { DateText } from "@/components/ui/date-text";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import { redactionProfileLabel } from "@/lib/codelists/redaction-profile";
import { reportKindLabel } from "@/lib/codelists/report-kind";
import type { ReportView } from "@/lib/reports/schema";
import { ReportStateBadge } from "./report-facts";

/** Reports, the latest first. One that is not made yet says how far it is, one that failed says why. */
export function ReportList({ items }: { items: readonly ReportView[] }) {
  return (
    <Table caption="Reports, the latest first">
      <Thead>
        <Tr>
          {["Number", "Report", "Written for", "As of", "Known until", "Standing"].map((label) => (
            <Th key={label}>{label}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {items.map((item) => (
          <Tr key={item.id}>
            <Td className="whitespace-nowrap">
              <TextLink href={`/reports/${item.id}`}>{item.reference}</TextLink>
            </Td>
            <Td className="min-w-64 break-words">
              {item.title ?? `${reportKindLabel(item.kind)}${item.obligation === null ? "" : ` ${item.obligation}`}${item.incident === null ? "" : ` ${item.incident}`}, ${item.period.from} to ${item.period.to}`}
              {item.sha256 !== null && <code className="block text-xs break-all text-ink-soft">SHA-256 {item.sha256.slice(0, 16)}…</code>}
            </Td>
            <Td>{redactionProfileLabel(item.profile)}</Td>
            <Td>
              <DateText value={item.asOf} />
            </Td>
            <Td>
              <DateText value={item.knownAt} />
            </Td>
            <Td className="min-w-40">
              <ReportStateBadge state={item.state} />
              {item.state === "MAKING" && <span className="block text-xs text-ink-soft">{item.progress} of 100{item.step !== null && `: ${item.step}`}</span>}
              {item.failure !== null && <span className="block text-xs text-ink">{item.failure}</span>}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
