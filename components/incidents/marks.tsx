import { Badge, type BadgeTone } from "@/components/ui/badge";
import { ShapeMark, type Shape } from "@/components/ui/shape-mark";
import { incidentFlagLabel } from "@/lib/codelists/incident-flag";
import { verificationLevels, verificationRank } from "@/lib/codelists/verification";
import { workflowStateLabel, type WorkflowState } from "@/lib/codelists/workflow";

function shapeOf(code: string): Shape {
  const rank = verificationRank(code);
  if (rank >= 3) return "disc";
  if (rank >= 1) return "half";
  return code === "VX_REFUTED" ? "cross" : "ring";
}

/** What is known of a record: level and word; the meaning on pointing. Filled from V3 on, where it counts on the board. */
export function VerificationBadge({ code }: { code: string }) {
  const level = verificationLevels.find((entry) => entry.code === code);
  return (
    <Badge tone={verificationRank(code) >= 3 ? "calm" : "neutral"} icon={<ShapeMark shape={shapeOf(code)} />} title={level?.meaning}>
      {level ? `${level.short} ${level.label}` : code}
    </Badge>
  );
}

const workflowTones: Partial<Record<WorkflowState, BadgeTone>> = { DRAFT: "muted", PUBLISHED: "neutral", RETRACTED: "strong", CORRECTED: "strong", REJECTED: "muted", CHANGES_REQUESTED: "notice" };

export function WorkflowBadge({ state }: { state: WorkflowState }) {
  return <Badge tone={workflowTones[state] ?? "calm"}>{workflowStateLabel(state)}</Badge>;
}

export function FlagBadges({ flags }: { flags: readonly string[] }) {
  return flags.map((flag) => (
    <Badge key={flag} tone="notice">
      {incidentFlagLabel(flag)}
    </Badge>
  ));
}
