import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

type AgreementFieldProps = { agreements: readonly { readonly code: string; readonly title: string }[]; agreement: string | undefined };

/** Which agreement a page is about; where there is one only, nothing is asked. */
export function AgreementField({ agreements, agreement }: AgreementFieldProps) {
  if (agreements.length < 2) return null;
  return (
    <Field label="Agreement" id="agreement" className="w-full min-w-0 sm:w-80">
      <Select key={agreement} name="agreement" defaultValue={agreement} options={agreements.map(({ code, title }) => ({ value: code, label: title }))} />
    </Field>
  );
}
