import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type TabItem = { href: string; label: ReactNode; isCurrent: boolean };

/** Tabs that are links: each has an address, works without script and by keyboard. */
export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <nav aria-label={label} className="mb-4 overflow-x-auto border-b border-line print:hidden">
      <ul className="flex gap-1">
        {items.map(({ href, label: text, isCurrent }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isCurrent ? "page" : undefined}
              className={classNames(
                "block border-b-2 px-3 py-2 text-sm whitespace-nowrap no-underline",
                isCurrent ? "border-accent font-semibold text-ink" : "border-transparent text-ink-soft hover:border-line-strong hover:text-ink",
              )}
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
