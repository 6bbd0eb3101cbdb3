import { Badge } from "@/components/ui/badge";
import { ShapeMark } from "@/components/ui/shape-mark";
import { type ComplianceState, complianceStateLabel } from "@/lib/codelists/compliance-state";
import { type Overlay, overlayLabel } from "@/lib/codelists/overlay";
import { type Timeliness, timelinessLabel } from "@/lib/codelists/timeliness";
import { overlayMeaning, stateLook, timelinessTone } from "./state-look";

/** A state: shape and word. */
export function StateBadge({ state }: { state: ComplianceState }) {
  const { shape, tone, meaning } = stateLook[state];
  return (
    <Badge tone={tone} icon={<ShapeMark shape={shape} />} title={meaning}>
      {complianceStateLabel(state)}
    </Badge>
  );
}

/** Timeliness and marks beside a state. */
export function StateMarks({ timeliness, overlays }: { timeliness: Timeliness | null; overlays: readonly Overlay[] }) {
  return (
    <>
      {timeliness !== null && <Badge tone={timelinessTone[timeliness]}>{timelinessLabel(timeliness)}</Badge>}
      {overlays.map((overlay) => (
        <Badge key={overlay} tone="muted" title={overlayMeaning[overlay]}>
          {overlayLabel(overlay)}
        </Badge>
      ))}
    </>
  );
}
