import { Button } from "@/components/ui/button";

type ControlsProps = { canMagnify: boolean; isBoxHeld: boolean; onScale: (factor: number) => void; onFirst: () => void; onHold: (isHeld: boolean) => void; onTakeView: () => void };

/** Everything that pointer and wheel do, as buttons. */
export function MapControls({ canMagnify, isBoxHeld, onScale, onFirst, onHold, onTakeView }: ControlsProps) {
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden noscript:hidden">
      <div role="group" aria-label="Zoom of the map" className="flex gap-1">
        <Button size="small" className="size-9 px-0 text-base" aria-label="Zoom in" disabled={!canMagnify} onClick={() => onScale(1.6)}>
          +
        </Button>
        <Button size="small" className="size-9 px-0 text-base" aria-label="Zoom out" onClick={() => onScale(1 / 1.6)}>
          −
        </Button>
        <Button size="small" className="min-h-9" onClick={onFirst}>
          First view
        </Button>
      </div>
      <div role="group" aria-label="Select an area" className="flex flex-wrap gap-1">
        <Button size="small" className="min-h-9" aria-pressed={isBoxHeld} variant={isBoxHeld ? "primary" : "secondary"} onClick={() => onHold(!isBoxHeld)}>
          {isBoxHeld ? "Draw the box…" : "Select by box"}
        </Button>
        <Button size="small" className="min-h-9" onClick={onTakeView}>
          Select what is shown
        </Button>
      </div>
    </div>
  );
}
