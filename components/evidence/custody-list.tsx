import { DateText } from "@/components/ui/date-text";
import { custodyEventLabel } from "@/lib/codelists/custody-event";
import type { CustodyEntry } from "@/lib/evidence/domain/item";

/** What happened to the file in our hands, oldest first. */
export function CustodyList({ entries }: { entries: readonly CustodyEntry[] }) {
  return (
    <details className="text-sm">
      <summary className="w-fit font-medium text-accent-ink">Custody ({entries.length} steps)</summary>
      <ol className="mt-2 grid gap-1.5 border-l-2 border-line pl-4">
        {entries.map((entry, index) => (
          // Steps are never changed, so their place in the list is their identity.
          <li key={index} className="break-words text-ink">
            <span className="font-medium">{custodyEventLabel(entry.event)}</span>
            {entry.by !== null && ` by ${entry.by}`}
            <span className="block text-ink-soft">
              <DateText value={entry.at} />
              {entry.note !== null && ` · ${entry.note}`}
              {entry.sha256 !== null && <code className="block text-xs break-all">{entry.sha256}</code>}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
