import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { BoardRequest } from "@/lib/compliance/schema";
import { KnownField } from "../known-field";

type DayFieldsProps = { request: BoardRequest; agreements: readonly { readonly code: string; readonly title: string }[]; agreement: string | undefined };

/** Agreement, day of the world and day of our knowledge, as parts of a form. */
export function DayFields({ request, agreements, agreement }: DayFieldsProps) {
  const { asOfText, asOfError } = request;
  return (
    <>
      {agreements.length > 1 && (
        <Field label="Agreement" id="agreement" className="w-full min-w-0 sm:w-80">
          <Select key={agreement} name="agreement" defaultValue={agreement} options={agreements.map(({ code, title }) => ({ value: code, label: title }))} />
        </Field>
      )}
      <Field label="Day of the world" id="asOf" errors={asOfError === undefined ? undefined : [asOfError]} className="w-full min-w-0 sm:w-56">
        <TextInput key={asOfText} name="asOf" defaultValue={asOfText} inputMode="numeric" placeholder="YYYY-MM-DD" autoComplete="off" />
      </Field>
      <KnownField request={request} />
    </>
  );
}
