import type { ReactNode } from "react";

/** A link that leaves the site; the other side is not told where from. */
export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} rel="noreferrer" className="underline underline-offset-2 hover:text-ink">
      {children}
    </a>
  );
}
