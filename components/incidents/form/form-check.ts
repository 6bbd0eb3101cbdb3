import type { Submission } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { incidentInput, type IncidentInput } from "@/lib/incidents/schema";

type Checked = Submission<IncidentInput, string[], IncidentInput>;

/** What to say of a field that was left empty and must not be, by the end of its name. */
const missing: readonly [RegExp, string][] = [
  [/^type$/, "Choose a type."],
  [/^title$/, "Give the record a title."],
  [/^occurred\.start$/, "Give the day; where only a month or a year is known, its first day, and say so under Precision."],
  [/^place\.name$/, "Give a place, a district or coordinates, or set the precision to “Not known”."],
  [/\.stance$/, "Choose a stance."],
  [/\.speaker$/, "Choose who speaks."],
  [/\.code$/, "Choose an obligation, or remove the row."],
  [/\.outcome$/, "Choose an outcome."],
  [/\.kind$/, "Choose what was observed."],
  [/\.means$/, "Choose how it was observed."],
  [/^sources\[\d+\]$/, "Choose a source from the list, or remove the row."],
];

const numeric = /(^place\.(lat|lon)|\.(low|best|high|count(Low|Best|High)|distanceKm(Low|High)|weaponCalibreMm))$/;
const sourced = /^(sources\[\d+\]|.*\.source)$/;

/** Words for people where the field itself shows what is wrong; undefined where the schema knows better. */
export function wordsFor(name: string, value: string): string | undefined {
  if (value.trim() === "") return missing.find(([pattern]) => pattern.test(name))?.[1];
  if (Number.isFinite(Number(value))) return undefined;
  if (numeric.test(name)) return `“${value}” is not a number.`;
  return sourced.test(name) ? "Choose a source from the list. A new one is registered under Sources first." : undefined;
}

/** Checks the form by the record's own schema, the same that the server uses, and words what is wrong for people. */
export function checkedForm(formData: FormData): Checked {
  const submission = parseWithZod(formData, { schema: incidentInput });
  const worded = <E extends Record<string, string[] | null> | null | undefined>(errors: E): E => {
    if (!errors) return errors;
    const entries = Object.entries(errors).map(([name, messages]): [string, string[] | null] => {
      const value = formData.get(name);
      const words = wordsFor(name, typeof value === "string" ? value : "");
      return [name, words === undefined ? messages : [words]];
    });
    return Object.fromEntries(entries) as E;
  };
  if (submission.status === "success") return submission;
  return {
    ...submission,
    error: worded(submission.error),
    reply: (options) => {
      const result = submission.reply(options);
      return result.error ? { ...result, error: worded(result.error) } : result;
    },
  };
}
