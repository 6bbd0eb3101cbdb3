import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { settingNames } from "@/lib/compliance/rules/domain";
import type { ThresholdsRead } from "@/lib/compliance/rules/schema";
import type { BoardRequest } from "@/lib/compliance/schema";
import { DayFields } from "./day-fields";
import { thresholdWords } from "./threshold-words";

type ThresholdFormProps = { thresholds: ThresholdsRead; request: BoardRequest; agreements: readonly { readonly code: string; readonly title: string }[]; agreement: string | undefined };

/** Thresholds to try, and the day to try them on. Nothing is recorded here; works without script. */
export function ThresholdForm({ thresholds: { texts, errors }, request, agreements, agreement }: ThresholdFormProps) {
  return (
    <section aria-label="Thresholds to try" className="mb-6 rounded-md border border-line bg-surface p-4 print:hidden">
      <form action="/methods/new" method="get" className="space-y-4">
        <div className="grid gap-4 sm:grid-cols-3">
          {settingNames.map((name) => {
            const error = errors[name];
            return (
              <Field key={name} label={thresholdWords[name].label} hint={thresholdWords[name].hint} id={name} errors={error === undefined ? undefined : [error]}>
                <TextInput key={texts[name]} name={name} defaultValue={texts[name]} inputMode="decimal" autoComplete="off" />
              </Field>
            );
          })}
        </div>
        <div className="flex flex-wrap items-start gap-3">
          <DayFields request={request} agreements={agreements} agreement={agreement} />
          <Button type="submit" name="preview" value="1" variant="primary" className="sm:mt-[1.625rem]">
            Show what they change
          </Button>
        </div>
      </form>
    </section>
  );
}
