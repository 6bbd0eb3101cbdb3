"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, memo, useId, useMemo, useRef, useState } from "react";
import { type BadgeTone, toneClasses } from "./badge";
import { classNames } from "./class-names";
import { type GridSpot, spotAfter } from "./grid-keys";
import { type Shape, ShapeSymbols } from "./shape-mark";
import { TextLink } from "./text-link";

/** What a cell may say: a shape on a ground, and words. Cells refer to it by number, so that a large grid stays a small page. */
export type GridSaying = { readonly shape: Shape; readonly tone: BadgeTone; readonly text: string };
export type GridColumn = { readonly key: string; readonly year: string; readonly initial: string; readonly on: string; readonly onText: string };
export type GridNote = { readonly letters: string; readonly text: string };
export type GridRow = {
  readonly key: string;
  readonly label: string;
  readonly href: string;
  /** The number of a saying for each column; null where there is nothing to say yet. */
  readonly cells: readonly (number | null)[];
  /** Letters below cells, by the column's number. */
  readonly notes: Readonly<Record<number, GridNote>>;
};

type HeatGridProps = {
  label: string;
  columns: readonly GridColumn[];
  rows: readonly GridRow[];
  sayings: readonly GridSaying[];
  /** Where a cell leads: `{on}` stands for its day, `{row}` for its row. */
  hrefPattern: string;
};

// Said once on the table, not on each of its many cells.
const cellClasses =
  "[&_td]:p-0 [&_td]:align-top [&_td_a]:relative [&_td_a]:flex [&_td_a]:h-6 [&_td_a]:items-center [&_td_a]:justify-center [&_td_a]:border [&_td_a]:focus-visible:z-10 print:[&_td_a]:border-line print:[&_td_a]:bg-none print:[&_td_a]:bg-transparent print:[&_td_a]:text-ink [&_td_svg]:h-2.5 [&_td_svg]:w-full [&_td_svg]:max-w-2.5";
const hatch = "bg-[repeating-linear-gradient(45deg,transparent_0_3px,color-mix(in_srgb,currentColor_22%,transparent)_3px_4px)]";

/** Rows by months, each cell a link with a shape. One stop of the Tab key; arrows move between cells, page keys by a year. */
export function HeatGrid({ label, columns, rows, sayings, hrefPattern }: HeatGridProps) {
  const id = useId();
  const router = useRouter();
  const body = useRef<HTMLTableSectionElement>(null);
  const [at, setAt] = useState<GridSpot>({ row: 0, column: columns.length - 1 });
  const [pointed, setPointed] = useState<GridSpot | undefined>(undefined);
  const textAt = ({ row, column }: GridSpot): string => textOf(rows[row], columns[column], { column, sayings });
  const listen = useMemo(
    (): CellListeners => ({
      onKeyDown: (event) => {
        const from = spotOf(event.currentTarget);
        const isFree = !event.altKey && !event.ctrlKey && !event.metaKey;
        const target = from && isFree ? spotAfter(event.key, from, rows.map((row) => row.cells.map((cell) => cell !== null))) : undefined;
        if (!target) return;
        event.preventDefault();
        linkAt(body.current, target)?.focus();
      },
      onClick: (event) => {
        if (event.button !== 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        router.push(event.currentTarget.getAttribute("href") ?? "");
      },
      onFocus: (event) => {
        const spot = spotOf(event.currentTarget);
        if (spot) setAt(spot);
      },
      onMouseEnter: (event) => setPointed(spotOf(event.currentTarget)),
      onMouseLeave: () => setPointed(undefined),
    }),
    [rows, router],
  );
  const years = [...new Set(columns.map(({ year }) => year))].map((year) => ({ year, months: columns.filter((column) => column.year === year).length }));
  return (
    // On paper the months need the long side of the sheet: app/globals.css turns a document that holds them.
    <div className="wide-on-paper">
      <ShapeSymbols id={id} shapes={[...new Set(sayings.map(({ shape }) => shape))]} />
      <div role="region" aria-label={`${label}, scrolls sideways`} tabIndex={0} className="relative overflow-x-auto print:overflow-visible">
        <table className={classNames("border-separate border-spacing-x-px border-spacing-y-0.5 text-left print:border-spacing-x-0 xl:w-full xl:table-fixed print:w-full print:table-fixed", cellClasses)}>
          <caption className="sr-only">{label}</caption>
          <thead className="text-[0.6875rem] text-ink-soft">
            <tr>
              <th scope="col" rowSpan={2} className="sticky left-0 z-20 w-28 min-w-28 bg-surface align-bottom text-xs font-semibold sm:w-52 sm:min-w-52 print:w-40 print:min-w-0">
                Duty
              </th>
              {years.map(({ year, months }) => (
                <th key={year} scope="colgroup" colSpan={months} className="border-l border-line-strong pl-0.5 font-semibold whitespace-nowrap">
                  {year}
                </th>
              ))}
            </tr>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" className="h-5 min-w-6 p-0 text-center font-normal xl:min-w-0 print:min-w-0">
                  <span aria-hidden="true">{column.initial}</span>
                  <span className="sr-only">{column.onText}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.map((row, index) => (
              <Row key={row.key} id={id} row={row} columns={columns} sayings={sayings} hrefPattern={hrefPattern} listen={listen} active={at.row === index ? at.column : undefined} />
            ))}
          </tbody>
        </table>
      </div>
      {/* The link itself tells a screen reader; this line is for eyes. */}
      <p aria-hidden="true" className="mt-2 min-h-10 text-sm print:hidden">
        {textAt(pointed ?? at)}
      </p>
    </div>
  );
}

function textOf(row: GridRow | undefined, column: GridColumn | undefined, { column: at, sayings }: { column: number; sayings: readonly GridSaying[] }): string {
  const cell = row?.cells[at];
  if (!row || !column || cell === null || cell === undefined) return "";
  const note = row.notes[at];
  return `${row.key}, ${column.onText}: ${sayings[cell]?.text ?? ""}${note ? `. ${note.text}` : ""}`;
}

const linkAt = (body: HTMLTableSectionElement | null, { row, column }: GridSpot): HTMLAnchorElement | null | undefined => body?.rows[row]?.cells[column + 1]?.querySelector("a");

/** Where a cell's link stands in the body, read from the table itself, so that one listener serves all of them. */
function spotOf(link: HTMLAnchorElement): GridSpot | undefined {
  const cell = link.closest("td");
  const line = cell?.parentElement;
  return cell && line instanceof HTMLTableRowElement ? { row: line.sectionRowIndex, column: cell.cellIndex - 1 } : undefined;
}

type CellListeners = Required<Pick<ComponentProps<"a">, "onKeyDown" | "onClick" | "onFocus" | "onMouseEnter" | "onMouseLeave">>;
type RowProps = Pick<HeatGridProps, "columns" | "sayings" | "hrefPattern"> & { id: string; row: GridRow; listen: CellListeners; active: number | undefined };

const Row = memo(function Row({ id, row, columns, sayings, hrefPattern, listen, active }: RowProps) {
  return (
    <tr className="break-inside-avoid">
      <th scope="row" className="sticky left-0 z-10 bg-surface pr-2 align-top text-xs leading-4 font-normal">
        <TextLink href={row.href} prefetch={false} className="font-mono">
          {row.key}
        </TextLink>
        <span className="hidden text-ink-soft sm:block">{row.label}</span>
      </th>
      {columns.map((column, at) => {
        const cell = row.cells[at];
        const saying = cell === null || cell === undefined ? undefined : sayings[cell];
        const note = row.notes[at];
        return (
          <td key={column.key}>
            {saying && (
              <a
                href={hrefPattern.replace("{on}", column.on).replace("{row}", encodeURIComponent(row.key))}
                aria-label={textOf(row, column, { column: at, sayings })}
                tabIndex={at === active ? 0 : -1}
                {...listen}
                className={classNames(toneClasses[saying.tone], saying.tone === "notice" && hatch)}
              >
                <svg aria-hidden="true">
                  <use href={`#${id}-${saying.shape}`} />
                </svg>
              </a>
            )}
            {note && (
              <span aria-hidden="true" className="-mx-1 block text-center text-[0.625rem] leading-3 font-semibold whitespace-nowrap">
                {note.letters}
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
});
