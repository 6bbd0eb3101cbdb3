import { CrossedTable } from "@/components/ui/crossed-table";
import { verificationLevels } from "@/lib/codelists/verification";
import { type Counted, labelOfValue, type Names, withheld } from "@/lib/statistics/domain/dimension";
import { crossed } from "@/lib/statistics/domain/table";
import { countedListHref } from "./statistics-address";

const levels = verificationLevels.map(({ code }) => code);

/** Districts by how well their records are known, by the alphabet. A district that is withheld from the reader is told as that, at the end and leading nowhere. */
export function Districts({ groups, names, params }: { groups: readonly Counted[]; names: Names; params: URLSearchParams }) {
  const table = crossed(groups, { line: "unit", column: "verification", columns: levels });
  const isNamed = (unit: string): boolean => unit !== "" && unit !== withheld;
  const lines = table.lines
    .map((line) => ({ ...line, name: labelOfValue("unit", line.value, names) }))
    .toSorted((a, b) => Number(isNamed(b.value)) - Number(isNamed(a.value)) || alphabetical.compare(a.name, b.name));
  return (
    <>
      <CrossedTable
        caption="Records by district and level of verification"
        lineHead="District"
        sumHead="All"
        most={table.most}
        columns={verificationLevels.map(({ code, short, label }) => ({ key: code, head: <abbr title={label}>{short}</abbr> }))}
        lines={lines.map(({ value, name, cells, sum }) => ({
          key: value, name, sum,
          cells: cells.map((count, at) => {
            const level = verificationLevels[at];
            return { count, label: `${count} records, ${name}, ${level?.label ?? ""}`, href: isNamed(value) && level ? countedListHref(params, { unit: value, verification: level.code }) : undefined };
          }),
        }))}
      />
      {!params.has("unit") && <WithoutRecord units={[...names.units].filter(([code]) => !lines.some(({ value }) => value === code)).map(([, name]) => name)} all={names.units.size} />}
    </>
  );
}

const alphabetical = new Intl.Collator("en");

/** Districts that no counted record names: told, since a table that leaves them out reads as if there were none. */
function WithoutRecord({ units, all }: { units: readonly string[]; all: number }) {
  if (units.length === 0) return null;
  return (
    <details className="mt-3 text-sm">
      <summary className="font-semibold">
        Districts without a counted record: {units.length} of {all}
      </summary>
      <p className="mt-2 rounded-sm bg-sunken px-3 py-2 text-ink-soft">
        That none of these is named says nothing of whether anything happened there: {units.toSorted(alphabetical.compare).join(", ")}.
      </p>
    </details>
  );
}
