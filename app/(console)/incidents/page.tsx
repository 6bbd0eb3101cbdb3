import type { Metadata } from "next";
import { FeedsNote } from "@/components/incidents/list/feeds-note";
import { FilterChips } from "@/components/incidents/list/filter-chips";
import { FilterForm } from "@/components/incidents/list/filter-form";
import { chipsOf, exportHref, type PageQuery, paramsOf } from "@/components/incidents/list/filter-params";
import { IncidentList } from "@/components/incidents/list/incident-list";
import { ListPages } from "@/components/incidents/list/list-pages";
import { SavedSearches } from "@/components/saved-searches/saved-searches";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { loadIncidentList } from "@/lib/incidents/loaders";
import { loadSavedSearches } from "@/lib/saved-searches/loaders";
import { savedQueryOf } from "@/lib/saved-searches/schema";

export const metadata: Metadata = { title: "Incidents" };

const namesOf = (choices: readonly { code: string; label: string }[]): Map<string, string> => new Map(choices.map(({ code, label }) => [code, label]));

export default async function IncidentsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const params = paramsOf(await searchParams);
  const [{ items, nextCursor, count, notOnMap, errors, choices, mayLog, words }, saved] = await Promise.all([loadIncidentList(params), loadSavedSearches()]);
  const units = namesOf(choices.units);
  const chips = chipsOf(params, { units, parties: namesOf(choices.parties) });
  return (
    <>
      <PageHeader
        title="Incidents"
        lead="What is reported to have happened, with who says so and who denies it. A record is not a fact by itself."
        actions={
          <>
            {mayLog && (
              <LinkButton href="/incidents/new" variant="primary">
                Log incident
              </LinkButton>
            )}
            {count > 0 && (
              <LinkButton href={exportHref(params)} prefetch={false}>
                Export
              </LinkButton>
            )}
          </>
        }
      />
      <div className="grid gap-4">
        <FilterForm key={params.toString()} params={params} choices={{ ...choices, obligations: choices.obligations.map(({ code, label }) => ({ code, label: `${code} ${label}` })) }} errors={errors} />
        <FilterChips chips={chips} />
        <SavedSearches saved={saved} current={errors.length === 0 && chips.length > 0 ? savedQueryOf(params.toString()) : ""} />
        <IncidentList items={items} labels={{ speakers: namesOf(choices.speakers), units }} params={params} counts={{ count, notOnMap }} errors={errors} isFiltered={chips.length > 0} mayLog={mayLog} words={words} />
      </div>
      <ListPages params={params} nextCursor={nextCursor} shown={items.length} count={count} />
      <FeedsNote />
    </>
  );
}
