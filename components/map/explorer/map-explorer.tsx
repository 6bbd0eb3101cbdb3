"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useCallback, useId, useMemo, useRef, useState, useTransition } from "react";
import { classNames } from "@/components/ui/class-names";
import { dayInWords } from "@/components/ui/date-text";
import type { Box } from "@/lib/map/domain/bin";
import type { MapCell } from "@/lib/map/domain/cell";
import { mostMagnified, type Toponym } from "@/lib/map/domain/drawing";
import type { Month } from "@/lib/map/domain/months";
import { drawnAt, type Frame } from "@/lib/map/domain/projection";
import { type Viewport, viewBoxOf } from "@/lib/map/domain/viewport";
import type { MapNames } from "@/lib/map/domain/words";
import { type ObligationZone, zonesDuring } from "@/lib/map/zones/domain";
import { boxHref, daysOf, markHref, toggleHref } from "./map-address";
import { MapControls } from "./map-controls";
import { keysOfMap } from "./map-keys";
import { MapLayers } from "./map-layers";
import { measured, unmeasured } from "./map-scale";
import { MonthControl } from "./month-control";
import { useBoxTool } from "./use-box-tool";
import { useListeners } from "./use-listeners";
import { useLiveCells } from "./use-live-cells";
import { isSeen, lookedAt, useMapView } from "./use-map-view";
import { useMonths } from "./use-months";

type ExplorerProps = {
  frame: Frame;
  view: Viewport;
  /** The filters and the selection, as the address has them. */
  query: string;
  sent: readonly MapCell[];
  names: MapNames;
  toponyms: readonly Toponym[];
  months: readonly Month[];
  chosenBox: Box | undefined;
  summary: string;
  zones: readonly ObligationZone[];
  /** The drawing below all else. */
  children: ReactNode;
};

/** The map that is moved, magnified, selected in and played. The server draws its first picture, which is whole without script. */
export function MapExplorer({ frame, view, query, sent, names, toponyms, months, chosenBox, summary, zones, children }: ExplorerProps) {
  const router = useRouter();
  const [isUnderWay, startWay] = useTransition();
  const drawing = useRef<SVGSVGElement>(null);
  const helpId = useId();
  const params = useMemo(() => new URLSearchParams(query), [query]);
  const [isHeld, setHeld] = useState(false);
  const [current, setCurrent] = useState<string | undefined>(undefined);
  const go = useCallback((href: string) => startWay(() => router.push(href, { scroll: false })), [router]);

  const { move, seen, scaleBy, moveBy, centreOn, showFirst } = useMapView(drawing, { frame, view, isHeld });
  const looked = useMemo(() => seen && lookedAt(frame, seen, move), [frame, seen, move]);
  const time = useMonths({ months, params, query, go });
  const { cells, hasFailed, isWaiting } = useLiveCells({ sent, params, month: time.month, looked });
  const takeBox = (box: Box) => {
    setHeld(false);
    go(boxHref(params, box));
  };
  const { drawn, pointer } = useBoxTool({ drawing, frame, seen, move, isHeld, onBox: takeBox });

  const onFocus = (cell: MapCell) => {
    setCurrent(cell.id);
    const at = drawnAt(frame, cell);
    if (seen && !isSeen(at, seen, move)) centreOn(at);
  };
  const onPick = (id: string, isAdded: boolean) => go(isAdded ? toggleHref(params, id) : markHref(params, id));
  const keydown = keysOfMap({ step: (seen?.part.width ?? view.width) / 8 / move.k, moveBy, scaleBy, showFirst, letGo: isHeld ? () => setHeld(false) : undefined });
  useListeners(drawing, { keydown, ...pointer });
  const marks = { frame, names, params, chosen: params.getAll("cell") };
  const live = seen && { cells, scale: seen.pixelsPerUnit * move.k, roving: { current, onFocus, onPick } };
  return (
    <div aria-busy={isUnderWay || isWaiting}>
      <MapControls
        canMagnify={move.k < mostMagnified}
        isBoxHeld={isHeld}
        onScale={scaleBy}
        onFirst={showFirst}
        onHold={setHeld}
        onTakeView={() => looked && takeBox(looked.box)}
      />
      <svg
        ref={drawing}
        role="group"
        tabIndex={0}
        aria-label={summary}
        aria-describedby={helpId}
        viewBox={viewBoxOf(view)}
        preserveAspectRatio="xMidYMid slice"
        className={classNames("mt-2 block aspect-square w-full overflow-hidden rounded-md border border-line-control bg-canvas select-none sm:aspect-[4/3] print:aspect-[4/3]", seen ? undefined : unmeasured, isHeld ? "cursor-crosshair" : "cursor-grab")}
        style={seen && measured({ px: 1 / seen.pixelsPerUnit, k: move.k, touchAction: isHeld || move.k > 1 ? "none" : "pan-y" })}
      >
        <MapLayers marks={marks} sent={sent} live={live} transform={`translate(${move.x} ${move.y}) scale(${move.k})`} zones={zonesDuring(zones, time.month ?? daysOf(params))} toponyms={toponyms} box={chosenBox}>
          {children}
        </MapLayers>
        {drawn && <rect {...drawn} className="fill-accent stroke-accent" fillOpacity={0.12} strokeDasharray="6 4" vectorEffect="non-scaling-stroke" />}
      </svg>
      <p id={helpId} className="mt-1.5 text-xs text-ink-soft print:hidden noscript:hidden">
        Arrow keys move the map; + and − zoom, 0 shows the first view. The next Tab stop is the marks: arrows lead from one to the next, Enter selects, Space adds. Ctrl with the wheel zooms, Shift with a drag selects a box.
      </p>
      {hasFailed && (
        <p role="alert" className="mt-1 text-sm text-danger-ink">
          The marks of this view could not be read; what is drawn is of the view before. Move the map to try again.
        </p>
      )}
      <MonthControl months={months} index={time.index} otherwise={daysInWords(params)} isNarrowed={params.has("from") || params.has("to")} isPlaying={time.isPlaying} isWaiting={isWaiting} onLook={time.look} onSettle={time.settle} onPlay={time.setPlaying} />
    </div>
  );
}

/** The days of the filters, where they are no month. */
function daysInWords(params: URLSearchParams): string {
  const { from, to } = daysOf(params);
  if (!from && !to) return "All days";
  return [from ? `from ${dayInWords(from)}` : "", to ? `to ${dayInWords(to)}` : ""].filter(Boolean).join(" ");
}
