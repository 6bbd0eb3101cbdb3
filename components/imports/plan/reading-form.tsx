"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { RefusalNotice } from "@/components/ui/refusal-notice";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { useActionForm } from "@/components/ui/use-action-form";
import { settleReadingAction } from "@/lib/imports/actions";
import type { ImportChoices, ImportPlan } from "@/lib/imports/domain/plan";
import type { SavedMapping } from "@/lib/imports/mapping/domain";
import type { UnknownValue } from "@/lib/imports/rows/domain";
import { ColumnTable } from "./column-table";
import { choiceWords, readingOptions, withChoice, type SimpleChoice } from "./plan-words";
import { ValueTable, type Option } from "./value-table";

type ReadingFormProps = {
  id: number;
  plan: ImportPlan | null;
  choices: ImportChoices;
  columns: readonly string[];
  unknown: readonly UnknownValue[];
  speakers: readonly Option[];
  saved: SavedMapping | null;
  source: string | null;
  commitAs: "DRAFT" | "SUBMITTED";
};

/** How the file is to be read: what is asked, what can be changed, columns and words. Sent as a whole, and the file is read anew. */
export function ReadingForm({ id, plan, choices: given, columns, unknown, speakers, saved, source, commitAs }: ReadingFormProps) {
  const { send, onSubmit, isSending, errorsOf, errorsBeside } = useActionForm(settleReadingAction);
  const [choices, setChoices] = useState(given);
  const questions = plan?.questions ?? [];
  const asked = new Set(questions.map((question) => question.choice));
  return (
    <form action={send} onSubmit={onSubmit} aria-label="How the file is read" className="grid grid-cols-1 gap-5">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="choices" value={JSON.stringify(choices)} />
      <RefusalNotice messages={errorsBeside(["source"])} />
      {saved && <SavedOffer saved={saved} onUse={() => setChoices({ ...choices, ...saved.choices })} />}
      {questions.map((question) =>
        isSimple(question.choice) ? <ChoiceField key={question.code} name={question.choice} choices={choices} onChange={setChoices} hint={question.message} options={question.options} /> : <Notice key={question.code} tone="notice">{question.message}</Notice>,
      )}
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {simpleChoices.filter((name) => !asked.has(name)).map((name) => (
          <ChoiceField key={name} name={name} choices={choices} onChange={setChoices} />
        ))}
      </div>
      {plan && plan.headers.length > 0 && <ColumnTable plan={plan} columns={columns} choices={choices} onChange={setChoices} />}
      {plan && unknown.length > 0 && <ValueTable unknown={unknown} map={plan.map} speakers={speakers} choices={choices} onChange={setChoices} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Source" hint="Whom the file comes from." errors={errorsOf("source")}>
          <TextInput name="source" defaultValue={source ?? ""} maxLength={200} />
        </Field>
        <Field label="Records begin as" hint="Never further: a review begins with a person.">
          <Select name="commitAs" defaultValue={commitAs} options={[{ value: "DRAFT", label: "Drafts" }, { value: "SUBMITTED", label: "Handed in for review" }]} />
        </Field>
      </div>
      <Checkbox name="save" label="Keep this way of reading for the source's next file" hint="Saved as the source's next version, and offered again for the same columns." />
      <div>
        <Button type="submit" variant={questions.length > 0 ? "primary" : "secondary"} disabled={isSending}>
          {isSending ? "Sending…" : "Read the file like this"}
        </Button>
      </div>
    </form>
  );
}

const simpleChoices: readonly Exclude<SimpleChoice, "sheet">[] = ["format", "encoding", "delimiter", "decimalSign", "dateOrder"];
const isSimple = (choice: keyof ImportChoices): choice is SimpleChoice => choice === "sheet" || simpleChoices.some((name) => name === choice);

type ChoiceFieldProps = { name: SimpleChoice; choices: ImportChoices; onChange: (choices: ImportChoices) => void; hint?: string; options?: readonly string[] };

function ChoiceField({ name, choices, onChange, hint, options }: ChoiceFieldProps) {
  const known = name === "sheet" ? [] : readingOptions[name];
  const shown = options && options.length > 0 ? options.map((value) => known.find((entry) => entry.value === value) ?? { value, label: value }) : known;
  return (
    <Field label={choiceWords[name]} hint={hint} required={hint !== undefined}>
      <Select value={choices[name] ?? ""} onChange={(event) => onChange(withChoice(choices, name, event.currentTarget.value))} placeholder={hint === undefined ? "As the file says" : "Choose"} options={shown} />
    </Field>
  );
}

function SavedOffer({ saved, onUse }: { saved: SavedMapping; onUse: () => void }) {
  return (
    <Notice title={`A way of reading these columns is saved for ${saved.sourceName}`}>
      <div className="mt-1 flex flex-wrap items-center gap-3">
        <span>Version {saved.version}.</span>
        <Button size="small" onClick={onUse}>
          Use it
        </Button>
      </div>
    </Notice>
  );
}
