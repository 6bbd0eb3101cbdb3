import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import { obligationRelationLabel } from "@/lib/codelists/obligation-relation";
import { verificationLabel } from "@/lib/codelists/verification";
import type { ObligationView } from "@/lib/compliance/domain/obligation-detail";
import type { Outcome, RecordFlip } from "@/lib/compliance/domain/sensitivity";
import { Line, LineGroup } from "./line-group";
import { recordHref } from "./reason-list";
import { StateBadge, StateMarks } from "./state-badge";

type Props = { obligation: Pick<ObligationView, "sensitivity" | "inputs" | "coverage"> };
type Named = Pick<RecordFlip, "recordId" | "reference" | "label" | "on">;

/** What would change the answer by itself: one record refuted, one claim verified, one observer not there, one amendment not made. */
export function ObligationSensitivity({ obligation }: Props) {
  const { records, claims, coverage, amendments } = obligation.sensitivity;
  const isSteady = records.length + claims.length + coverage.length + amendments.length === 0;
  return (
    <Card title="What would change this" lead="Each line changes one thing, leaves the rest as it is, and asks the same rules again.">
      {isSteady && <p className="text-sm text-ink-soft">No single record, claim, observer or amendment would change the state or the timeliness by itself.</p>}
      <div className="space-y-4 text-sm">
        <Records obligation={obligation} />
        <Claims obligation={obligation} />
        <Presence obligation={obligation} />
        <Amendments obligation={obligation} />
      </div>
      <LeftOut {...obligation.sensitivity.leftOut} />
    </Card>
  );
}

/** Where what is changed stands, and what the rules say then. */
const Becomes = ({ outcome, at }: { outcome: Outcome; at?: string }) => (
  <span className="flex flex-wrap items-center gap-1.5">
    <span className="text-ink-soft">{at === undefined ? "then" : `at ${at.slice(0, 2)}`}</span>
    <StateBadge state={outcome.state} />
    <StateMarks timeliness={outcome.timeliness} overlays={[]} />
  </span>
);

/** A record by its reference; one that stands on another duty only has no place on this page to go to. */
function RecordName({ record, inputs }: { record: Named; inputs: ObligationView["inputs"] }) {
  const isHere = "incident" in record.recordId || inputs.some((input) => input.reference === record.reference);
  return (
    <p>
      {isHere ? <TextLink href={recordHref(record.recordId)}>Record {record.reference}</TextLink> : <span>Record {record.reference}, on a duty that this one rests on</span>} (<DateText value={record.on} />): {record.label}
    </p>
  );
}

function Records({ obligation: { sensitivity, inputs } }: Props) {
  if (sensitivity.records.length === 0) return null;
  return (
    <LineGroup title="If one of these records were refuted">
      {sensitivity.records.map((record) => (
        <Line className="space-y-1" key={record.reference}>
          <RecordName record={record} inputs={inputs} />
          <Becomes outcome={record.becomes} />
        </Line>
      ))}
    </LineGroup>
  );
}

function Claims({ obligation: { sensitivity, inputs } }: Props) {
  if (sensitivity.claims.length === 0) return null;
  return (
    <LineGroup title="If one of these were verified, and a possible breach found to be one">
      {sensitivity.claims.map((claim) => (
        <Line className="space-y-1" key={claim.reference}>
          <RecordName record={claim} inputs={inputs} />
          <p className="text-ink-soft">
            Now {verificationLabel(claim.verification).toLowerCase()}; {obligationRelationLabel(claim.relation).toLowerCase()}
          </p>
          {claim.outcomes.map(({ at, becomes }) => (
            <Becomes key={at} outcome={becomes} at={at} />
          ))}
        </Line>
      ))}
    </LineGroup>
  );
}

function Presence({ obligation: { sensitivity, coverage } }: Props) {
  if (sensitivity.coverage.length === 0) return null;
  return (
    <LineGroup title="If one of these had not been there to observe">
      {sensitivity.coverage.map((row) => (
        <Line className="space-y-1" key={`${row.observer}-${row.fromOn}`}>
          <p>
            {coverage.find((entry) => entry.observer === row.observer)?.observerName ?? row.observer}, from <DateText value={row.fromOn} />
            {row.toOn !== null && (
              <>
                {" "}
                to <DateText value={row.toOn} />
              </>
            )}
          </p>
          <Becomes outcome={row.becomes} />
        </Line>
      ))}
    </LineGroup>
  );
}

function Amendments({ obligation: { sensitivity } }: Props) {
  if (sensitivity.amendments.length === 0) return null;
  return (
    <LineGroup title="If the date had not been moved">
      {sensitivity.amendments.map((row) => (
        <Line className="space-y-1" key={`${row.setOn}-${row.dueOn}`}>
          <p>
            To <DateText value={row.dueOn} />, on <DateText value={row.setOn} />, by {row.setBy}
          </p>
          <Becomes outcome={row.becomes} />
        </Line>
      ))}
    </LineGroup>
  );
}

/** What was not tried is said: an empty list must not pass for a complete one. */
function LeftOut({ records, claims }: { records: number; claims: number }) {
  if (records + claims === 0) return null;
  const parts = [records === 0 ? "" : `${records} older ${records === 1 ? "record" : "records"}`, claims === 0 ? "" : `${claims} older ${claims === 1 ? "claim" : "claims"}`].filter((part) => part !== "");
  return <p className="mt-3 text-sm text-ink-soft">Not tried: {parts.join(" and ")}. The ones that the reasons name come first, then the newest.</p>;
}
