import { Notice } from "@/components/ui/notice";
import { restrictionLabel } from "@/lib/codelists/restriction";
import { sizeInWords } from "@/lib/evidence/domain/size";
import type { ImportView } from "@/lib/imports/schema";
import { isUnderWay } from "@/lib/imports/run/domain";
import { numberText, recordsText } from "../number-text";
import { AutoRefresh } from "./auto-refresh";

/** Where the import stands: under way with how far, refused with why, written, undone; and the terms that bind it. */
export function RunStanding({ run }: { run: ImportView }) {
  return (
    <div className="grid gap-3">
      {isUnderWay(run.status) && <UnderWay run={run} />}
      {run.restriction !== null && (
        <Notice tone="notice" title={restrictionLabel(run.restriction)}>
          The records are your team&apos;s alone: others don&apos;t see them, they can&apos;t be published, and public exports leave them out.
        </Notice>
      )}
      {run.problems.length > 0 && (
        <Notice tone={run.status === "READY" ? "notice" : "danger"} role="alert" title={run.status === "READY" ? "Nothing was written" : "The file was not read"}>
          <ul className="list-disc space-y-1 pl-5">
            {run.problems.map((problem) => (
              <li key={`${problem.code} ${problem.message}`} className="break-words">
                {problem.message} <code className="text-xs text-ink-soft">{problem.code}</code>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {run.status === "COMMITTED" && (
        <Notice tone="calm" role="status" title="Written">
          {recordsText(run.effects.create)} created and {numberText(run.effects.update)} updated, as {run.commitAs === "DRAFT" ? "drafts" : "records handed in for review"}. {leftOut(run)}
        </Notice>
      )}
      {run.status === "UNDONE" && (
        <Notice role="status" title="Undone">
          What it created is seen by nobody any more, and what it updated says again what it said before. The audit keeps both steps.
        </Notice>
      )}
      {run.status === "CANCELLED" && <Notice role="status" title="Cancelled">Nothing of this file was written.</Notice>}
    </div>
  );
}

const leftOut = ({ effects }: ImportView): string => {
  const count = effects.needsReview + effects.rejected;
  return count === 0 ? "Nothing was left out." : `${recordsText(count)} ${count === 1 ? "was" : "were"} left out; the error file holds them.`;
};

const words: Partial<Record<ImportView["status"], string>> = { UPLOADED: "Waiting to be read", STAGING: "Reading the file", COMMITTING: "Writing the records" };

function UnderWay({ run }: { run: ImportView }) {
  const { done, total } = run.progress;
  const percent = total === 0 ? 0 : Math.min(100, Math.floor((100 * done) / total));
  const amount = run.status === "STAGING" ? `${sizeInWords(done)} of ${sizeInWords(total)}` : run.status === "COMMITTING" ? `${numberText(done)} of ${recordsText(total)}` : "";
  return (
    <div className="grid gap-2 rounded-md border border-line bg-surface px-4 py-3">
      <AutoRefresh />
      <p role="status" className="font-medium text-ink">
        {words[run.status]}
      </p>
      <progress aria-label={words[run.status]} max={100} value={percent} className="h-1.5 w-full appearance-none overflow-hidden rounded-sm bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent" />
      <p className="text-sm text-ink-soft">{amount === "" ? "This page looks again by itself." : `${amount}. This page looks again by itself.`}</p>
    </div>
  );
}
