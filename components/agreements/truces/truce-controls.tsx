import { KnownField } from "@/components/compliance/known-field";
import { Button } from "@/components/ui/button";
import { DayField } from "@/components/ui/day-field";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Voice } from "@/lib/agreements/truces/domain/truce";
import type { TruceRequest } from "@/lib/agreements/truces/schema";

type Props = { request: TruceRequest; byError: string | undefined; reporters: readonly Voice[] };

/** The day of the world, the day of our knowledge, and whose reports the curve counts. */
export function TruceControls({ request, byError, reporters }: Props) {
  return (
    <form action="/agreements/compare" method="get" aria-label="Day and reporter" className="mb-6 flex flex-wrap items-start gap-3 rounded-md border border-line bg-surface p-4 print:hidden">
      <Field label="First violation as reported by" id="by" errors={byError === undefined ? undefined : [byError]} className="w-full min-w-0 sm:w-72">
        <Select key={request.by} name="by" defaultValue={request.by ?? ""} placeholder="Anyone: the earliest report" options={reporters.map((voice) => ({ value: voice.side, label: voice.sideName }))} />
      </Field>
      <DayField name="asOf" label="Day of the world" text={request.asOfText} error={request.asOfError} />
      <KnownField request={request} />
      {request.sort !== "inForce" && <input type="hidden" name="sort" value={request.sort} />}
      {request.isDescending && <input type="hidden" name="order" value="desc" />}
      <div className="sm:mt-[1.625rem]">
        <Button type="submit" variant="primary">
          Show
        </Button>
      </div>
    </form>
  );
}
