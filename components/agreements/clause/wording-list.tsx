import { SourceLine } from "@/components/sources/source-line";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { Wording } from "@/lib/agreements/clauses/domain";

/** The clause in each published wording, side by side; where a wording was not read, nothing stands in its place. */
export function WordingList({ wordings }: { wordings: readonly Wording[] }) {
  return (
    <Card title="Published wordings" lead="In the compilers' own words after each wording: the data holds no full text of any of them.">
      {wordings.length === 0 && <p className="text-sm text-ink-soft">No published wording is on record.</p>}
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        {wordings.map((wording) => (
          <li key={wording.key} className="min-w-0 rounded-md border border-line p-3 text-sm">
            <h3 className="font-semibold">{wording.publisher}</h3>
            <p className="text-ink-soft">
              {wording.language}
              {wording.publishedOn !== null && `, ${wording.publishedOn}`} {wording.held?.differs === true && <Badge tone="notice">Variant differs</Badge>}
            </p>
            {wording.held === null ? (
              <p className="mt-2 text-ink-soft">This point was not read in it. {wording.note}</p>
            ) : (
              <>
                <p className="mt-2">{wording.held.text}</p>
                {wording.held.note !== null && <p className="mt-1 text-ink-soft">{wording.held.note}</p>}
              </>
            )}
            {wording.source !== null && (
              <p className="mt-2 text-xs">
                <SourceLine source={wording.source} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
