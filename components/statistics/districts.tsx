import { CrossedTable } from "@/components/ui/crossed-table";
import { verificationLevels } from "@/lib/codelists/verification";
import { type Counted, labelOfValue, type Names, withheld } from "@/lib/statistics/domain/dimension";
import { crossed } from "@/lib/statistics/domain/table";
import { countedListHref } from "./statistics-address";

const levels = verificationLevels.map(({ code }) => code);

/** Districts by how well their records are known. A district that is withheld from the reader is told as that, and leads nowhere. */
export function Districts({ groups, names, params }: { groups: readonly Counted[]; names: Names; params: URLSearchParams }) {
  const table = crossed(groups, { line: "unit", column: "verification", columns: levels });
  const hrefOf = (unit: string, verification: string): string => countedListHref(params, unit === "" || unit === withheld ? { verification } : { unit, verification });
  return (
    <CrossedTable
      caption="Records by district and level of verification"
      lineHead="District"
      sumHead="All"
      most={table.most}
      columns={verificationLevels.map(({ code, short, label }) => ({ key: code, head: <abbr title={label}>{short}</abbr> }))}
      lines={table.lines.map(({ value, cells, sum }) => {
        const name = labelOfValue("unit", value, names);
        return { key: value, name, sum, cells: cells.map((count, at) => ({ count, href: hrefOf(value, levels[at] ?? ""), label: `${count} records, ${name}, ${verificationLevels[at]?.label ?? ""}` })) };
      })}
    />
  );
}
