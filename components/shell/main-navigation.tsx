"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";
import { isInSection, type NavigationItem } from "./navigation";

type MainNavigationProps = { items: readonly NavigationItem[]; direction: "row" | "column" };

/** The sections, with the current one marked for eye and ear. */
export function MainNavigation({ items, direction }: MainNavigationProps) {
  const path = usePathname();
  return (
    <ul className={direction === "row" ? "flex flex-wrap gap-x-1" : "flex flex-col"}>
      {items.map(({ href, label }) => {
        const isCurrent = isInSection(path, href);
        return (
          <li key={href}>
            <Link
              href={href}
              aria-current={path === href ? "page" : isCurrent ? "true" : undefined}
              className={classNames(
                "block px-2.5 py-2 text-sm whitespace-nowrap no-underline hover:text-ink",
                direction === "row" ? "border-b-2" : "border-l-4",
                isCurrent ? "border-accent font-semibold text-ink" : "border-transparent text-ink-soft",
              )}
            >
              {label}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
