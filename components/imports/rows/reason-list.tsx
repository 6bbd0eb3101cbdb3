import { TextLink } from "@/components/ui/text-link";
import type { ImportView } from "@/lib/imports/schema";
import { recordsText } from "../number-text";
import { DecisionButtons } from "./decision-buttons";
import { rowsHref } from "./rows-href";

type ReasonListProps = { run: ImportView; mayDecide: boolean; current: string | undefined };

/** Reasons with how many records stand with each, the commonest first; what is held for one reason can be decided at once. */
export function ReasonList({ run, mayDecide, current }: ReasonListProps) {
  const reasons = Object.entries(run.reasons).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (reasons.length === 0) return null;
  return (
    <details open={reasons.length <= 6 || current !== undefined}>
      <summary className="cursor-pointer text-sm font-medium text-ink">Reasons ({reasons.length})</summary>
      <ul className="mt-2 divide-y divide-line rounded-md border border-line bg-surface text-sm">
        {reasons.map(([code, count]) => (
          <li key={code} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-3 py-2">
            <TextLink href={rowsHref(run.id, { reason: code })} aria-current={current === code ? "page" : undefined}>
              {code.replaceAll("_", " ")}
            </TextLink>
            <span className="flex flex-wrap items-center gap-3 text-ink-soft">
              {recordsText(count)}
              {mayDecide && current === code && <DecisionButtons id={run.id} reason={code} what={`all with “${code.replaceAll("_", " ")}”`} decision={null} mayAccept />}
            </span>
          </li>
        ))}
      </ul>
      {mayDecide && current === undefined && run.effects.needsReview > 0 && <p className="mt-2 text-sm text-ink-soft">Open a reason to decide on all records that wait for it.</p>}
    </details>
  );
}
