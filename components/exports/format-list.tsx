"use client";

import { useState } from "react";
import { buttonClasses } from "@/components/ui/button-classes";
import { type ExportFormat, exportFormats } from "@/lib/codelists/export-format";
import { ExportProgress } from "./export-progress";
import { useLatestExport } from "./use-latest-export";

/** One download for each format. They are plain links: the browser saves the file while it is made. */
export function FormatList({ query }: { query: string }) {
  const [asked, setAsked] = useState<{ format: ExportFormat; at: number }>();
  const latest = useLatestExport(asked?.at);
  return (
    <div className="grid gap-4">
      <ul className="grid gap-3">
        {exportFormats.map(({ code, label, suffix, use }) => (
          <li key={code} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line pb-3 last:border-b-0 last:pb-0">
            <div className="min-w-0 flex-1 basis-64">
              <p className="font-medium text-ink">{label}</p>
              <p className="text-sm text-ink-soft">{use}</p>
            </div>
            <a
              href={`/api/v1/export.${suffix}${query === "" ? "" : `?${query}`}`}
              download
              className={buttonClasses(code === "csv" ? "primary" : "secondary", "medium")}
              onClick={() => setAsked({ format: code, at: Date.now() })}
            >
              {`Download ${label}`}
            </a>
          </li>
        ))}
      </ul>
      {asked && <ExportProgress key={asked.at} format={asked.format} entry={latest} />}
    </div>
  );
}
