import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import type { Changes } from "@/lib/incidents/history/domain/changes";
import { isUnchanged } from "@/lib/incidents/history/domain/changes";
import { happened } from "../record/history-words";
import type { RecordNames } from "../record/record-names";
import { ChangeTable } from "./change-table";
import { ReviewNote, type ReviewNoteProps } from "./review-note";

export type VersionLine = {
  readonly version: number;
  readonly event: string;
  readonly at: string;
  readonly by: string | null;
  readonly changes: Changes;
  readonly since: number | null;
  readonly isWithheld: boolean;
  readonly review: ReviewNoteProps["review"] | null;
};

const eventInWords = (event: string): string => happened({ event, at: "", by: null, version: 0, reason: null, verification: null, approvals: null, changed: [] });

/** One version: who made it when, the decision beside it, and every field that it changed. */
export function VersionCard({ incidentId, line, names }: { incidentId: number; line: VersionLine; names: RecordNames }) {
  const { version, event, at, by, changes, since, isWithheld, review } = line;
  return (
    <Card
      id={`version-${version}`}
      title={`Version ${version}: ${eventInWords(event)}`}
      lead={
        <>
          <DateText value={at} />
          {by !== null && ` by ${by}`}
        </>
      }
      actions={since !== null && <TextLink href={`/incidents/${incidentId}/history?from=${since}&to=${version}`} className="text-sm">Link to this change</TextLink>}
    >
      {review && <ReviewNote review={review} />}
      {isUnchanged(changes) ? (
        <p className="text-sm text-ink-soft">{isWithheld ? "No change in the fields that are open to you." : "No field of the record changed."}</p>
      ) : (
        <ChangeTable changes={changes} names={names} isFirst={since === null} caption={since === null ? `Values of version ${version}` : `Changes from version ${since} to version ${version}`} />
      )}
      {isWithheld && <p className="mt-2 text-sm text-ink-soft">Some fields of this record are withheld from you; their changes are not shown.</p>}
    </Card>
  );
}
