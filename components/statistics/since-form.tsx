import Form from "next/form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";

type SinceFormProps = { params: URLSearchParams; sinceText: string; errors: readonly string[] };

/** The day that the comparison counts from; the filters of the address stay. */
export function SinceForm({ params, sinceText, errors }: SinceFormProps) {
  return (
    <Form action="/statistics" className="mb-3 flex flex-wrap items-end gap-2" aria-label="Day of reference">
      {[...params].map(([name, value], at) => name !== "since" && <input key={`${name} ${at}`} type="hidden" name={name} value={value} />)}
      <Field label="Compare with the time since" errors={[...errors]}>
        <TextInput type="date" name="since" defaultValue={sinceText} />
      </Field>
      <Button type="submit">Compare</Button>
    </Form>
  );
}
