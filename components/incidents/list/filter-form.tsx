import Form from "next/form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { TextInput } from "@/components/ui/text-input";
import { incidentFamilies, incidentTypes } from "@/lib/codelists/incident-type";
import { verificationLevels } from "@/lib/codelists/verification";
import type { FieldError } from "@/lib/kernel/refusal";
import { CheckGroup } from "./check-group";
import type { FilterChoices } from "./filter-choices";

type FilterFormProps = { params: URLSearchParams; choices: FilterChoices; errors: readonly FieldError[]; /** The page that is filtered. */ action?: string };

const levels = verificationLevels.map(({ code, short, label }) => ({ code, label: `${short} ${label}` }));

/** Filters as an ordinary form that puts them in the address: works without script, can be bookmarked and shared. */
export function FilterForm({ params, choices, errors, action = "/incidents" }: FilterFormProps) {
  const errorsOf = (name: string): string[] => errors.filter(({ path }) => path === name).map(({ message }) => message);
  const order = params.get("sort");
  return (
    <Form action={action} className="grid gap-3" aria-label="Filters">
      {order !== null && <input type="hidden" name="sort" value={order} />}
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Field label="Text" errors={errorsOf("q")} className="col-span-2">
          <TextInput type="search" name="q" defaultValue={params.get("q") ?? ""} maxLength={200} />
        </Field>
        <Field label="From" errors={errorsOf("from")}>
          <TextInput type="date" name="from" defaultValue={params.get("from") ?? ""} />
        </Field>
        <Field label="To" errors={errorsOf("to")}>
          <TextInput type="date" name="to" defaultValue={params.get("to") ?? ""} />
        </Field>
      </div>
      <div className="grid grid-cols-2 items-start gap-2 sm:gap-3 lg:grid-cols-3 xl:grid-cols-6">
        <TypeGroup chosen={params.getAll("type")} />
        <CheckGroup legend="Verification" name="verification" choices={levels} chosen={params.getAll("verification")} />
        <CheckGroup legend="District" name="unit" choices={choices.units} chosen={params.getAll("unit")} />
        <CheckGroup legend="Party named in a claim" name="party" choices={choices.parties} chosen={params.getAll("party")} />
        <CheckGroup legend="Obligation" name="obligation" choices={choices.obligations} chosen={params.getAll("obligation")} />
        {choices.workflows.length > 1 && <CheckGroup legend="State of the record" name="workflow" choices={choices.workflows} chosen={params.getAll("workflow")} />}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary">
          Show
        </Button>
        <LinkButton href={action} variant="quiet">
          Reset filters
        </LinkButton>
      </div>
    </Form>
  );
}

function TypeGroup({ chosen }: { chosen: readonly string[] }) {
  return (
    <details className="min-w-0 rounded-md border border-line bg-surface max-sm:open:col-span-2">
      <summary className="cursor-pointer px-3 py-2 text-sm font-medium text-ink">
        Type
        {chosen.length > 0 && <span className="text-ink-soft"> ({chosen.length} chosen)</span>}
      </summary>
      <div className="grid max-h-72 gap-3 overflow-y-auto border-t border-line px-3 py-2.5">
        {incidentFamilies.map((family) => (
          <fieldset key={family.code} className="grid gap-2">
            <legend className="mb-1.5 text-xs font-semibold text-ink-soft">{family.label}</legend>
            {incidentTypes
              .filter(({ code }) => code.startsWith(family.code))
              .map(({ code, label }) => (
                <Checkbox key={code} name="type" value={code} label={label} defaultChecked={chosen.includes(code)} />
              ))}
          </fieldset>
        ))}
      </div>
    </details>
  );
}
