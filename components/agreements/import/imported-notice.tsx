import { Notice } from "@/components/ui/notice";

const words: Readonly<Record<string, string>> = {
  created: "The agreement was imported. Its duties stand on the board; no record is linked to them yet.",
  extended: "What the file had beyond the record was added. Nothing on record was changed.",
  unchanged: "The file says what is on record; nothing was changed.",
};

/** The answer to an import, said on the page that it leads to. */
export function ImportedNotice({ imported }: { imported: string | string[] | undefined }) {
  const text = typeof imported === "string" ? words[imported] : undefined;
  if (text === undefined) return null;
  return (
    <Notice tone="calm" role="status" className="mb-4">
      {text}
    </Notice>
  );
}
