import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import { isInSection, type NavigationItem } from "./navigation";

type SectionLinkProps = { item: NavigationItem; path: string; edge: "bottom" | "left" };

/** A section, marked for eye and ear where the reader is in it. */
export function SectionLink({ item: { href, label }, path, edge }: SectionLinkProps) {
  const isCurrent = isInSection(path, href);
  return (
    <Link
      href={href}
      aria-current={path === href ? "page" : isCurrent ? "true" : undefined}
      className={classNames(
        "block px-2.5 text-sm whitespace-nowrap no-underline hover:text-ink",
        edge === "bottom" ? "border-b-2 py-2.5" : "border-l-4 py-2",
        isCurrent ? "border-accent font-semibold text-ink" : "border-transparent text-ink-soft",
      )}
    >
      {label}
    </Link>
  );
}
