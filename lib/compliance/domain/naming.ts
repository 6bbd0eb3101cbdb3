import { because, type Reason } from "./reason";
import type { RuleCode } from "./rules";
import type { Unread } from "./unread";

/** So many records are named for one rule; how many more there are is said. */
export const namedAtMost = 20;

/** The rules whose reasons name every breach of a duty, be it ever so old. */
const namingAll: readonly RuleCode[] = ["IM6", "G4"];

/**
 * The reasons with a bound on the records that they name: for each rule the first ones, which are the newest where the rule orders them so,
 * and then how many more there are. Nothing of the judgement rests on what is named.
 */
export function withinBounds(reasons: readonly Reason[], unread: Pick<Unread, "against"> | undefined): Reason[] {
  const named = new Map<RuleCode, number>();
  const last = new Map<RuleCode, number>();
  const kept: Reason[] = [];
  for (const reason of reasons) {
    if (reason.recordId === undefined) kept.push(reason);
    else {
      const count = (named.get(reason.rule) ?? 0) + 1;
      named.set(reason.rule, count);
      if (count > namedAtMost) continue;
      kept.push(reason);
      last.set(reason.rule, kept.length - 1);
    }
  }
  const more = new Map([...named].map(([rule, count]) => [rule, Math.max(0, count - namedAtMost) + (namingAll.includes(rule) ? (unread?.against ?? 0) : 0)]));
  return kept.flatMap((reason, index) => {
    const count = last.get(reason.rule) === index ? (more.get(reason.rule) ?? 0) : 0;
    return count === 0 ? [reason] : [reason, furtherReason(reason.rule, count)];
  });
}

const furtherReason = (rule: RuleCode, more: number): Reason => ({
  ...because(rule, more === 1 ? "One further record of the same sort is not named here; the list of incidents has it." : `${more.toLocaleString("en-GB")} further records of the same sort are not named here; the list of incidents has them.`),
  more,
});
