import { useId } from "react";

export type BandPattern = "full" | "hatched" | "light" | "empty" | "dotted";

/**
 * Fills for bands. Everything is drawn in the colour of the text around it, so that dark mode, print and forced colours need
 * no palette of their own and bands are told apart by their pattern.
 */
export function BandPatterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-hatched`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 3h6" stroke="currentColor" strokeWidth="2" />
      </pattern>
      <pattern id={`${id}-dotted`} width="6" height="6" patternUnits="userSpaceOnUse">
        <circle cx="3" cy="3" r="1" fill="currentColor" />
      </pattern>
    </defs>
  );
}

const fills = (id: string): Record<BandPattern, { fill: string; fillOpacity?: number; strokeDasharray?: string }> => ({
  full: { fill: "currentColor", fillOpacity: 0.75 },
  hatched: { fill: `url(#${id}-hatched)` },
  light: { fill: "currentColor", fillOpacity: 0.15 },
  dotted: { fill: `url(#${id}-dotted)` },
  empty: { fill: "none", strokeDasharray: "3 3" },
});

type BandProps = { id: string; pattern: BandPattern; x: string; y: number; width: string; height: number; title?: string };

/** One band of a drawing whose `BandPatterns` have the same id. */
export function Band({ id, pattern, title, ...box }: BandProps) {
  return (
    <rect {...box} {...fills(id)[pattern]} stroke="currentColor" strokeWidth="1">
      {title !== undefined && <title>{title}</title>}
    </rect>
  );
}

/** A small box with a pattern, for a legend. */
export function BandSample({ pattern }: { pattern: BandPattern }) {
  const id = useId();
  return (
    <svg width="22" height="12" aria-hidden="true" focusable="false" className="shrink-0">
      <BandPatterns id={id} />
      <Band id={id} pattern={pattern} x="0.5" y={0.5} width="21" height={11} />
    </svg>
  );
}
