import { DateText } from "@/components/ui/date-text";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { confidenceLabel } from "@/lib/codelists/source-basis";
import { type IncidentView, referenceOf } from "@/lib/incidents/domain/record";
import { withheldLines } from "./withheld-words";

type RecordNoticesProps = { incident: IncidentView; confidence: string | null; note: string | null };

/** What has to be known before the record is read: that it was withdrawn, replaces another, is partly withheld, is demonstration data. */
export function RecordNotices({ incident, confidence, note }: RecordNoticesProps) {
  return (
    <div className="mb-5 grid gap-3 empty:hidden">
      {incident.notice && <WithdrawnNotice incident={incident} notice={incident.notice} />}
      {incident.corrects !== null && (
        <Notice tone="calm">
          This record corrects <TextLink href={`/incidents/${incident.corrects}`}>an earlier one</TextLink>
          {incident.workflow === "PUBLISHED" ? ", which now shows a notice." : ". The earlier one stands until this one is published."}
        </Notice>
      )}
      {incident.redacted && (
        <Notice tone="notice" title="Parts of this record are withheld from you">
          <ul className="list-disc pl-5">
            {withheldLines(incident).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p className="mt-1">What is withheld here is withheld in lists, search, history, files and feeds too. The status board is the same for everybody.</p>
        </Notice>
      )}
      {incident.isDemonstration && (
        <Notice title="Demonstration data from excerpts">
          This row was compiled from excerpts of public pages to show how the product works. It is not a complete or checked account.
          {confidence !== null && ` Basis: ${confidenceLabel(confidence).toLowerCase()}.`}
          {note !== null && <span className="block">Compilers’ note: {note}</span>}
        </Notice>
      )}
    </div>
  );
}

const withdrawnTitles: Partial<Record<IncidentView["workflow"], string>> = {
  RETRACTED: "This record was retracted and no longer counts",
  MERGED_INTO: "This record was merged into another, which now holds its claims",
};
const withdrawnTitle = (workflow: IncidentView["workflow"]): string => withdrawnTitles[workflow] ?? "This record was corrected and no longer counts";

function WithdrawnNotice({ incident, notice }: { incident: IncidentView; notice: NonNullable<IncidentView["notice"]> }) {
  return (
    <Notice tone="strong" title={withdrawnTitle(incident.workflow)}>
      {notice.at !== null && (
        <p>
          On <DateText value={notice.at} />
        </p>
      )}
      <p>Reason: {notice.reason}</p>
      {notice.replacedBy !== null && (
        <p>
          <TextLink href={`/incidents/${notice.replacedBy}`}>Read the record that stands in its place, {referenceOf(notice.replacedBy)}</TextLink>
        </p>
      )}
    </Notice>
  );
}
