import Link from "next/link";
import { incidentTypeLabel } from "@/lib/codelists/incident-type";
import { locationPrecisionLabel } from "@/lib/codelists/location-precision";
import type { WorkflowState } from "@/lib/codelists/workflow";
import { FlagBadges, VerificationBadge, WorkflowBadge } from "../marks";
import { OccurredText } from "../occurred-text";

export type IncidentRowFacts = {
  readonly id: number;
  readonly reference: string;
  readonly type: string;
  readonly title: string;
  readonly occurred: { readonly start: string; readonly end: string | null; readonly time: string | null; readonly zone: string; readonly precision: string };
  readonly place: { readonly name: string | null; readonly unitName: string | null; readonly precision: string; readonly lat: number | null; /** Shown as an area, since the place is withheld. */ readonly isArea: boolean };
  readonly allegedBy: readonly string[];
  readonly foundBy: readonly string[];
  readonly deniedBy: readonly string[];
  readonly counteredBy: readonly string[];
  readonly verification: string;
  readonly flags: readonly string[];
  readonly workflow: WorkflowState;
  readonly isDemonstration: boolean;
};

/** One record in the list: a card on a phone, a line of columns on a wide screen. */
export function IncidentRow({ row }: { row: IncidentRowFacts }) {
  const { place } = row;
  return (
    <li className="grid gap-x-5 gap-y-1.5 px-4 py-3 md:grid-cols-[9.5rem_minmax(0,1fr)_13rem]">
      <p className="text-sm text-ink">
        <OccurredText occurred={row.occurred} />
        <span className="block text-xs text-ink-soft">{row.reference}</span>
      </p>
      <div className="min-w-0">
        <p className="text-xs text-ink-soft">{incidentTypeLabel(row.type)}</p>
        <h3 className="font-semibold break-words text-ink">
          <Link href={`/incidents/${row.id}`} className="text-ink underline decoration-line-strong underline-offset-2 hover:decoration-current">
            {row.title}
          </Link>
        </h3>
        <p className="text-sm text-ink">
          {place.name ?? place.unitName ?? "Place not named"}
          {place.name !== null && place.unitName !== null && <span className="text-ink-soft">, {place.unitName}</span>}
          <span className="text-ink-soft"> · {place.lat === null ? "not on the map" : `${place.isArea ? "shown as an area, " : ""}${locationPrecisionLabel(place.precision).toLowerCase()}`}</span>
        </p>
        <WhoSays row={row} />
      </div>
      <div className="flex flex-wrap content-start items-start gap-1.5">
        <VerificationBadge code={row.verification} />
        <FlagBadges flags={row.flags} />
        <WorkflowBadge state={row.workflow} />
      </div>
    </li>
  );
}

function WhoSays({ row }: { row: IncidentRowFacts }) {
  const parts = [...said("Alleged by", row.allegedBy), ...said("recorded by", row.foundBy), ...said("denied by", row.deniedBy), ...said("counter-alleged by", row.counteredBy)];
  if (parts.length === 0) return null;
  const text = parts.join("; ");
  return <p className="text-sm text-ink-soft">{text.charAt(0).toUpperCase() + text.slice(1)}</p>;
}

const said = (verb: string, names: readonly string[]): string[] => (names.length === 0 ? [] : [`${verb} ${names.join(", ")}`]);
