"use client";

import { type KeyboardEvent, memo, type MouseEvent } from "react";
import { classNames } from "@/components/ui/class-names";
import type { MapCell } from "@/lib/map/domain/cell";
import { isDirection, nextMark, radiusOf, shortCount, touchesCell } from "@/lib/map/domain/marks";
import { type DrawingPoint, drawnAt, type Frame } from "@/lib/map/domain/projection";
import { type MapNames, nameOfMark } from "@/lib/map/domain/words";
import { sizedInPixels } from "./map-scale";
import { markHref } from "./map-address";

type DrawnMark = DrawingPoint & { readonly cell: MapCell };

export type MarksProps = {
  frame: Frame;
  cells: readonly MapCell[];
  names: MapNames;
  params: URLSearchParams;
  chosen: readonly string[];
  /** With script one mark is a stop of the Tab key, and arrows lead from mark to mark. Without it each is a link. */
  roving: { readonly current: string | undefined; readonly onFocus: (cell: MapCell) => void; readonly onPick: (id: string, isAdded: boolean) => void } | undefined;
  className?: string | undefined;
};

/** What the records of the picture are drawn as: rings for places, squares on their area for those known by an area only. */
export const MapMarks = memo(function MapMarks({ frame, cells, names, params, chosen, roving, className }: MarksProps) {
  const marks = cells.map((cell): DrawnMark => ({ cell, ...drawnAt(frame, cell) }));
  const isChosen = (id: string): boolean => chosen.some((other) => touchesCell(id, other));
  const stop = roving && (marks.some(({ cell }) => cell.id === roving.current) ? roving.current : marks[0]?.cell.id);
  return (
    <g className={className} role="group" aria-label="Marks of the map">
      {marks.map((mark) => (
        <Mark
          key={mark.cell.id}
          mark={mark}
          name={nameOfMark(mark.cell, names)}
          href={markHref(params, mark.cell.id)}
          isChosen={isChosen(mark.cell.id)}
          tabIndex={roving && mark.cell.id !== stop ? -1 : 0}
          listeners={roving && listenersOf(mark, { marks, roving })}
        />
      ))}
    </g>
  );
});

type Listeners = { onClick: (event: MouseEvent) => void; onKeyDown: (event: KeyboardEvent) => void; onFocus: () => void };

function listenersOf(mark: DrawnMark, { marks, roving }: { marks: readonly DrawnMark[]; roving: NonNullable<MarksProps["roving"]> }): Listeners {
  const { id } = mark.cell;
  return {
    onFocus: () => roving.onFocus(mark.cell),
    onClick: (event) => {
      if (event.button !== 0 || event.altKey) return;
      event.preventDefault();
      roving.onPick(id, event.shiftKey || event.ctrlKey || event.metaKey);
    },
    onKeyDown: (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === " ") {
        event.preventDefault();
        roving.onPick(id, true);
      } else if (isDirection(event.key)) {
        event.preventDefault();
        const next = nextMark(marks, mark, event.key);
        if (next) event.currentTarget.parentElement?.querySelector<SVGAElement>(`[data-cell="${next.cell.id}"]`)?.focus();
      }
    },
  };
}

type MarkProps = { mark: DrawnMark; name: string; href: string; isChosen: boolean; tabIndex: number; listeners: Listeners | undefined };

function Mark({ mark: { x, y, cell }, name, href, isChosen, tabIndex, listeners }: MarkProps) {
  const radius = cell.kind === "POINTS" ? radiusOf(cell.count) : Math.max(8, radiusOf(cell.count));
  const look = classNames(
    isChosen ? "fill-accent stroke-ink" : "fill-surface stroke-accent-strong group-hover:fill-accent-soft",
    "group-focus-visible:stroke-focus forced-colors:fill-[Canvas] forced-colors:stroke-[LinkText]",
    isChosen && "forced-colors:fill-[Highlight]",
  );
  return (
    <a href={href} data-cell={cell.id} aria-label={name} aria-current={isChosen ? "true" : undefined} tabIndex={tabIndex} draggable={false} className="group cursor-pointer outline-none" {...listeners}>
      <title>{name}</title>
      <g transform={`translate(${x} ${y})`}>
        <g className={sizedInPixels}>
          <circle r={Math.max(radius + 3, 12)} fill="transparent" />
          <circle r={radius + 3.5} fill="none" strokeWidth={3} className="stroke-focus opacity-0 group-focus-visible:opacity-100" />
          {cell.kind === "POINTS" ? (
            <circle r={radius} strokeWidth={isChosen ? 3 : 1.75} fillOpacity={0.92} className={look} />
          ) : (
            <rect x={-radius} y={-radius} width={2 * radius} height={2 * radius} rx={2.5} strokeWidth={isChosen ? 3 : 1.75} strokeDasharray={isChosen ? undefined : "4 2"} fillOpacity={0.92} className={look} />
          )}
          {cell.count === 1 && cell.kind === "POINTS" ? (
            <circle r={2} className={isChosen ? "fill-accent-contrast" : "fill-accent-strong"} />
          ) : (
            <text textAnchor="middle" dy="0.35em" fontSize={cell.count < 1000 ? 11 : 10} fontWeight={600} className={classNames(isChosen ? "fill-accent-contrast" : "fill-ink", "forced-colors:fill-[CanvasText]")} pointerEvents="none">
              {shortCount(cell.count)}
            </text>
          )}
        </g>
      </g>
    </a>
  );
}
