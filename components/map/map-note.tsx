import { boundaryNotice, mapAttribution } from "@/lib/map/domain/district";

/** Where the drawing comes from and what it does not say. Stands under every map. */
export function MapNote() {
  return (
    <p className="mt-1.5 text-xs text-ink-soft">
      {mapAttribution}. {boundaryNotice}
    </p>
  );
}
