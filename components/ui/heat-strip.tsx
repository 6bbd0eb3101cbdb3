"use client";

import Link from "next/link";
import { type KeyboardEvent, useRef, useState } from "react";
import { type BadgeTone, toneClasses } from "./badge";
import { classNames } from "./class-names";
import { type Shape, ShapeMark } from "./shape-mark";

export type HeatCell = {
  readonly key: string;
  /** 1 to 12: the month, which is the cell's place in its row. */
  readonly column: number;
  /** All that the cell says, in words. */
  readonly text: string;
  readonly href: string;
  readonly shape: Shape;
  readonly tone: BadgeTone;
  /** Letters below the cell; `text` tells them in words. */
  readonly letters: readonly string[];
};

export type HeatRow = { readonly label: string; readonly cells: readonly HeatCell[] };

// Tremor's Tracker takes a colour and a tooltip; it carries no shape, no text, no link and no focus. Hence boxes.
const boxClasses = "relative flex h-8 items-center justify-center rounded-sm border focus-visible:z-10 print:border-line-strong print:bg-transparent print:text-ink";
const columnStart = ["", "col-start-1", "col-start-2", "col-start-3", "col-start-4", "col-start-5", "col-start-6", "col-start-7", "col-start-8", "col-start-9", "col-start-10", "col-start-11", "col-start-12"];

const initials = ["J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"].map((letter, index) => ({ key: index, letter }));

/** How far a key moves through the cells; Home and End go to the ends. */
function targetOf(key: string, at: number, count: number): number | undefined {
  const steps: Record<string, number> = { ArrowLeft: at - 1, ArrowRight: at + 1, ArrowUp: at - 12, ArrowDown: at + 12, Home: 0, End: count - 1 };
  const target = steps[key];
  return target === undefined || target < 0 || target >= count ? undefined : target;
}

/** Years of months, each a box with a shape. One stop of the Tab key; arrow keys move between months. */
export function HeatStrip({ label, rows }: { label: string; rows: readonly HeatRow[] }) {
  const cells = rows.flatMap((row) => row.cells);
  const [at, setAt] = useState(cells.length - 1);
  const links = useRef(new Map<string, HTMLAnchorElement>());
  const move = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const target = targetOf(event.key, at, cells.length);
    const cell = target === undefined ? undefined : cells[target];
    if (target === undefined || !cell) return;
    event.preventDefault();
    setAt(target);
    links.current.get(cell.key)?.focus();
  };
  const current = cells[at] ?? cells.at(-1);
  return (
    <figure aria-label={label}>
      <p aria-hidden="true" className="grid grid-cols-12 gap-px text-center text-[0.6875rem] text-ink-soft sm:ml-12 sm:gap-1">
        {initials.map(({ key, letter }) => (
          <span key={key}>{letter}</span>
        ))}
      </p>
      <ol className="space-y-1">
        {rows.map((row) => (
          <li key={row.label} className="break-inside-avoid sm:flex sm:gap-2">
            <p className="text-xs font-semibold text-ink-soft tabular-nums sm:w-10 sm:shrink-0 sm:pt-2">{row.label}</p>
            <ol className="grid min-w-0 grow grid-cols-12 gap-px sm:gap-1">
              {row.cells.map((cell) => (
                <li key={cell.key} className={classNames("min-w-0", columnStart[cell.column])}>
                  <Link
                    ref={(link) => {
                      if (link) links.current.set(cell.key, link);
                      return () => void links.current.delete(cell.key);
                    }}
                    href={cell.href}
                    prefetch={false}
                    aria-label={cell.text}
                    title={cell.text}
                    tabIndex={cell.key === current?.key ? 0 : -1}
                    onFocus={() => setAt(cells.indexOf(cell))}
                    onKeyDown={move}
                    className={classNames(boxClasses, toneClasses[cell.tone])}
                  >
                    <ShapeMark shape={cell.shape} />
                  </Link>
                  <span aria-hidden="true" className="block min-h-4 text-center text-[0.6875rem] leading-4 font-semibold">
                    {cell.letters.join("")}
                  </span>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
      {/* The link itself tells a screen reader; this line is for eyes. */}
      <figcaption className="mt-1 min-h-10 text-sm print:hidden" aria-hidden="true">
        {current?.text}
      </figcaption>
    </figure>
  );
}
