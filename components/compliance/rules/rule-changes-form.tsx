import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { RuleChangesRequest } from "@/lib/compliance/rules/changes/schema";
import type { RuleSetView } from "@/lib/compliance/rules/domain";
import { DayFields } from "./day-fields";

type Choice = { readonly code: string; readonly title: string };
type RuleChangesFormProps = { request: RuleChangesRequest; versions: readonly RuleSetView[]; agreements: readonly Choice[]; agreement: string | undefined };

/** Which two versions are compared, and on which day by which knowledge. Works without script. */
export function RuleChangesForm({ request, versions, agreements, agreement }: RuleChangesFormProps) {
  const options = versions.map(({ version, isCurrent }) => ({ value: version, label: isCurrent ? `${version} (in force)` : version }));
  return (
    <section aria-label="What is compared" className="mb-6 rounded-md border border-line bg-surface p-4 print:hidden">
      <form action="/methods/changes" method="get" className="flex flex-wrap items-start gap-3">
        <VersionField name="from" label="These rules" text={request.from} error={request.fromError} options={options} />
        <VersionField name="to" label="Against these" text={request.to} error={request.toError} options={options} />
        <DayFields request={request.fixed} agreements={agreements} agreement={agreement} />
        <Button type="submit" variant="primary" className="sm:mt-[1.625rem]">
          Compare
        </Button>
      </form>
    </section>
  );
}

type VersionFieldProps = { name: string; label: string; text: string; error: string | undefined; options: readonly { value: string; label: string }[] };

function VersionField({ name, label, text, error, options }: VersionFieldProps) {
  const isKnown = options.some(({ value }) => value === text);
  return (
    <Field label={label} id={name} errors={error === undefined ? undefined : [error]} className="w-full min-w-0 sm:w-56">
      <Select key={text} name={name} defaultValue={isKnown ? text : ""} {...(isKnown ? {} : { placeholder: "Choose a version" })} options={options} />
    </Field>
  );
}
