"use client";

import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { dayInWords } from "@/components/ui/date-text";
import type { Month } from "@/lib/map/domain/months";

type MonthControlProps = {
  months: readonly Month[];
  /** Which month is looked at; undefined where it is all days, or other days of the filters. */
  index: number | undefined;
  /** What is looked at where it is no month. */
  otherwise: string;
  /** The filters name days. */
  isNarrowed: boolean;
  isPlaying: boolean;
  isWaiting: boolean;
  onLook: (index: number) => void;
  /** The movement is over: the address follows. */
  onSettle: (index: number | undefined) => void;
  onPlay: (isPlaying: boolean) => void;
};

/** Milliseconds that a month stands while the months are played. */
const stepMilliseconds = 1100;

export const monthInWords = ({ from }: Month): string => dayInWords(from).replace(/^\d+ /, "");

/** Moves the map along the months: a slider, steps and a play button. A convenience beside the days of the filters; without script it is not shown. */
export function MonthControl({ months, index, otherwise, isNarrowed, isPlaying, isWaiting, onLook, onSettle, onPlay }: MonthControlProps) {
  const last = months.length - 1;
  useEffect(() => {
    if (!isPlaying || isWaiting) return undefined;
    const timer = window.setTimeout(() => {
      if (index !== undefined && index >= last) {
        onPlay(false);
        onSettle(index);
      } else onLook((index ?? -1) + 1);
    }, stepMilliseconds);
    return () => window.clearTimeout(timer);
  }, [isPlaying, isWaiting, index, last, onLook, onPlay, onSettle]);

  const month = index === undefined ? undefined : months[index];
  const words = month ? monthInWords(month) : otherwise;
  const step = (by: number) => onSettle(Math.min(last, Math.max(0, (index ?? (by > 0 ? -1 : last + 1)) + by)));
  if (last < 1) return null;
  return (
    <section aria-label="Months" className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 print:hidden noscript:hidden">
      <div className="flex gap-1">
        <Button size="small" className="min-h-9" aria-label="Previous month" disabled={index === 0} onClick={() => step(-1)}>
          ←
        </Button>
        {/* Nothing begins to move by itself, and a picture that changes once a second is no motion; whoever wants none still has the steps. */}
        <Button
          size="small"
          className="min-h-9 min-w-16 motion-reduce:hidden"
          aria-pressed={isPlaying}
          onClick={() => {
            if (isPlaying) onSettle(index);
            else if (index === last) onLook(0);
            onPlay(!isPlaying);
          }}
        >
          {isPlaying ? "Pause" : "Play"}
        </Button>
        <Button size="small" className="min-h-9" aria-label="Next month" disabled={index === last} onClick={() => step(1)}>
          →
        </Button>
      </div>
      <input
        type="range"
        aria-label="Month of the map"
        aria-valuetext={words}
        min={0}
        max={last}
        value={index ?? last}
        onChange={(event) => onLook(event.target.valueAsNumber)}
        onPointerUp={() => onSettle(index)}
        onKeyUp={(event) => event.key !== "Tab" && onSettle(index)}
        className="h-6 min-w-40 grow cursor-pointer accent-accent"
      />
      <p className="min-w-44 text-sm font-semibold text-ink" role={isPlaying ? undefined : "status"}>
        {words}
      </p>
      {(index !== undefined || isNarrowed) && (
        <Button size="small" variant="quiet" className="min-h-9" onClick={() => onSettle(undefined)}>
          All days
        </Button>
      )}
    </section>
  );
}
