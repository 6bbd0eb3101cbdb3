import type { Metadata } from "next";
import { FilterChips } from "@/components/incidents/list/filter-chips";
import { FilterErrors } from "@/components/incidents/list/filter-errors";
import { FilterForm } from "@/components/incidents/list/filter-form";
import { chipsOf, type PageQuery, paramsOf } from "@/components/incidents/list/filter-params";
import { SinceForm } from "@/components/statistics/since-form";
import { countedListHref, statesHref } from "@/components/statistics/statistics-address";
import { StatisticsTold } from "@/components/statistics/told";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { loadStatistics } from "@/lib/statistics/loaders";

export const metadata: Metadata = { title: "Statistics" };

const namesOf = (choices: readonly { code: string; label: string }[]): Map<string, string> => new Map(choices.map(({ code, label }) => [code, label]));

export default async function StatisticsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const params = paramsOf(await searchParams);
  const page = await loadStatistics(params);
  const { choices, errors, told } = page;
  const sinceErrors = errors.filter(({ path }) => path === "since").map(({ message }) => message);
  const otherStates = choices.workflows.map(({ code }) => code);
  return (
    <>
      <PageHeader
        title="Statistics"
        lead="Numbers of records, which tell what was said by whom. They are not numbers of events."
        actions={<LinkButton href={countedListHref(params)}>List</LinkButton>}
      />
      <div className="grid grid-cols-1 gap-4">
        <FilterForm key={params.toString()} action="/statistics" params={params} choices={{ ...choices, obligations: choices.obligations.map(({ code, label }) => ({ code, label: `${code} ${label}` })) }} errors={errors} />
        <FilterChips chips={chipsOf(params, { units: namesOf(choices.units), parties: namesOf(choices.parties) }, "/statistics")} />
        {errors.length > 0 && <FilterErrors title="Nothing is counted: something in the address is not valid" errors={errors} reset="/statistics" />}
        {sinceErrors.length > 0 && <SinceForm params={params} sinceText="" errors={sinceErrors} />}
        {errors.length === 0 && (told === undefined || told.count === 0) && <EmptyState title="No record to count">No published record matches these filters. That is not a finding that nothing happened.</EmptyState>}
        {told !== undefined && told.count > 0 && (
          <>
            <p className="text-sm" role="status">
              <span className="font-semibold">
                {told.count.toLocaleString("en-GB")} {told.count === 1 ? "record" : "records"}
              </span>{" "}
              {params.has("workflow") ? (
                <>
                  in the states that the filters name. <TextLink href={statesHref(params, [])}>Count what stands published only</TextLink>
                </>
              ) : (
                <>
                  that stand published. {otherStates.length > 1 && <TextLink href={statesHref(params, otherStates)}>Count every state that you may see</TextLink>}
                </>
              )}
            </p>
            <StatisticsTold told={told} page={page} params={params} />
          </>
        )}
      </div>
    </>
  );
}
