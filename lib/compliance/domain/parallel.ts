import type { ComplianceState } from "@/lib/codelists/compliance-state";
import { inWords } from "./day-text";
import type { Level } from "./levels";
import type { DependencyInput } from "./obligation";
import { because, type Reason } from "./reason";

export type ParallelLevel = Level & { readonly ended: readonly Reason[] };

const ladder: readonly ComplianceState[] = ["I0_NOT_INITIATED", "I1_MINIMAL", "I2_INTERMEDIATE", "I3_FULL"];

/** What can be carried out or kept up runs as a process; a prohibition, a limit or a term does not. */
const isProcess = (kind: string): boolean => kind !== "" && !["STANDING_NEGATIVE", "QUANTITY_CEILING", "TERM"].includes(kind);

/** How far the process beside this one has come, by the records of the duty that it belongs to: not begun, begun, complete. */
const rungOf = ({ begunOn, completedOn }: DependencyInput): number => (completedOn !== null ? 3 : begunOn !== null ? 1 : 0);

function standingText({ code, title, begunOn, completedOn }: DependencyInput): string {
  const how = completedOn !== null ? `was complete on ${inWords(completedOn)}` : begunOn !== null ? `began on ${inWords(begunOn)}` : "has no counted record that it began";
  return `The process beside it, ${code} (${title}), ${how}.`;
}

/**
 * Two processes that run together stand no higher than the slower of them, and at level 1 as soon as one has begun. The
 * processes beside this one are the duties that it rests on and that run as one; without any, the records must speak for both.
 */
export function alongside(own: Level, restsOn: readonly DependencyInput[]): ParallelLevel {
  const dependencies = restsOn.filter(({ kind }) => isProcess(kind));
  if (dependencies.length === 0) return { ...own, ended: [] };
  const rungs = [ladder.indexOf(own.state), ...dependencies.map(rungOf)];
  const rung = Math.max(Math.min(...rungs), rungs.some((each) => each > 0) ? 1 : 0);
  const [first, ...others] = own.reasons;
  const text = [first?.text ?? "", ...dependencies.map(standingText)].join(" ").trim();
  const ends = dependencies.flatMap(({ code, title, endedOn }) => (endedOn === null ? [] : [because("IM5", `${code} (${title}) ended on ${inWords(endedOn)}.`, endedOn)]));
  const completions = [own.completedOn, ...dependencies.map((entry) => entry.completedOn)].filter((day) => day !== null).sort();
  return {
    state: ladder[rung] ?? own.state,
    reasons: [{ ...(first ?? because("G5", "")), rule: "IM9", text }, ...others],
    decidedBy: own.decidedBy,
    completedOn: rung === 3 ? (completions.at(-1) ?? null) : null,
    ended: ends,
  };
}
