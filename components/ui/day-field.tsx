import { Field } from "./field";
import { TextInput } from "./text-input";

type DayFieldProps = { name: string; label: string; text: string; error: string | undefined; className?: string };

/** A calendar date of a form that works without script. What was typed stays in the field, with what is wrong with it beside it. */
export function DayField({ name, label, text, error, className = "w-full min-w-0 sm:w-56" }: DayFieldProps) {
  return (
    <Field label={label} id={name} errors={error === undefined ? undefined : [error]} className={className}>
      <TextInput key={text} name={name} defaultValue={text} inputMode="numeric" placeholder="YYYY-MM-DD" autoComplete="off" />
    </Field>
  );
}
