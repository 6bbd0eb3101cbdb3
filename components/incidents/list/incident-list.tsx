import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { mapHref, notShownHref, statisticsHref } from "@/components/map/explorer/map-address";
import type { IncidentView } from "@/lib/incidents/domain/record";
import type { FieldError } from "@/lib/kernel/refusal";
import { FilterErrors } from "./filter-errors";
import { sortHref } from "./filter-params";
import { IncidentRow } from "./incident-row";
import { rowFactsOf } from "./row-facts";

type IncidentListProps = {
  items: readonly IncidentView[];
  labels: Parameters<typeof rowFactsOf>[1];
  params: URLSearchParams;
  counts: { count: number; notOnMap: number };
  errors: readonly FieldError[];
  isFiltered: boolean;
  mayLog: boolean;
  words?: { readonly beginnings: readonly string[]; readonly isLoose: boolean } | undefined;
};

/** The records that the filters mean, or why there are none. */
export function IncidentList({ items, labels, params, counts, errors, isFiltered, mayLog, words }: IncidentListProps) {
  if (errors.length > 0) return <FilterErrors title="The list can't be shown: a filter in the address is not valid" errors={errors} reset="/incidents" />;
  if (items.length === 0) return isFiltered || params.has("cursor") ? <NothingMatches /> : <NothingYet mayLog={mayLog} />;
  return (
    <section aria-labelledby="incident-count">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id="incident-count" className="text-sm font-semibold text-ink">
          {counts.count.toLocaleString("en-GB")} {counts.count === 1 ? "incident" : "incidents"}
          <span className="font-normal text-ink-soft">
            {" · "}
            <TextLink href={mapHref(params)}>Map</TextLink>
            {" · "}
            <TextLink href={statisticsHref(params)}>Statistics</TextLink>
            {counts.notOnMap > 0 && (
              <>
                {" · "}
                <TextLink href={notShownHref(params)}>{counts.notOnMap.toLocaleString("en-GB")} not shown on the map</TextLink>
              </>
            )}
          </span>
        </h2>
        <SortLink params={params} />
      </div>
      {words?.isLoose && <p className="mb-2 text-sm text-ink">Nothing holds “{params.get("q")}” as it is written; these hold words that look like it.</p>}
      <ol className="divide-y divide-line rounded-md border border-line bg-surface">
        {items.map((item) => (
          <IncidentRow key={item.id} row={rowFactsOf(item, labels, words?.beginnings)} />
        ))}
      </ol>
    </section>
  );
}

function SortLink({ params }: { params: URLSearchParams }) {
  const isEarliestFirst = params.get("sort") === "occurred";
  return (
    <p className="text-sm text-ink-soft">
      {isEarliestFirst ? "Earliest first" : "Latest first"} · <TextLink href={sortHref(params, isEarliestFirst ? "-occurred" : "occurred")}>{isEarliestFirst ? "Show the latest first" : "Show the earliest first"}</TextLink>
    </p>
  );
}

function NothingMatches() {
  return (
    <EmptyState title="No incident matches these filters" action={<LinkButton href="/incidents">Reset filters</LinkButton>}>
      There are records outside these filters, or ones that you may not see. An empty list is not a finding that nothing happened.
    </EmptyState>
  );
}

function NothingYet({ mayLog }: { mayLog: boolean }) {
  return (
    <EmptyState title="No incident is on record yet" action={mayLog && <LinkButton href="/incidents/new">Log the first incident</LinkButton>}>
      An empty record is not a finding that nothing happened.
    </EmptyState>
  );
}
