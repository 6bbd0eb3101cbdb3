import { Select } from "@/components/ui/select";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import type { ImportChoices, ImportPlan } from "@/lib/imports/domain/plan";
import { withColumn } from "./plan-words";

type ColumnTableProps = { plan: ImportPlan; columns: readonly string[]; choices: ImportChoices; onChange: (choices: ImportChoices) => void };

const leftOut = "-";

/** Which header of the file is read as which column; each can be changed or left out. */
export function ColumnTable({ plan, columns, choices, onChange }: ColumnTableProps) {
  const chosen = (header: string): string => {
    const given = choices.map?.[header];
    return given === null ? leftOut : (given ?? "");
  };
  const columnOf = (text: string): string | null | undefined => (text === "" ? undefined : text === leftOut ? null : text);
  return (
    <details>
      <summary className="cursor-pointer text-sm font-medium text-ink">Columns of the file ({plan.headers.length})</summary>
      <div className="mt-3">
        <Table caption="Columns of the file and what they are read as">
          <Thead>
            <Tr>
              <Th>In the file</Th>
              <Th>Read as</Th>
            </Tr>
          </Thead>
          <Tbody>
            {plan.headers.map((header, index) => (
              // A file may call two columns alike; they are parted by their place.
              <Tr key={`${index} ${header}`}>
                <Td className="min-w-32 break-words">{header === "" ? <span className="text-ink-soft">without a name</span> : header}</Td>
                <Td className="min-w-44">
                  <Select
                    aria-label={`“${header}” is read as`}
                    value={chosen(header)}
                    onChange={(event) => onChange(withColumn(choices, header, columnOf(event.currentTarget.value)))}
                    placeholder={plan.map[header] === undefined ? "As found: not read" : `As found: ${plan.map[header]}`}
                    options={[{ value: leftOut, label: "Leave out" }, ...columns.map((column) => ({ value: column, label: column }))]}
                  />
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </div>
    </details>
  );
}
