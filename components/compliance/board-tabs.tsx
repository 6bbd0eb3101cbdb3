import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import { type BoardMoment, momentHref } from "./board-address";

const pages = [
  { path: "/board", label: "Day" },
  { path: "/board/history", label: "Month by month" },
  { path: "/board/timeline", label: "Timeline" },
] as const;

/** The forms in which the same board is shown; the two clocks are kept. */
export function BoardTabs({ current, moment, agreement }: { current: (typeof pages)[number]["path"]; moment: BoardMoment; agreement: string | undefined }) {
  return (
    <nav aria-label="Forms of the board" className="mb-4 border-b border-line print:hidden">
      <ul className="-mb-px flex flex-wrap gap-x-1">
        {pages.map(({ path, label }) => (
          <li key={path}>
            <Link
              href={momentHref(path, moment, agreement)}
              prefetch={false}
              aria-current={path === current ? "page" : undefined}
              className={classNames("block border-b-2 px-3 py-2 text-sm no-underline", path === current ? "border-accent font-semibold text-ink" : "border-transparent text-ink-soft hover:border-line-strong hover:text-ink")}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
