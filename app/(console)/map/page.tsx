import type { Metadata } from "next";
import { FilterChips } from "@/components/incidents/list/filter-chips";
import { FilterErrors } from "@/components/incidents/list/filter-errors";
import { FilterForm } from "@/components/incidents/list/filter-form";
import { chipsOf, exportHref, type PageQuery, paramsOf } from "@/components/incidents/list/filter-params";
import { clearHref, listHref } from "@/components/map/explorer/map-address";
import { MapPicture } from "@/components/map/explorer/map-picture";
import { SelectionPanel } from "@/components/map/explorer/selection-panel";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { loadMap } from "@/lib/map/loaders";

export const metadata: Metadata = { title: "Map" };

const namesOf = (choices: readonly { code: string; label: string }[]): Map<string, string> => new Map(choices.map(({ code, label }) => [code, label]));

export default async function MapPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const params = paramsOf(await searchParams);
  const page = await loadMap(params);
  const { choices, errors } = page;
  const chips = chipsOf(params, { units: namesOf(choices.units), parties: namesOf(choices.parties) }, "/map");
  return (
    <>
      <PageHeader
        title="Map"
        lead="Where records say that something happened, as far as that is known. A mark is a claim that is on record, not a fact by itself."
        actions={
          <>
            <LinkButton href={listHref(params)}>List</LinkButton>
            {page.mayExport && (
              <LinkButton href={exportHref(params)} prefetch={false}>
                Export
              </LinkButton>
            )}
          </>
        }
      />
      <div className="grid gap-4">
        <FilterForm key={params.toString()} action="/map" params={params} choices={{ ...choices, obligations: choices.obligations.map(({ code, label }) => ({ code, label: `${code} ${label}` })) }} errors={errors} />
        <FilterChips chips={chips} />
        {errors.length > 0 ? (
          <FilterErrors title="The map can't be shown: a filter in the address is not valid" errors={errors} reset={clearHref(new URLSearchParams())} />
        ) : (
          <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_19rem]">
            <Card className="min-w-0">
              <MapPicture page={page} params={params} />
            </Card>
            <Card title="Selection" className="lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:self-start lg:overflow-y-auto">
              <SelectionPanel selection={page.selection} params={params} mayExport={page.mayExport} />
            </Card>
          </div>
        )}
      </div>
    </>
  );
}
