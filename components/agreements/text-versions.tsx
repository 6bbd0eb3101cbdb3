import { SourceName } from "@/components/sources/source-line";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { TextVersionView } from "@/lib/agreements/domain/view";

/** The published wordings: who published them, how far each was read, and where one differs. */
export function TextVersions({ versions }: { versions: readonly TextVersionView[] }) {
  return (
    <Card title="Published wordings" lead="Clause texts below are in our own words. Where a wording was not read, nothing stands in its place.">
      <ul className="space-y-3 text-sm">
        {versions.map((version) => {
          const differing = version.clauses.filter((clause) => clause.differs).map((clause) => clause.number);
          return (
            <li key={version.key}>
              <span className="font-medium">{version.publisher}</span> <span className="text-ink-soft">({version.language}{version.publishedOn === null ? "" : `, ${version.publishedOn}`})</span>{" "}
              {differing.length > 0 && (
                <Badge tone="notice">
                  Differs in point {differing.join(", ")}
                </Badge>
              )}
              <span className="block text-ink-soft">
                {version.clauses.length === 0 ? "No point is held." : `Points held: ${version.clauses.map((clause) => clause.number).join(", ")}.`} {version.note}
              </span>
              {version.source !== null && (
                <span className="block text-ink-soft">
                  <SourceName source={version.source} />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
