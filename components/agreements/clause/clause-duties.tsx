import { type BoardMoment, obligationHref } from "@/components/compliance/board-address";
import { StateBadge, StateMarks } from "@/components/compliance/state-badge";
import { Card } from "@/components/ui/card";
import type { DutyOfClause } from "@/lib/agreements/clauses/domain";
import { ObligationCard } from "../obligation-card";
import { DutyDates } from "./duty-dates";

/** The duties that are read from a clause, each with its state on the day shown. */
export function ClauseDuties({ duties, moment }: { duties: readonly DutyOfClause[]; moment: BoardMoment }) {
  return (
    <Card title="Duties" lead="What is read from the point, and how each duty stands on the day shown. The link leads to its records with both days kept.">
      {duties.length === 0 && <p className="text-sm text-ink-soft">No duty is derived from this point.</p>}
      <div className="space-y-3">
        {duties.map((duty) => (
          <ObligationCard
            key={duty.text.code}
            obligation={duty.text}
            href={obligationHref(duty.text.code, moment)}
            hrefOf={(code) => obligationHref(code, moment)}
            state={duty.state && <DutyState state={duty.state} />}
            dates={duty.deadlines.length > 0 ? <DutyDates duty={duty} /> : undefined}
          />
        ))}
      </div>
    </Card>
  );
}

function DutyState({ state }: { state: NonNullable<DutyOfClause["state"]> }) {
  const [main] = state.because;
  return (
    <div className="mt-2">
      <p className="flex flex-wrap gap-1.5">
        <StateBadge state={state.state} />
        <StateMarks timeliness={state.timeliness} overlays={state.overlays} />
      </p>
      <p className="mt-1 max-w-prose text-sm text-ink-soft">
        {main?.text} {state.claimsWaiting > 0 && `Claims waiting beside the state: ${state.claimsWaiting}.`}
      </p>
    </div>
  );
}
