import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import type { ObligationView } from "@/lib/compliance/domain/obligation-detail";
import { KnownPhrase } from "./known-phrase";
import { ReasonList } from "./reason-list";
import { StateBadge, StateMarks } from "./state-badge";

/** The state of a duty on the chosen day, and every reason for it. */
export function ObligationState({ obligation, knownOn }: { obligation: ObligationView; knownOn: string | undefined }) {
  return (
    <Card
      title="State and why"
      lead={
        <>
          On <DateText value={obligation.asOf} />, <KnownPhrase knownOn={knownOn} />, by rules {obligation.ruleVersion}
        </>
      }
    >
      <p className="mb-4 flex flex-wrap items-center gap-1.5">
        <StateBadge state={obligation.state} />
        <StateMarks timeliness={obligation.timeliness} overlays={obligation.overlays} />
        <span className="ml-2 text-sm text-ink-soft">
          Claims waiting: <span className="font-semibold tabular-nums text-ink">{obligation.claimsWaiting}</span>
          {obligation.nextDate !== null && (
            <>
              {" "}
              · Next date: <DateText value={obligation.nextDate} />
            </>
          )}
        </span>
      </p>
      <ReasonList reasons={obligation.because} code={obligation.code} />
    </Card>
  );
}
