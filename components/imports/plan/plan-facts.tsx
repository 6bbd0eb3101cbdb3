import { DefinitionList } from "@/components/ui/definition-list";
import type { ImportChoices, ImportPlan } from "@/lib/imports/domain/plan";
import { formatWords } from "../format-words";
import { delimiterWords, orderWords } from "./plan-words";

const containers: Record<ImportPlan["container"], string> = { csv: "Text with one record a line", xlsx: "Excel workbook", json: "JSON" };

/** What was found out about the file as a whole. */
export function PlanFacts({ plan }: { plan: ImportPlan }) {
  const isText = plan.container === "csv";
  const asked = new Set(plan.questions.map((question) => question.choice));
  // The headers that are not read stand among the facts.
  const notes = plan.notes.filter(({ code }) => code !== "headers_not_read");
  const unlessAsked = (choice: keyof ImportChoices, words: string | null): string | null => (asked.has(choice) ? "asked below" : words);
  return (
    <div className="grid grid-cols-1 gap-4">
      <DefinitionList
        items={[
          { term: "Kind of file", description: `${containers[plan.container]}, ${formatWords[plan.format]}` },
          { term: "Sheet", description: unlessAsked("sheet", plan.sheet ?? null) },
          { term: "Encoding", description: isText ? unlessAsked("encoding", plan.encoding) : null },
          { term: "Fields are parted by", description: plan.delimiter === null ? null : unlessAsked("delimiter", delimiterWords(plan.delimiter)) },
          { term: "Decimal sign", description: unlessAsked("decimalSign", plan.decimalSign === "." ? "full stop (39.99)" : "comma (39,99)") },
          { term: "Order of dates", description: unlessAsked("dateOrder", orderWords[plan.dateOrder]) },
          { term: "Columns read", description: plan.headers.length === 0 ? null : `${Object.keys(plan.map).length} of ${plan.headers.length}` },
          { term: "Not read", description: plan.ignored.length === 0 ? null : <span className="break-words">{plan.ignored.join(", ")}</span> },
        ]}
      />
      {notes.length > 0 && (
        <ul className="list-disc space-y-1 pl-5 text-sm text-ink-soft">
          {notes.map((note) => (
            <li key={`${note.code} ${note.message}`} className="break-words">
              {note.message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
