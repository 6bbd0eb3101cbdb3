import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { type ExportFormat, exportFormatLabel } from "@/lib/codelists/export-format";
import type { ExportEntry } from "@/lib/exports/log/schema";
import { inWords, sizeInWords } from "./export-words";

/** How far the file that was asked for has come, and where its manifest is once all of it was sent. */
export function ExportProgress({ format, entry }: { format: ExportFormat; entry: ExportEntry | undefined }) {
  if (entry === undefined) {
    return (
      <Notice role="status" title={`The ${exportFormatLabel(format)} file is being made ready`}>
        Your browser saves it as it comes.
      </Notice>
    );
  }
  if (entry.state === "complete") {
    return (
      <Notice role="status" tone="calm" title={`${entry.fileName} is complete`}>
        {inWords(entry.rows, "record", "records")}, {sizeInWords(entry.bytes ?? 0)}. <TextLink href={`/api/v1/exports/${entry.id}/manifest`} prefetch={false}>Its manifest</TextLink> says what it is and has the digest of its bytes; keep it with the file.
      </Notice>
    );
  }
  if (entry.state !== "under-way") {
    return (
      <Notice role="alert" tone="danger" title={`${entry.fileName} was not sent to its end`}>
        What was saved of it is a part: {entry.rowsSent.toLocaleString("en")} of {inWords(entry.rows, "record", "records")}. Download it again.
      </Notice>
    );
  }
  return (
    <Notice role="status" title={`${entry.fileName} is on its way`}>
      <progress className="mt-1 h-2 w-full accent-(--color-accent)" value={entry.rowsSent} max={Math.max(1, entry.rows)} aria-label="Records sent" />
      <p>
        {entry.rowsSent.toLocaleString("en")} of {inWords(entry.rows, "record", "records")}
      </p>
    </Notice>
  );
}
