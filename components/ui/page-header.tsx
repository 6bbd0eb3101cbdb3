import type { ReactNode } from "react";

type PageHeaderProps = { title: ReactNode; lead?: ReactNode; actions?: ReactNode; eyebrow?: ReactNode };

/** The page's only h1, with one sentence below it and the page's main actions beside it. */
export function PageHeader({ title, lead, actions, eyebrow }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 max-w-3xl">
        {eyebrow !== undefined && <div className="mb-1 text-sm text-ink-soft">{eyebrow}</div>}
        <h1 className="text-2xl font-semibold tracking-tight text-balance text-ink">{title}</h1>
        {lead !== undefined && <div className="mt-1.5 text-base text-ink-soft">{lead}</div>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
    </header>
  );
}
