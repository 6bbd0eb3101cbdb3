import { Select } from "@/components/ui/select";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import { incidentTypes } from "@/lib/codelists/incident-type";
import type { ImportChoices } from "@/lib/imports/domain/plan";
import type { UnknownValue } from "@/lib/imports/rows/domain";
import { recordsText } from "../number-text";
import { withValue } from "./plan-words";

export type Option = { code: string; label: string };

type ValueTableProps = { unknown: readonly UnknownValue[]; map: Readonly<Record<string, string>>; speakers: readonly Option[]; choices: ImportChoices; onChange: (choices: ImportChoices) => void };

const isType = ({ code }: UnknownValue): boolean => code === "unknown_event_type" || code === "type_needs_choice";
const optionsOf = (list: readonly Option[]) => list.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }));

/** Words of the file that nothing on file bears: each is settled once for all of its records. */
export function ValueTable({ unknown, map, speakers, choices, onChange }: ValueTableProps) {
  return (
    <Table caption="Words of the file that are not known here" isCaptionVisible>
      <Thead>
        <Tr>
          <Th>In the file</Th>
          <Th>Stands for</Th>
        </Tr>
      </Thead>
      <Tbody>
        {unknown.map((entry) => {
          const column = map[entry.header] ?? entry.header;
          return (
            <Tr key={`${entry.code} ${entry.header} ${entry.value}`}>
              <Td className="min-w-36 break-words">
                “{entry.value}”
                <p className="text-sm text-ink-soft">
                  {entry.header} · {recordsText(entry.count)}
                </p>
              </Td>
              <Td className="min-w-44">
                <Select
                  aria-label={`“${entry.value}” stands for`}
                  value={choices.values?.[column]?.[entry.value] ?? ""}
                  onChange={(event) => onChange(withValue(choices, { column, value: entry.value, code: event.currentTarget.value }))}
                  placeholder="Not settled"
                  options={optionsOf(isType(entry) ? incidentTypes : speakers)}
                />
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}
