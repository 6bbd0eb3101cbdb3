import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import { importEffectLabel, type ImportEffect } from "@/lib/codelists/import-effect";
import type { ImportView } from "@/lib/imports/schema";
import { numberText } from "../number-text";
import { rowsHref } from "./rows-href";

const entries: readonly { effect: ImportEffect; count: (run: ImportView) => number }[] = [
  { effect: "CREATE", count: ({ effects }) => effects.create },
  { effect: "UPDATE", count: ({ effects }) => effects.update },
  { effect: "SKIP", count: ({ effects }) => effects.skip },
  { effect: "HOLD", count: ({ effects }) => effects.needsReview },
  { effect: "REJECT", count: ({ effects }) => effects.rejected },
];

/** What becomes of the records, in counts that are also the list's filter. */
export function EffectTabs({ run, current }: { run: ImportView; current: ImportEffect | undefined }) {
  const tab = (label: string, count: number, effect: ImportEffect | undefined) => (
    <li key={label}>
      <Link
        href={rowsHref(run.id, { effect })}
        aria-current={current === effect ? "page" : undefined}
        className={classNames("grid min-w-24 rounded-md border px-3 py-2 hover:bg-accent-soft", current === effect ? "border-accent bg-accent-soft" : "border-line bg-surface")}
      >
        <span className="text-lg font-semibold text-ink tabular-nums">{numberText(count)}</span>
        <span className="text-sm text-ink-soft">{label}</span>
      </Link>
    </li>
  );
  return (
    <ul className="flex flex-wrap gap-2" aria-label="What becomes of the records">
      {tab("All records", run.rows.read, undefined)}
      {entries.map(({ effect, count }) => tab(importEffectLabel(effect), count(run), effect))}
    </ul>
  );
}
