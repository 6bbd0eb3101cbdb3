import { mediaLabel, mediaOf, type MediaFamily } from "@/lib/evidence/domain/media";

const familyWords: Record<MediaFamily, string> = { IMAGE: "Picture", VIDEO: "Film", AUDIO: "Recording", PDF: "PDF", OFFICE: "Document", TEXT: "Text", MARKUP: "Saved page" };

/** Stands where a picture would: what the file is, and that it is not shown here. */
export function FileTile({ mimeType }: { mimeType: string }) {
  const family = mediaOf(mimeType)?.family;
  return (
    <div className="grid min-h-36 place-content-center gap-1 rounded-md border border-dashed border-line-strong bg-sunken p-3 text-center text-sm">
      <span className="font-semibold text-ink">{family === undefined ? "File" : familyWords[family]}</span>
      <span className="text-ink-soft">{mediaLabel(mimeType)}</span>
    </div>
  );
}
