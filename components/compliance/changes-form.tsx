import { Button } from "@/components/ui/button";
import { DayField } from "@/components/ui/day-field";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { clocks } from "@/lib/codelists/clock";
import type { ChangesRequest } from "@/lib/compliance/changes/schema";
import { AgreementField } from "./agreement-field";
import { KnownField } from "./known-field";

type Choice = { readonly code: string; readonly title: string };
type ChangesFormProps = { request: ChangesRequest; agreements: readonly Choice[]; agreement: string | undefined };

/** Which clock moves, between which days, and where the other one stands still. Works without script. */
export function ChangesForm({ request, agreements, agreement }: ChangesFormProps) {
  const { clock, fixed } = request;
  return (
    <section aria-label="What is compared" className="mb-6 rounded-md border border-line bg-surface p-4 print:hidden">
      <form action="/board/changes" method="get" className="flex flex-wrap items-start gap-3">
        <AgreementField agreements={agreements} agreement={agreement} />
        <Field label="Compare" id="clock" errors={request.clockError === undefined ? undefined : [request.clockError]} className="w-full min-w-0 sm:w-72">
          <Select key={clock} name="clock" defaultValue={clock} options={clocks.map(({ code, label }) => ({ value: code, label }))} />
        </Field>
        <DayField name="from" label="From" text={request.fromText} error={request.fromError} />
        <DayField name="to" label="To" text={request.toText} error={request.toError} />
        <fieldset className="w-full min-w-0">
          <legend className="mb-2 text-sm text-ink-soft">The other clock stands still: “Known by” for days of the world, “Day of the world” for days of what was published.</legend>
          <div className="flex flex-wrap items-start gap-3">
            <DayField name="asOf" label="Day of the world" text={fixed.asOfText} error={fixed.asOfError} />
            <KnownField request={fixed} />
            <Button type="submit" variant="primary" className="sm:mt-[1.625rem]">
              Compare
            </Button>
          </div>
        </fieldset>
      </form>
    </section>
  );
}
