import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { csvHref } from "./statistics-address";

type StatCardProps = { id: string; title: string; lead: ReactNode; by: string; params: URLSearchParams; mayExport: boolean; how: ReactNode; children: ReactNode };

/** One question with its picture, its numbers as a file, and how they were counted. */
export function StatCard({ id, title, lead, by, params, mayExport, how, children }: StatCardProps) {
  return (
    <Card
      id={id}
      title={title}
      lead={lead}
      actions={
        mayExport && (
          // A file, not a page: the router has nothing to draw for it.
          <LinkButton size="small" href={csvHref(params, by)} prefetch={false} download aria-label={`CSV of: ${title}`}>
            CSV
          </LinkButton>
        )
      }
    >
      {children}
      <details className="mt-3 text-sm">
        <summary className="font-semibold">How counted</summary>
        <div className="mt-2 max-w-prose space-y-2 text-ink-soft">{how}</div>
      </details>
    </Card>
  );
}
