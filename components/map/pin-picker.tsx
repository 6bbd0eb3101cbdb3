"use client";

import { useId, useRef, type KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { districtAt, districtLabel, type RegionMap } from "@/lib/map/domain/district";
import { drawnAt, type DrawingPoint, isInFrame, type LatLon, located, projected, roundedPlace } from "@/lib/map/domain/projection";
import { centreOf, maximumZoom, viewBoxOf } from "@/lib/map/domain/viewport";
import { MapNote } from "./map-note";
import { Pin } from "./pin";
import { RegionDrawing } from "./region-drawing";
import { useViewport } from "./use-viewport";

export type MapDot = LatLon & { readonly id: number; readonly label: string };

type PinPickerProps = {
  map: RegionMap;
  place: LatLon | undefined;
  radiusMetres: number | null;
  dots: readonly MapDot[];
  onPick: (place: LatLon) => void;
};

const steps: Record<string, DrawingPoint> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };

/** A map on which a pin is set by pointer or arrow keys. It only reports the place; the inputs beside it stay the record. */
export function PinPicker({ map, place, radiusMetres, dots, onPick }: PinPickerProps) {
  const { frame } = map;
  const drawing = useRef<SVGSVGElement>(null);
  const helpId = useId();
  const pinId = useId();
  const setPin = (point: DrawingPoint) => {
    if (isInFrame(frame, point)) onPick(roundedPlace(located(frame, point)));
  };
  const { view, zoom, pointer, zoomBy, showAll, follow } = useViewport(frame, drawing, setPin);
  const pin = place && isInFrame(frame, projected(frame, place)) ? place : undefined;
  const around = pin && projected(frame, pin);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      const distance = (view.width / 100) * (event.shiftKey ? 10 : 1);
      // The first key sets the pin in the middle of what is shown; the next ones move it.
      const next = around ? { x: around.x + step.x * distance, y: around.y + step.y * distance } : centreOf(view);
      setPin(next);
      follow(next);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (!around) setPin(centreOf(view));
    } else if (event.key === "+" || event.key === "=") zoomBy(2, around);
    else if (event.key === "-") zoomBy(0.5, around);
    else if (event.key === "0") showAll();
  };

  return (
    <div>
      <div className="relative">
        <button
          type="button"
          aria-label="Place of the incident on the map"
          aria-describedby={`${helpId} ${pinId}`}
          className="block w-full cursor-crosshair overflow-hidden rounded-md border border-line-control bg-sunken select-none"
          style={{ touchAction: zoom > 1 ? "none" : "pan-y" }}
          onKeyDown={onKeyDown}
          {...pointer}
        >
          <svg ref={drawing} viewBox={viewBoxOf(view)} aria-hidden="true" className="block w-full" style={{ aspectRatio: `${frame.width} / ${frame.height}` }}>
            <RegionDrawing map={map} highlighted={pin && districtAt(map, pin)?.code} isTitled />
            {dots.map((dot) => (
              <PlaceDot key={dot.id} at={drawnAt(frame, dot)} label={dot.label} size={frame.width / 480 / zoom} />
            ))}
            {pin && <Pin frame={frame} place={pin} radiusMetres={radiusMetres} zoom={zoom} />}
          </svg>
        </button>
        <div className="absolute top-2 right-2 flex flex-col gap-1" role="group" aria-label="Zoom of the map">
          <Button size="small" className="size-10 px-0 text-base" aria-label="Zoom in" disabled={zoom >= maximumZoom} onClick={() => zoomBy(2, around)}>
            +
          </Button>
          <Button size="small" className="size-10 px-0 text-base" aria-label="Zoom out" disabled={zoom <= 1} onClick={() => zoomBy(0.5, around)}>
            −
          </Button>
          <Button size="small" className="size-10 px-0" aria-label="Show the whole region" disabled={zoom <= 1} onClick={showAll}>
            ⤢
          </Button>
        </div>
      </div>
      <p id={helpId} className="mt-1.5 text-sm text-ink-soft">
        Press on the map to set the pin, or use the arrow keys (with Shift for larger steps), + and − to zoom. Drag to move the map when zoomed in.
      </p>
      <p id={pinId} role="status" className="text-sm text-ink">
        {pinSentence(map, place)}
      </p>
      <MapNote />
    </div>
  );
}

function PlaceDot({ at, label, size }: { at: DrawingPoint; label: string; size: number }) {
  return (
    <circle cx={at.x} cy={at.y} r={2.5 * size} className="fill-ink-soft">
      <title>{label}</title>
    </circle>
  );
}

/** What the pin says, in words: for those who do not see the map, and as a check for those who do. */
export function pinSentence(map: RegionMap, place: LatLon | undefined): string {
  if (!place) return "No pin is set.";
  const where = `${place.lat.toFixed(4)}° N, ${place.lon.toFixed(4)}° E`;
  const district = districtAt(map, place);
  if (district) return `Pin at ${where}: in ${districtLabel(district)} on the basemap.`;
  return isInFrame(map.frame, projected(map.frame, place)) ? `Pin at ${where}: outside the districts of the basemap.` : `${where} lies outside the map.`;
}
