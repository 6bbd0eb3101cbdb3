import type { ReactNode } from "react";

type PictureProps = { legend?: ReactNode; note?: ReactNode; table: ReactNode; tableTitle?: string; isLong?: boolean; children: ReactNode };

/** A drawing (a long one may be cut between sheets of paper), what its signs mean, what should be known before reading it, and the same as a table. */
export function Picture({ legend, note, table, tableTitle = "The same as a table", isLong = false, children }: PictureProps) {
  return (
    <div>
      <figure className={isLong ? "print:break-inside-auto!" : undefined}>
        {children}
        {legend !== undefined && <figcaption className="mt-3">{legend}</figcaption>}
      </figure>
      {note !== undefined && <div className="mt-2 text-sm text-ink-soft">{note}</div>}
      <details className="mt-3 text-sm">
        <summary className="font-semibold">{tableTitle}</summary>
        <div className="mt-2">{table}</div>
      </details>
    </div>
  );
}

/** Signs and their words in a line. */
export function LegendList({ label, items }: { label: string; items: readonly { readonly key: string; readonly sign: ReactNode; readonly word: string }[] }) {
  return (
    <ul aria-label={label} className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-soft">
      {items.map(({ key, sign, word }) => (
        <li key={key} className="flex items-center gap-1.5">
          <span aria-hidden="true" className="inline-flex min-w-3 justify-center font-semibold text-ink">
            {sign}
          </span>
          {word}
        </li>
      ))}
    </ul>
  );
}
