import { buttonClasses } from "@/components/ui/button-classes";

/** The agreement as a file. A plain link: a download is no page, and nothing of it is to be fetched ahead. */
export function ExportLink({ code }: { code: string }) {
  return (
    <a href={`/api/v1/agreements/${encodeURIComponent(code)}/file`} download={`${code}.json`} className={buttonClasses("secondary", "medium")}>
      Export as a file
    </a>
  );
}
