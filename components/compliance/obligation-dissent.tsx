import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { ExternalLink } from "@/components/ui/external-link";
import { TextLink } from "@/components/ui/text-link";
import type { Denial } from "@/lib/compliance/domain/dissent";
import type { ObligationView } from "@/lib/compliance/domain/obligation-detail";
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
          <Group title="Records of this answer that somebody denies or answers with an accusation">
            {denials.map((denial) => (
              <li key={denial.reference} className="py-2 first:pt-1 last:pb-0">
                <p>
                  <TextLink href={recordHref(denial.recordId)}>Record {denial.reference}</TextLink> (<DateText value={denial.on} />): {denial.label}
                </p>
                <p className="text-ink-soft">{voicesOf(denial)}</p>
              </li>
            ))}
          </Group>
        )}
        {otherReadings.length > 0 && (
          <Group title="Readings of the date under which the answer is another">
            {otherReadings.map((entry) => (
              <li key={`${entry.holder}-${entry.reading}`} className="space-y-1 py-2 first:pt-1 last:pb-0">
                <p>
                  <span className="font-semibold">{entry.holder}</span>: {entry.reading}
                </p>
                <p className="flex flex-wrap items-center gap-1.5">
                  <span className="text-ink-soft">then</span>
                  <StateBadge state={entry.becomes.state} />
                  <StateMarks timeliness={entry.becomes.timeliness} overlays={[]} />
                </p>
              </li>
            ))}
          </Group>
        )}
        {interpretations.length > 0 && (
          <Group title="How holders read the duty">
            {interpretations.map((entry) => (
              <li key={`${entry.holder}-${entry.reading}`} className="py-2 first:pt-1 last:pb-0">
                <span className="font-semibold">{entry.holder}</span>: {entry.reading}
                <span className="text-ink-soft">
                  {entry.statedOn === null ? "" : ` Stated ${entry.statedOn}.`} {entry.source && (entry.source.url === null ? entry.source.publisher : <ExternalLink href={entry.source.url}>{entry.source.publisher}</ExternalLink>)}
                </span>
              </li>
            ))}
          </Group>
        )}
      </div>
    </Card>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="font-semibold">{title}</h3>
      <ul className="mt-1 divide-y divide-line">{children}</ul>
    </section>
  );
}

/** Who denies and who accuses in return; where the ledger names neither, the mark alone is told. */
function voicesOf({ deniedBy, counteredBy }: Denial): string {
  const parts = [deniedBy.length === 0 ? "" : `Denied by ${deniedBy.join(", ")}.`, counteredBy.length === 0 ? "" : `The reverse is alleged by ${counteredBy.join(", ")}.`].filter((part) => part !== "");
  return parts.length === 0 ? "Marked as contested; no name is on record." : parts.join(" ");
}
