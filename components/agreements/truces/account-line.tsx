import { SourceName } from "@/components/sources/source-line";
import { DateText, dayInWords } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import type { TimedAccount } from "@/lib/agreements/truces/domain/comparison";
import { elapsedInWords } from "@/lib/agreements/truces/domain/elapsed";
import { confidenceLabel } from "@/lib/codelists/source-basis";
import { verificationLabel } from "@/lib/codelists/verification";

const names = (voices: TimedAccount["allegedBy"]): string => voices.map((voice) => voice.name).join("; ");

/** One account: how long after the start, when, who says so and who denies it, and, folded away, on what it rests. */
export function AccountLine({ account }: { account: TimedAccount }) {
  const { kind, elapsed, allegedBy, deniedBy, record } = account;
  return (
    <div>
      <p>
        <span className="font-semibold">{elapsedInWords(elapsed)}</span>
        {kind === "FIRST_REPORTED" && ` · reported by ${names(allegedBy)}`}
        {kind === "FIRST_REPORTED" && (deniedBy.length > 0 ? `; denied by ${names(deniedBy)}` : "; no denial on record")}
      </p>
      <p className="text-xs text-ink-soft">
        <When account={account} />
        {record !== null && ` · ${verificationLabel(record.verification)} (${record.verification.slice(0, 2)})`}
      </p>
      <details className="text-xs">
        <summary className="text-ink-soft">On what this rests</summary>
        <div className="mt-1 space-y-1 text-ink-soft">
          {account.note !== null && <p>{account.note}</p>}
          {record !== null && (
            <p>
              Computed from the record {record.href === null ? record.reference : <TextLink href={record.href}>{record.reference}</TextLink>}: {record.label}
            </p>
          )}
          {account.confidence !== null && <p>{confidenceLabel(account.confidence)}.</p>}
          {account.sources.map((source) => (
            <p key={source.key}>
              <SourceName source={source} />
            </p>
          ))}
          {account.sources.length === 0 && <p>No source is shown.</p>}
        </div>
      </details>
    </div>
  );
}

function When({ account: { occurredOn, occurredAt, earliestAt, latestAt } }: { account: TimedAccount }) {
  if (occurredAt !== null) return <DateText value={occurredAt} />;
  if (earliestAt === null || latestAt === null) return <>{dayInWords(occurredOn)}</>;
  return (
    <>
      <DateText value={earliestAt} /> to <DateText value={latestAt} />
    </>
  );
}
