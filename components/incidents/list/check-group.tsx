import { Checkbox } from "@/components/ui/checkbox";
import type { FilterChoice } from "./filter-choices";

type CheckGroupProps = { legend: string; name: string; choices: readonly FilterChoice[]; chosen: readonly string[] };

/** Several values of one filter, under a name that opens and closes. What is chosen stands in the chips below, so the group stays closed. */
export function CheckGroup({ legend, name, choices, chosen }: CheckGroupProps) {
  const count = choices.filter(({ code }) => chosen.includes(code)).length;
  return (
    <details className="min-w-0 rounded-md border border-line bg-surface max-sm:open:col-span-2">
      <summary className="cursor-pointer px-3 py-2 text-sm font-medium text-ink">
        {legend}
        {count > 0 && <span className="text-ink-soft"> ({count} chosen)</span>}
      </summary>
      <fieldset className="grid max-h-72 gap-2 overflow-y-auto border-t border-line px-3 py-2.5">
        <legend className="sr-only">{legend}</legend>
        {choices.map(({ code, label }) => (
          <Checkbox key={code} name={name} value={code} label={label} defaultChecked={chosen.includes(code)} />
        ))}
      </fieldset>
    </details>
  );
}
