import type { ReactNode } from "react";

type EmptyStateProps = { title: ReactNode; action?: ReactNode; children?: ReactNode };

/** Nothing to show, why, and what to do next. */
export function EmptyState({ title, action, children }: EmptyStateProps) {
  return (
    <div className="rounded-md border border-dashed border-line-strong bg-surface px-6 py-10 text-center">
      <p className="text-base font-semibold text-ink">{title}</p>
      {children !== undefined && <div className="mx-auto mt-1.5 max-w-prose text-sm text-ink-soft">{children}</div>}
      {action !== undefined && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
