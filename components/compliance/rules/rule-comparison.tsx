import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import type { RuleComparison } from "@/lib/compliance/rules/changes/domain";
import type { BoardMoment } from "../board-address";
import { ChangeRows } from "../change-list";
import { RuleHistory } from "./rule-history";

type RuleComparisonViewProps = {
  comparison: RuleComparison;
  moment: Omit<BoardMoment, "rules">;
  before: string;
  /** Undefined for thresholds that are only tried. */
  after: string | undefined;
};

/** What two sets of rules say differently: on the chosen day with the reasons, and on the end of each month before it. */
export function RuleComparisonView({ comparison, moment, before, after }: RuleComparisonViewProps) {
  const { changes, compared, history, daysRead } = comparison;
  const names = { before: `By rules ${before}`, after: after === undefined ? "By your thresholds" : `By rules ${after}` };
  return (
    <div className="space-y-6">
      <section aria-labelledby="on-the-day">
        <h2 id="on-the-day" className="mb-2 text-base font-semibold">
          On <DateText value={moment.asOf} />: {changes.length} of {compared} duties {changes.length === 1 ? "stands" : "stand"} differently
        </h2>
        {changes.length === 0 ? (
          <p className="text-sm text-ink-soft">State, timeliness and marks are the same under both.</p>
        ) : (
          <ChangeRows
            changes={changes}
            before={{ moment: { ...moment, rules: before }, words: names.before.toLowerCase() }}
            after={{ moment: after === undefined ? undefined : { ...moment, rules: after }, words: names.after.toLowerCase() }}
          />
        )}
      </section>
      <section aria-labelledby="on-history">
        <h2 id="on-history" className="mb-1 text-base font-semibold">
          Month by month
        </h2>
        <p className="mb-2 max-w-prose text-sm text-ink-soft">
          Both are applied to the end of each month since the first duty began, {daysRead} in all, the last being <DateText value={moment.asOf} />. What the rules propose is compared, without what reviewers decided.
        </p>
        {history.length === 0 ? (
          <EmptyState title="Nothing differs on any of these days">{daysRead === 0 ? "No duty had begun by this day." : "The rules give the same answer at the end of every month."}</EmptyState>
        ) : (
          <RuleHistory history={history} before={names.before} after={names.after} knownOn={moment.knownOn} />
        )}
      </section>
    </div>
  );
}
