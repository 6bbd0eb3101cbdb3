import { classNames } from "@/components/ui/class-names";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/data-table";
import type { Changes } from "@/lib/incidents/history/domain/changes";
import type { RecordNames } from "../record/record-names";
import { linesOf, type ChangeLine } from "./change-lines";
import { TextChange } from "./text-change";
import { isProse, valueInWords } from "./value-words";

type FieldLine = Extract<ChangeLine, { kind: "field" }>;

const Nothing = () => <span className="text-ink-soft">nothing</span>;

function FieldRow({ line, names, isFirst }: { line: FieldLine; names: RecordNames; isFirst: boolean }) {
  const before = valueInWords(line.name, line.before, names);
  const after = valueInWords(line.name, line.after, names);
  const isWordByWord = isProse(line.name) && before !== undefined && after !== undefined;
  return (
    <Tr>
      <th scope="row" className={classNames("w-44 py-2.5 pr-3 font-normal text-ink-soft", line.isInRow ? "pl-6" : "pl-3")}>
        {line.label}
      </th>
      {isWordByWord ? (
        <Td colSpan={2}>
          <TextChange before={before} after={after} />
        </Td>
      ) : (
        <>
          {!isFirst && <Td className="min-w-36 break-words whitespace-pre-wrap">{before ?? <Nothing />}</Td>}
          <Td className="min-w-36 break-words whitespace-pre-wrap">{after ?? <Nothing />}</Td>
        </>
      )}
    </Tr>
  );
}

type ChangeTableProps = { changes: Changes; names: RecordNames; caption: string; /** The first values: there is no before. */ isFirst?: boolean };

/** Every field that differs, before beside after; texts word by word. */
export function ChangeTable({ changes, names, caption, isFirst = false }: ChangeTableProps) {
  return (
    <Table caption={caption}>
      <Thead>
        <tr>
          <Th>Field</Th>
          {!isFirst && <Th>Before</Th>}
          <Th>{isFirst ? "Value" : "After"}</Th>
        </tr>
      </Thead>
      <Tbody>
        {linesOf(changes).map((line) =>
          line.kind === "field" ? (
            <FieldRow key={line.key} line={line} names={names} isFirst={isFirst} />
          ) : (
            <Tr key={line.key} className="bg-sunken">
              <Th scope="rowgroup" colSpan={isFirst ? 2 : 3} className="font-medium">
                {line.label}
              </Th>
            </Tr>
          ),
        )}
      </Tbody>
    </Table>
  );
}
