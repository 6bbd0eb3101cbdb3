"use client";

import "./globals.css";
import { ErrorPanel } from "@/components/shell/error-panel";

/** Stands in for the whole document when the root layout itself fails. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Error · Truce Ledger</title>
        <main className="px-4">
          <ErrorPanel error={error} retry={retry} />
        </main>
      </body>
    </html>
  );
}
