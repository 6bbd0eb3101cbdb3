import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { Select, type SelectOption } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { sourceAlignments } from "@/lib/codelists/source-alignment";
import { sourceKinds } from "@/lib/codelists/source-kind";
import type { SourceCounts } from "@/lib/sources/domain";
import type { SourceFilter } from "@/lib/sources/schema";

type Code = { readonly code: string; readonly label: string };
const options = (list: readonly Code[], counts: Readonly<Record<string, number>>): SelectOption[] =>
  list.filter(({ code }) => (counts[code] ?? 0) > 0).map(({ code, label }) => ({ value: code, label: `${label} (${counts[code] ?? 0})` }));

/** Search by words, kind and alignment: a plain form, so that a filter has an address. */
export function SourceFilterForm({ filter, counts }: { filter: SourceFilter; counts: SourceCounts }) {
  const isFiltered = filter.q !== "" || filter.kind !== "" || filter.alignment !== "";
  return (
    <form action="/sources" method="get" role="search" aria-label="Sources" className="mb-4 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_auto]">
      <Field label="Words in publisher, title or key">
        <TextInput name="q" type="search" defaultValue={filter.q} maxLength={200} />
      </Field>
      <Field label="Kind">
        <Select name="kind" defaultValue={filter.kind} placeholder="All kinds" options={options(sourceKinds, counts.kinds)} />
      </Field>
      <Field label="Who speaks through it">
        <Select name="alignment" defaultValue={filter.alignment} placeholder="All" options={options(sourceAlignments, counts.alignments)} />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          Search
        </Button>
        {isFiltered && <LinkButton href="/sources">Show all</LinkButton>}
      </div>
    </form>
  );
}
