import type { ReactNode } from "react";
import { LinkButton } from "./link-button";

type PaginationProps = { nextHref?: string | undefined; previousHref?: string | undefined; label?: string; previousLabel?: string; nextLabel?: string; children?: ReactNode };

/** Steps through a list by cursor. Nothing is drawn when there is only one page. */
export function Pagination({ nextHref, previousHref, label = "Pages", previousLabel = "Previous page", nextLabel = "Next page", children }: PaginationProps) {
  if (nextHref === undefined && previousHref === undefined) return null;
  return (
    <nav aria-label={label} className="mt-4 flex flex-wrap items-center justify-between gap-3 print:hidden">
      <div>
        {previousHref !== undefined && (
          <LinkButton href={previousHref} rel="prev" size="small">
            {previousLabel}
          </LinkButton>
        )}
      </div>
      {children !== undefined && <div className="text-sm text-ink-soft">{children}</div>}
      <div>
        {nextHref !== undefined && (
          <LinkButton href={nextHref} rel="next" size="small">
            {nextLabel}
          </LinkButton>
        )}
      </div>
    </nav>
  );
}
