export type MarkKind = "REPORTED" | "VERIFIED" | "ENDED" | "FOLLOWED";

/** What each mark is; they differ by shape. */
export const markNames: Record<MarkKind, string> = { REPORTED: "First reported violation, with who reported it", VERIFIED: "First verified violation", ENDED: "End on record", FOLLOWED: "Followed until, without an end on record" };

const shapes: Record<MarkKind, (x: number, y: number) => React.ReactNode> = {
  REPORTED: (x, y) => <path d={`M${x} ${y - 6}l6 11h-12z`} strokeWidth="1.5" className="fill-surface stroke-ink" />,
  VERIFIED: (x, y) => <path d={`M${x} ${y - 7}l7 7-7 7-7-7z`} className="fill-ink" />,
  ENDED: (x, y) => <path d={`M${x} ${y - 8}v16`} strokeWidth="3" className="stroke-ink" />,
  FOLLOWED: (x, y) => <path d={`M${x} ${y - 6}l8 6-8 6`} fill="none" strokeWidth="1.5" className="stroke-ink" />,
};

/** A mark of the drawing at a place. */
export const Mark = ({ kind, x, y }: { kind: MarkKind; x: number; y: number }) => <>{shapes[kind](x, y)}</>;

/** The marks that a drawing uses, with their names. */
export function MarkLegend({ kinds }: { kinds: readonly MarkKind[] }) {
  return (
    <ul aria-label="Marks" className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {kinds.map((kind) => (
        <li key={kind} className="flex items-center gap-2">
          <svg width="20" height="20" aria-hidden="true" focusable="false">
            <Mark kind={kind} x={kind === "FOLLOWED" ? 6 : 10} y={10} />
          </svg>
          {markNames[kind]}
        </li>
      ))}
    </ul>
  );
}
