import { percent } from "./percent";

export type Shape = "ring" | "quarter" | "half" | "disc" | "square" | "diamond" | "triangle" | "bar" | "cross" | "plus" | "slash" | "dots" | "triangle-solid" | "diamond-open" | "square-open";

const drawings: Record<Shape, React.ReactNode> = {
  ring: <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  quarter: (
    <>
      <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 6V1.75A4.25 4.25 0 0 1 10.25 6z" fill="currentColor" />
    </>
  ),
  half: (
    <>
      <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" fill="currentColor" />
    </>
  ),
  disc: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  square: <rect x="1.5" y="1.5" width="9" height="9" fill="currentColor" />,
  diamond: <path d="M6 .8 11.2 6 6 11.2.8 6z" fill="currentColor" />,
  triangle: <path d="M6 1.2 11.3 10.6H.7z" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />,
  "triangle-solid": <path d="M6 .6 11.6 11H.4z" fill="currentColor" />,
  "diamond-open": <path d="M6 1.6 10.4 6 6 10.4 1.6 6z" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  "square-open": <rect x="2" y="2" width="8" height="8" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  bar: <path d="M1.5 6h9" stroke="currentColor" strokeWidth="2.5" />,
  cross: <path d="m2 2 8 8m0-8-8 8" stroke="currentColor" strokeWidth="2" />,
  plus: <path d="M6 1v10M1 6h10" stroke="currentColor" strokeWidth="2" />,
  slash: <path d="m2 10 8-8" stroke="currentColor" strokeWidth="2" />,
  // Four dots, not a row of them: small or on paper a row reads as a bar.
  dots: <path d="M3.5 3.5h.01M8.5 3.5h.01M3.5 8.5h.01M8.5 8.5h.01" stroke="currentColor" strokeWidth="2.25" strokeLinecap="round" />,
};

/** A shape that tells states apart without colour. Always beside its word, so it is hidden from screen readers. */
export function ShapeMark({ shape }: { shape: Shape }) {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false" className="shrink-0">
      {drawings[shape]}
    </svg>
  );
}

/** The same shape inside a drawing, its middle at `x` (a share of the width) and `y` (pixels). */
export function PlacedShape({ shape, x, y }: { shape: Shape; x: number; y: number }) {
  return (
    <svg x={percent(x)} y={y} width="1" height="1" overflow="visible">
      <g transform="translate(-6 -6)">{drawings[shape]}</g>
    </svg>
  );
}

/** Shapes drawn once, for pictures that use each of them many times: `<use href="#id-shape">`. */
export function ShapeSymbols({ id, shapes }: { id: string; shapes: readonly Shape[] }) {
  return (
    <svg width="0" height="0" aria-hidden="true" focusable="false" className="absolute">
      {shapes.map((shape) => (
        <symbol key={shape} id={`${id}-${shape}`} viewBox="0 0 12 12">
          {drawings[shape]}
        </symbol>
      ))}
    </svg>
  );
}
