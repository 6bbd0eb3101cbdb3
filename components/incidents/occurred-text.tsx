import { DateText } from "@/components/ui/date-text";
import { timePrecisionLabel } from "@/lib/codelists/time-precision";
import { incidentZoneLabel } from "@/lib/codelists/zone";

type Occurred = { readonly start: string; readonly end: string | null; readonly time: string | null; readonly zone: string; readonly precision: string };

/** When it is said to have happened, with how exactly that is known. The day is a plain date and never moved by a zone. */
export function OccurredText({ occurred, isZoneShown = false }: { occurred: Occurred; isZoneShown?: boolean }) {
  const { start, end, time, zone, precision } = occurred;
  return (
    <>
      <DateText value={start} />
      {end !== null && end !== start && (
        <>
          {" to "}
          <DateText value={end} />
        </>
      )}
      {time !== null && `, ${time}`}
      {time !== null && isZoneShown && ` ${incidentZoneLabel(zone)}`}
      {precision !== "T4_DAY" && <span className="text-ink-soft"> · {timePrecisionLabel(precision).toLowerCase()}</span>}
    </>
  );
}
