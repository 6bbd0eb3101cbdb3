import type { ReactNode } from "react";
import { DateText } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import type { Clock } from "@/lib/codelists/clock";
import type { BoardChange, Standing } from "@/lib/compliance/domain/board-changes";
import { type BoardMoment, obligationHref } from "./board-address";
import { RuleLink } from "./reason-list";
import { StateBadge, StateMarks } from "./state-badge";

type ChangeListProps = { changes: readonly BoardChange[]; clock: Clock; moments: { readonly before: BoardMoment; readonly after: BoardMoment } };

/** Each duty that stands differently on two days of one clock. */
export function ChangeList({ changes, clock, moments }: ChangeListProps) {
  return <ChangeRows changes={changes} before={sideOn(clock, moments.before)} after={sideOn(clock, moments.after)} />;
}

/** One of the two boards: where it is, and what tells it from the other. */
export type ChangeSide = {
  /** Undefined where no page shows that board, as for rules that are only tried. */
  readonly moment: BoardMoment | undefined;
  readonly words: ReactNode;
};

function sideOn(clock: Clock, moment: BoardMoment): ChangeSide {
  return {
    moment,
    words: (
      <>
        {clock === "world" ? "on " : "as known by "}
        <DateText value={clock === "world" ? moment.asOf : (moment.knownOn ?? moment.asOf)} />
      </>
    ),
  };
}

/** Each duty that stands differently: how it stood, how it stands, and what decided each. */
export function ChangeRows({ changes, before, after }: { changes: readonly BoardChange[]; before: ChangeSide; after: ChangeSide }) {
  return (
    <ul className="divide-y divide-line rounded-md border border-line bg-surface">
      {changes.map((change) => (
        <li key={change.code} id={change.code} className="px-4 py-3">
          <h2 className="text-sm font-semibold">
            {change.title} <span className="font-mono text-xs font-normal text-ink-soft">{change.code}</span>
          </h2>
          <div className="mt-2 grid gap-x-4 gap-y-3 sm:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)]">
            <Side change={change} word="Before" standing={change.before} side={before} />
            <span aria-hidden="true" className="hidden text-ink-soft sm:block">
              →
            </span>
            <Side change={change} word="After" standing={change.after} side={after} />
          </div>
        </li>
      ))}
    </ul>
  );
}

type SideProps = { change: BoardChange; word: string; standing: Standing; side: ChangeSide };

function Side({ change, word, standing, side }: SideProps) {
  return (
    <section aria-label={`${word}: ${change.title}`} className="min-w-0 text-sm">
      <h3 className="mb-1.5 text-ink-soft">
        {word}:{" "}
        {side.moment === undefined ? (
          side.words
        ) : (
          <TextLink href={obligationHref(change.code, side.moment)} className="inline-block py-0.5">
            {side.words}
          </TextLink>
        )}
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
