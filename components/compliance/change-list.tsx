import { DateText } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import type { Clock } from "@/lib/codelists/clock";
import type { BoardChange, Standing } from "@/lib/compliance/domain/board-changes";
import { type BoardMoment, obligationHref } from "./board-address";
import { RuleLink } from "./reason-list";
import { StateBadge, StateMarks } from "./state-badge";

type ChangeListProps = { changes: readonly BoardChange[]; clock: Clock; moments: { readonly before: BoardMoment; readonly after: BoardMoment } };

/** Each duty that stands differently: how it stood, how it stands, and what decided each. */
export function ChangeList({ changes, clock, moments }: ChangeListProps) {
  return (
    <ul className="divide-y divide-line rounded-md border border-line bg-surface">
      {changes.map((change) => (
        <li key={change.code} id={change.code} className="px-4 py-3">
          <h2 className="text-sm font-semibold">
            {change.title} <span className="font-mono text-xs font-normal text-ink-soft">{change.code}</span>
          </h2>
          <div className="mt-2 grid gap-x-4 gap-y-3 sm:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)]">
            <Side change={change} word="Before" standing={change.before} clock={clock} moment={moments.before} />
            <span aria-hidden="true" className="hidden text-ink-soft sm:block">
              →
            </span>
            <Side change={change} word="After" standing={change.after} clock={clock} moment={moments.after} />
          </div>
        </li>
      ))}
    </ul>
  );
}

type SideProps = { change: BoardChange; word: string; standing: Standing; clock: Clock; moment: BoardMoment };

function Side({ change, word, standing, clock, moment }: SideProps) {
  return (
    <section aria-label={`${word}: ${change.title}`} className="min-w-0 text-sm">
      <h3 className="mb-1.5 text-ink-soft">
        {word}:{" "}
        <TextLink href={obligationHref(change.code, moment)} className="inline-block py-0.5">
          {clock === "world" ? "on " : "as known by "}
          <DateText value={clock === "world" ? moment.asOf : (moment.knownOn ?? moment.asOf)} />
        </TextLink>
      </h3>
      <p className="flex flex-wrap items-start gap-1.5">
        <StateBadge state={standing.state} />
        <StateMarks timeliness={standing.timeliness} overlays={standing.overlays} />
      </p>
      {standing.deciding.map((reason) => (
        <p key={`${reason.rule}-${reason.reference ?? ""}`} className="mt-1.5">
          {reason.text} <RuleLink code={reason.rule} />
        </p>
      ))}
    </section>
  );
}
