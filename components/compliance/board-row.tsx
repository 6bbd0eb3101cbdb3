import { DateText } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import { obligationKindLabel } from "@/lib/codelists/obligation-kind";
import type { Assessment } from "@/lib/compliance/domain/assessment";
import type { Stood } from "@/lib/compliance/decisions/domain/standing";
import { type BoardMoment, obligationHref } from "./board-address";
import { DecisionMark } from "./decisions/decision-mark";
import { RuleLink } from "./reason-list";
import { StateBadge, StateMarks } from "./state-badge";

type Row = Pick<Assessment, "state" | "timeliness" | "overlays" | "because" | "claimsWaiting" | "nextDate"> & Pick<Stood, "decision"> & { readonly isDecisionWaiting: boolean; readonly code: string; readonly title: string; readonly kind: string };

/** One duty: what it is, how it stands, the reason that decides, what waits, what comes next. */
export function BoardRow({ item, moment }: { item: Row; moment: BoardMoment }) {
  const [main] = item.because;
  const dated = item.timeliness === null ? undefined : item.because.find((reason) => reason.rule.startsWith("D"));
  return (
    <li id={item.code} className="grid gap-x-6 gap-y-2 px-4 py-3 lg:grid-cols-[minmax(0,17rem)_minmax(0,13rem)_minmax(0,1fr)_9rem]">
      <div className="min-w-0">
        <h3 className="text-sm font-semibold">
          <TextLink href={obligationHref(item.code, moment)}>{item.title}</TextLink>
        </h3>
        <p className="mt-0.5 text-xs text-ink-soft">
          <span className="font-mono">{item.code}</span> · {obligationKindLabel(item.kind)}
        </p>
      </div>
      <div className="flex flex-wrap content-start items-start gap-1.5">
        <StateBadge state={item.state} />
        <StateMarks timeliness={item.timeliness} overlays={item.overlays} />
        <DecisionMark decision={item.decision} isDecisionWaiting={item.isDecisionWaiting} />
      </div>
      <div className="min-w-0 text-sm">
        {main && (
          <p>
            {main.text} <RuleLink code={main.rule} />
          </p>
        )}
        {dated && (
          <p className="mt-0.5 text-ink-soft">
            {dated.text} <RuleLink code={dated.rule} />
          </p>
        )}
        {item.because.length > 1 && (
          <p className="mt-0.5 text-xs">
            <TextLink href={obligationHref(item.code, moment)} className="inline-block py-1" aria-label={`All ${item.because.length} reasons for ${item.title}`}>
              All {item.because.length} reasons
            </TextLink>
          </p>
        )}
      </div>
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-xs text-ink-soft lg:flex-col">
        <div>
          <dt className="inline">Claims waiting: </dt>
          <dd className="inline font-semibold tabular-nums text-ink">{item.claimsWaiting}</dd>
        </div>
        {item.nextDate !== null && (
          <div>
            <dt className="inline">Next date: </dt>
            <dd className="inline text-ink">
              <DateText value={item.nextDate} />
            </dd>
          </div>
        )}
      </dl>
    </li>
  );
}
