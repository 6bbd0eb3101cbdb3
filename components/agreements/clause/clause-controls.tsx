import { KnownField } from "@/components/compliance/known-field";
import { Button } from "@/components/ui/button";
import { DayField } from "@/components/ui/day-field";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Chosen, Wording } from "@/lib/agreements/clauses/domain";
import type { ClauseRequest } from "@/lib/agreements/clauses/schema";

type Props = { action: string; request: ClauseRequest; wordings: readonly Wording[]; chosen: Chosen };

/** Which two wordings are compared, and on which day the duties are judged: a form that works without script. */
export function ClauseControls({ action, request, wordings, chosen }: Props) {
  const options = wordings.map((wording) => ({ value: wording.key, label: `${nameOf(wording)}${wording.held === null ? ": this point was not read" : ""}`, disabled: wording.held === null }));
  const errorOf = (key: string | undefined) => (key !== undefined && chosen.unknown.includes(key) ? [`No wording of this point is held under “${key}”. Another one is shown.`] : undefined);
  return (
    <form action={action} method="get" aria-label="Wordings and day" className="mb-6 grid items-start gap-3 rounded-md border border-line bg-surface p-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_11rem_14rem_auto] print:hidden">
      <Field label="Wording" id="base" errors={errorOf(request.base)} className="min-w-0">
        <Select key={chosen.base?.key} name="base" defaultValue={chosen.base?.key} options={options} />
      </Field>
      <Field label="Compared with" id="other" errors={errorOf(request.other)} className="min-w-0">
        <Select key={chosen.other?.key} name="other" defaultValue={chosen.other?.key} options={options} />
      </Field>
      <DayField name="asOf" label="Day of the world" text={request.asOfText} error={request.asOfError} className="min-w-0" />
      <KnownField request={request} />
      <div className="lg:mt-[1.625rem]">
        <Button type="submit" variant="primary">
          Show
        </Button>
      </div>
    </form>
  );
}

const nameOf = ({ publisher, language, publishedOn }: Wording): string => `${publisher} (${language}${publishedOn === null ? "" : `, ${publishedOn}`})`;
