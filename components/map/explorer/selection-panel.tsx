import Link from "next/link";
import { DateText } from "@/components/ui/date-text";
import { LinkButton } from "@/components/ui/link-button";
import { VerificationBadge } from "@/components/incidents/marks";
import { exportHref } from "@/components/incidents/list/filter-params";
import { incidentTypeLabel } from "@/lib/codelists/incident-type";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { clearHref, listHref, statisticsHref } from "./map-address";

type SelectionProps = { selection: { readonly count: number; readonly items: readonly IncidentView[] } | undefined; params: URLSearchParams; mayExport: boolean };

/** The records of what is selected on the map, and where they go from here. */
export function SelectionPanel({ selection, params, mayExport }: SelectionProps) {
  if (!selection) return <p className="text-sm text-ink-soft">Select a mark or a part of the map to see its records here and take them to the list, to the statistics or into a file.</p>;
  const { count, items } = selection;
  return (
    <div>
      <p role="status" className="text-sm font-semibold text-ink">
        {count.toLocaleString("en-GB")} {count === 1 ? "record" : "records"} selected
      </p>
      <div className="mt-2 flex flex-wrap gap-1.5">
        <LinkButton size="small" href={listHref(params)} variant="primary">
          List
        </LinkButton>
        <LinkButton size="small" href={statisticsHref(params)} prefetch={false}>
          Statistics
        </LinkButton>
        {mayExport && count > 0 && (
          <LinkButton size="small" href={exportHref(params)} prefetch={false}>
            Export
          </LinkButton>
        )}
        <LinkButton size="small" href={clearHref(params)} variant="quiet" scroll={false}>
          Clear
        </LinkButton>
      </div>
      {count === 0 && <p className="mt-3 text-sm text-ink-soft">No record of these filters lies there. That is not a finding that nothing happened.</p>}
      <ol className="mt-3 divide-y divide-line">
        {items.map((item) => (
          <li key={item.id} className="py-2 text-sm">
            <p className="text-xs text-ink-soft">
              <DateText value={item.occurred.start} /> · {incidentTypeLabel(item.type)}
            </p>
            <p className="mb-1 font-semibold break-words">
              <Link href={`/incidents/${item.id}`} prefetch={false} className="text-ink underline decoration-line-strong underline-offset-2 hover:decoration-current">
                {item.title}
              </Link>
            </p>
            <VerificationBadge code={item.verification} />
          </li>
        ))}
      </ol>
      {count > items.length && <p className="mt-1 text-sm text-ink-soft">and {(count - items.length).toLocaleString("en-GB")} more in the list.</p>}
    </div>
  );
}
