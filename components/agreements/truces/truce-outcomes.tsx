import { DateText, dayInWords } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import type { ComparedTruce, Standing } from "@/lib/agreements/truces/domain/comparison";
import { truceOutcomeLabel } from "@/lib/codelists/truce-outcome";
import { AccountLine } from "./account-line";

/** Why there is no time: nothing on record although it was followed, or nobody is known to have looked. Neither says that there was none. */
const Without = ({ standing }: { standing: Standing }) => (
  <p className="text-ink-soft">None on record{standing.kind === "CENSORED" ? `, followed until ${dayInWords(standing.until)}` : "; nobody is known to have looked"}</p>
);

/** The first reports, one line for each side that reported; they are never joined or averaged. */
export function Reports({ truce }: { truce: ComparedTruce }) {
  if (truce.reports.length === 0) return <Without standing={truce.reported} />;
  return (
    <ul className="space-y-2">
      {truce.reports.map((report) => (
        <li key={report.allegedBy.map((voice) => voice.code).join()}>
          <AccountLine account={report} />
        </li>
      ))}
    </ul>
  );
}

/** The first violation that was verified at V4 or above. */
export const Verified = ({ truce }: { truce: ComparedTruce }) => (truce.verified ? <AccountLine account={truce.verified} /> : <Without standing={truce.verification} />);

/** How it ended, until when it was said to hold, and what replaced it. */
export function Ending({ truce }: { truce: ComparedTruce }) {
  const { end, held, replacedBy, status, statusOn } = truce;
  return (
    <>
      {end && (
        <>
          <p className="text-xs text-ink-soft">{truceOutcomeLabel(end.kind)}</p>
          <AccountLine account={end} />
        </>
      )}
      {!end && held && (
        <>
          <p className="text-xs text-ink-soft">{truceOutcomeLabel(held.kind)}, last</p>
          <AccountLine account={held} />
        </>
      )}
      {!end && !held && (
        <p className="text-ink-soft">
          No end on record. Status in the sources: {status}
          {statusOn !== null && `, as of ${dayInWords(statusOn)}`}.
        </p>
      )}
      {replacedBy.map((other) => (
        <p key={other.code}>
          Superseded by <TextLink href={`/agreements/${encodeURIComponent(other.code)}`}>{other.title}</TextLink>, <DateText value={other.signedOn} />
        </p>
      ))}
    </>
  );
}

/** A note that says no more than the zone, which stands above it. */
const repeatsZone = /^Zone: [^.]+[.]$/;

/** The instant in UTC beside the local reading and its zone: the day may differ between the two. */
export function InForce({ truce: { inForceAt, inForceLocal, inForceZone, inForceNote } }: { truce: ComparedTruce }) {
  return (
    <>
      {inForceLocal === null ? "Not on record" : `${dayInWords(inForceLocal.slice(0, 10))}${inForceLocal.length > 10 ? `, ${inForceLocal.slice(11, 16)}` : ""}`}
      {inForceZone !== null && <span className="block text-xs text-ink-soft">{inForceZone === "Etc/GMT-4" ? "UTC+4 (Baku and Yerevan)" : inForceZone}</span>}
      <span className="block text-xs text-ink-soft">{inForceAt === null ? "No hour on record" : <DateText value={inForceAt} />}</span>
      {inForceNote !== null && !repeatsZone.test(inForceNote) && <span className="block max-w-64 text-xs text-ink-soft">{inForceNote}</span>}
    </>
  );
}
