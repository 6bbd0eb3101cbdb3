import type { SourceItem } from "@/lib/sources/domain";
import { SourceLine } from "./source-line";

/** What a record rests on. */
export function SourceList({ sources }: { sources: readonly SourceItem[] }) {
  if (sources.length === 0) return <p className="text-sm text-ink-soft">No source is on record.</p>;
  return (
    <ul className="space-y-2 text-sm">
      {sources.map((source) => (
        <li key={source.key}>
          <SourceLine source={source} />
        </li>
      ))}
    </ul>
  );
}
