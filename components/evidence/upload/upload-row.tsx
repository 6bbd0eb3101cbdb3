"use client";

import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { sizeInWords } from "@/lib/evidence/domain/size";
import { isUnderWay, percentOf, phaseInWords, type Upload } from "./upload-state";

type UploadRowProps = { upload: Upload; onCancel: () => void; onRetry: () => void; onDismiss: () => void };

/** One file on its way: how far, what became of it, and what can be done. */
export function UploadRow({ upload, onCancel, onRetry, onDismiss }: UploadRowProps) {
  const { file, phase } = upload;
  const underWay = isUnderWay(upload);
  const mayRetry = phase.kind === "cancelled" || (phase.kind === "refused" && phase.mayRetry);
  return (
    <li className="grid gap-1.5 rounded-md border border-line bg-surface px-3 py-2 text-sm">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1.5">
        <div className="min-w-0 flex-1 basis-48">
          <p className="font-medium break-words text-ink">{file.name}</p>
          <p className={classNames(phase.kind === "refused" ? "font-medium text-danger-ink" : "text-ink-soft")}>
            {sizeInWords(file.size)} · {phaseInWords(upload)}
          </p>
        </div>
        <div className="flex gap-2">
          {mayRetry && (
            <Button size="small" onClick={onRetry}>
              Send again<span className="sr-only">: {file.name}</span>
            </Button>
          )}
          {underWay ? (
            <Button size="small" variant="quiet" onClick={onCancel} disabled={phase.kind === "checking"}>
              Cancel<span className="sr-only"> {file.name}</span>
            </Button>
          ) : (
            <Button size="small" variant="quiet" onClick={onDismiss}>
              Dismiss<span className="sr-only"> {file.name}</span>
            </Button>
          )}
        </div>
      </div>
      {(phase.kind === "sending" || phase.kind === "checking") && (
        <progress aria-label={`Sent of ${file.name}`} max={100} value={phase.kind === "checking" ? 100 : percentOf(phase.sent, file.size)} className="h-1.5 w-full appearance-none overflow-hidden rounded-sm bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent" />
      )}
    </li>
  );
}
