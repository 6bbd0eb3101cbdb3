import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { ExternalLink } from "@/components/ui/external-link";
import { TextLink } from "@/components/ui/text-link";
import type { Denial } from "@/lib/compliance/domain/dissent";
import type { ObligationView } from "@/lib/compliance/domain/obligation-detail";
import { Line, LineGroup } from "./line-group";
import { recordHref } from "./reason-list";
import { StateBadge, StateMarks } from "./state-badge";

/** Who disagrees with the answer: denials of its records, other readings of its dates, and how holders read the duty. */
export function ObligationDissent({ obligation: { dissent } }: { obligation: Pick<ObligationView, "dissent"> }) {
  const { denials, otherReadings, interpretations } = dissent;
  if (denials.length + otherReadings.length + interpretations.length === 0) {
    return (
      <Card title="Who disagrees">
        <p className="text-sm text-ink-soft">Nobody on record by this day. An empty list says that no denial was read, not that none exists.</p>
      </Card>
    );
  }
  return (
    <Card title="Who disagrees" lead="Each under its own name; no reading is marked as ours.">
      <div className="space-y-4 text-sm">
        {denials.length > 0 && (
          <LineGroup title="Records of this answer that somebody denies or answers with an accusation">
            {denials.map((denial) => (
              <Line key={denial.reference}>
                <p>
                  <TextLink href={recordHref(denial.recordId)}>Record {denial.reference}</TextLink> (<DateText value={denial.on} />): {denial.label}
                </p>
                <p className="text-ink-soft">{voicesOf(denial)}</p>
              </Line>
            ))}
          </LineGroup>
        )}
        {otherReadings.length > 0 && (
          <LineGroup title="Readings of the date under which the answer is another">
            {otherReadings.map((entry) => (
              <Line key={`${entry.holder}-${entry.reading}`} className="space-y-1">
                <p>
                  <span className="font-semibold">{entry.holder}</span>: {entry.reading}
                </p>
                <p className="flex flex-wrap items-center gap-1.5">
                  <span className="text-ink-soft">then</span>
                  <StateBadge state={entry.becomes.state} />
                  <StateMarks timeliness={entry.becomes.timeliness} overlays={[]} />
                </p>
              </Line>
            ))}
          </LineGroup>
        )}
        {interpretations.length > 0 && (
          <LineGroup title="How holders read the duty">
            {interpretations.map((entry) => (
              <Line key={`${entry.holder}-${entry.reading}`}>
                <span className="font-semibold">{entry.holder}</span>: {entry.reading}
                <span className="text-ink-soft">
                  {entry.statedOn === null ? "" : ` Stated ${entry.statedOn}.`} {entry.source && (entry.source.url === null ? entry.source.publisher : <ExternalLink href={entry.source.url}>{entry.source.publisher}</ExternalLink>)}
                </span>
              </Line>
            ))}
          </LineGroup>
        )}
      </div>
    </Card>
  );
}

/** Who denies and who accuses in return; where the ledger names neither, the mark alone is told. */
function voicesOf({ deniedBy, counteredBy }: Denial): string {
  const parts = [deniedBy.length === 0 ? "" : `Denied by ${deniedBy.join(", ")}.`, counteredBy.length === 0 ? "" : `The reverse is alleged by ${counteredBy.join(", ")}.`].filter((part) => part !== "");
  return parts.length === 0 ? "Marked as contested; no name is on record." : parts.join(" ");
}
