import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import { happened, type HistoryLine } from "./history-words";

/** Who changed what and when, newest first. Names of staff are not shown to those who only read data. */
export function HistoryList({ history, incidentId }: { history: readonly HistoryLine[]; incidentId: number }) {
  return (
    <Card title="History" actions={<TextLink href={`/incidents/${incidentId}/history`} className="inline-block py-0.5 text-sm">Every change, field by field</TextLink>}>
      {history.length === 0 ? (
        <p className="text-sm text-ink-soft">No step of this record is open to you.</p>
      ) : (
        <ol reversed className="grid gap-2.5 border-l-2 border-line pl-4">
          {history.toReversed().map((line) => (
            <li key={`${line.at} ${line.event} ${line.version}`} className="text-sm break-words text-ink">
              <span className="font-medium">{happened(line)}</span>
              {line.by !== null && ` by ${line.by}`}
              <span className="block text-ink-soft">
                <DateText value={line.at} />
                {` · version ${line.version}`}
              </span>
              {line.reason !== null && <span className="block">“{line.reason}”</span>}
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
