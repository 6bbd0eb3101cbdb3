import Link from "next/link";
import type { Chip } from "./filter-params";

/** The filters in force; each is a link that takes it away. */
export function FilterChips({ chips }: { chips: readonly Chip[] }) {
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Filters in force" className="flex flex-wrap gap-2">
      {chips.map(({ name, value, label, href }) => (
        <li key={`${name} ${value}`}>
          <Link
            href={href}
            className="inline-flex min-h-8 items-center gap-1.5 rounded-full border border-accent-line bg-accent-soft px-3 py-0.5 text-sm text-ink no-underline hover:border-accent"
          >
            <span className="sr-only">Remove the filter </span>
            {label}
            <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
