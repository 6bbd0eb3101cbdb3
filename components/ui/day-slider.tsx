"use client";

import type { KeyboardEvent } from "react";
import { addDays, addMonths, type CalendarDate, daysBetween } from "@/lib/kernel/calendar-date";
import { type DayAxis, isOnAxis } from "@/lib/kernel/day-axis";
import { DateText } from "./date-text";
import { percent } from "./percent";

export type SliderTick = { readonly on: CalendarDate; readonly isTall: boolean; readonly text: string };

type DaySliderProps = {
  label: string;
  range: DayAxis;
  value: CalendarDate;
  valueText: string;
  /** What the right end is called, where it is more than its day. */
  endText?: string | undefined;
  ticks?: readonly SliderTick[];
  onMove: (day: CalendarDate) => void;
  /** A pointer took hold of the thumb. */
  onGrab: () => void;
  /** The pointer let go, or focus left: the movement is over. */
  onRelease: () => void;
};

/** Page keys move by a month; arrows, Home and End are the browser's own, a day to a step. */
const monthSteps: Record<string, number> = { PageUp: 1, PageDown: -1 };

/** A day chosen on a line of days. A convenience beside a date field: without script it is not shown, and its room is kept free of it. */
export function DaySlider({ label, range, value, valueText, endText, ticks = [], onMove, onGrab, onRelease }: DaySliderProps) {
  const length = Math.max(1, daysBetween(range.from, range.to));
  const moveByMonth = (event: KeyboardEvent) => {
    const step = monthSteps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const target = addMonths(value, step);
    onMove(target < range.from ? range.from : target > range.to ? range.to : target);
  };
  return (
    <div className="min-w-0 noscript:hidden">
      <input
        type="range"
        aria-label={label}
        aria-valuetext={valueText}
        min={0}
        max={length}
        step={1}
        value={daysBetween(range.from, value)}
        onChange={(event) => onMove(addDays(range.from, event.target.valueAsNumber))}
        onKeyDown={moveByMonth}
        onPointerDown={onGrab}
        onPointerUp={onRelease}
        onPointerCancel={onRelease}
        onBlur={onRelease}
        className="block h-6 w-full cursor-pointer accent-accent"
      />
      {/* The middle of the thumb runs from 8 pixels after the left edge to 8 before the right one. */}
      <svg width="100%" height="8" overflow="visible" aria-hidden="true" className="-mt-0.5 block px-2 text-ink">
        {ticks
          .filter(({ on }) => isOnAxis(range, on))
          .map(({ on, isTall, text }) => {
            const x = percent(daysBetween(range.from, on) / length);
            return (
              <line key={`${on}|${isTall}`} x1={x} x2={x} y1="0" y2={isTall ? 8 : 5} stroke="currentColor" strokeWidth={isTall ? 2 : 1}>
                <title>{text}</title>
              </line>
            );
          })}
      </svg>
      <p aria-hidden="true" className="flex justify-between gap-4 text-xs text-ink-soft">
        <DateText value={range.from} />
        <span>{endText ?? <DateText value={range.to} />}</span>
      </p>
    </div>
  );
}
