import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { auditEventLabels, auditSubjectLabels } from "@/lib/audit/schema";
import type { FieldError } from "@/lib/kernel/refusal";

type AuditFilterFormProps = { search: Readonly<Record<string, string>>; errors: readonly FieldError[] };

const optionsOf = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

/** Narrows the list; the filters stand in the address, so that a view can be sent to a colleague. Works without script. */
export function AuditFilterForm({ search, errors }: AuditFilterFormProps) {
  const errorsOf = (path: string) => errors.filter((error) => error.path === path).map((error) => error.message);
  return (
    <form method="get" action="/audit" className="mb-6 grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_auto]" aria-label="Filter the audit">
      <Field label="What it is about" errors={errorsOf("subject")}>
        <Select name="subject" defaultValue={search["subject"] ?? ""} placeholder="Anything" options={optionsOf(auditSubjectLabels)} />
      </Field>
      <Field label="Its number or key" errors={errorsOf("subjectId")}>
        <TextInput name="subjectId" defaultValue={search["subjectId"] ?? ""} />
      </Field>
      <Field label="Event" errors={errorsOf("event")}>
        <Select name="event" defaultValue={search["event"] ?? ""} placeholder="Every event" options={optionsOf(auditEventLabels)} />
      </Field>
      {search["actor"] !== undefined && <input type="hidden" name="actor" value={search["actor"]} />}
      <div className="flex flex-wrap gap-2 lg:mt-6.5">
        <Button type="submit">Show</Button>
        <LinkButton href="/audit" variant="quiet">
          Clear
        </LinkButton>
      </div>
    </form>
  );
}
