import type { Assessment } from "./assessment";
import type { Reason } from "./reason";

/** How a duty stands on one of the two boards, with the reasons that decide what differs. */
export type Standing = Pick<Assessment, "state" | "timeliness" | "overlays"> & { readonly deciding: readonly Reason[] };

export type ChangedAspect = "STATE" | "TIMELINESS" | "OVERLAYS";

export type BoardChange = { readonly code: string; readonly title: string; readonly changed: readonly ChangedAspect[]; readonly before: Standing; readonly after: Standing };

type Compared = Pick<Assessment, "state" | "timeliness" | "overlays" | "because"> & { readonly code: string; readonly title: string };

/**
 * The duties that stand differently on two boards, in the order of the second. Reasons alone, claims that wait and the
 * next date are no change of standing. A duty that is on one board only has nothing to be compared with and is left out.
 */
export function boardChanges(before: readonly Compared[], after: readonly Compared[]): BoardChange[] {
  const earlier = new Map(before.map((item) => [item.code, item]));
  return after.flatMap((item) => {
    const past = earlier.get(item.code);
    const changed = past ? changedAspects(past, item) : [];
    if (!past || changed.length === 0) return [];
    return [{ code: item.code, title: item.title, changed, before: standingOf(past, changed), after: standingOf(item, changed) }];
  });
}

function changedAspects(before: Compared, after: Compared): ChangedAspect[] {
  const aspects: ChangedAspect[] = [];
  if (before.state !== after.state) aspects.push("STATE");
  if (before.timeliness !== after.timeliness) aspects.push("TIMELINESS");
  // Marks are a set: their order says nothing.
  if (before.overlays.length !== after.overlays.length || before.overlays.some((overlay) => !after.overlays.includes(overlay))) aspects.push("OVERLAYS");
  return aspects;
}

/** The families of rules that set timeliness and marks; the state is decided by the first reason. */
const rulesOf: Record<ChangedAspect, (reason: Reason) => boolean> = {
  STATE: () => false,
  TIMELINESS: ({ rule }) => rule.startsWith("D"),
  OVERLAYS: ({ rule }) => rule.startsWith("CV") || rule === "G6" || rule === "RV3",
};

function standingOf({ state, timeliness, overlays, because }: Compared, changed: readonly ChangedAspect[]): Standing {
  const first = because.slice(0, 1);
  const others = changed.flatMap((aspect) => because.filter(rulesOf[aspect]).slice(0, 1));
  return { state, timeliness, overlays, deciding: [...new Set([...first, ...others])] };
}
