import { z } from "zod";
import type { Settings } from "../domain/settings";
import { settingError, settingNames } from "./domain";

const threshold = (name: keyof Settings) =>
  z.number({ error: (issue) => `${name} takes a number, not ${issue.input === undefined ? "nothing" : JSON.stringify(issue.input)}.` }).superRefine((value, context) => {
    const message = settingError(name, value);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  });

/** The thresholds of a version, each within its bounds and refused by its own name; a threshold that is none is refused as well. */
export const settingsInput = z.strictObject({ windowDays: threshold("windowDays"), coverageShareNeeded: threshold("coverageShareNeeded"), figureMaxAgeDays: threshold("figureMaxAgeDays") });

/** New rules: thresholds, why they are set, and the version that they were compared with. A browser's form brings fields of its own. */
export const recordRulesInput = z.object({
  ...settingsInput.shape,
  reason: z
    .string({ error: "Say why the rules change." })
    .trim()
    .min(10, { error: "Say why in at least 10 characters: everybody reads it beside the version." })
    .max(2000, { error: "A reason has at most 2000 characters." }),
  /** The version in force that the effect was shown against; where another one came in between, that has to be seen first. */
  basedOn: z.string({ error: "Say by which version the effect was compared." }).min(1),
});
export type RecordRulesInput = z.infer<typeof recordRulesInput>;

/** Thresholds as an address or a form holds them: texts. */
export type ThresholdTexts = Readonly<Record<keyof Settings, string>>;

export type ThresholdsRead = { readonly texts: ThresholdTexts; readonly errors: Readonly<Partial<Record<keyof Settings, string>>>; readonly settings: Settings | undefined };

/** Reads thresholds from texts; what is left empty stays as it is in `usual`. Each error stands beside its own field. */
export function thresholdsOf(textOf: (name: string) => string, usual: Settings): ThresholdsRead {
  const texts = Object.fromEntries(settingNames.map((name) => [name, (textOf(name) || String(usual[name])).slice(0, 40)])) as ThresholdTexts;
  const numbers = Object.fromEntries(settingNames.map((name) => [name, numberOf(texts[name])]));
  const parsed = settingsInput.safeParse(numbers);
  if (parsed.success) return { texts, errors: {}, settings: parsed.data };
  const errors: Partial<Record<keyof Settings, string>> = {};
  for (const name of settingNames) {
    const issue = parsed.error.issues.find(({ path }) => path[0] === name);
    if (issue) errors[name] = numberOf(texts[name]) === undefined ? `“${texts[name]}” is not a number.` : issue.message;
  }
  return { texts, errors, settings: undefined };
}

/** The number that a text names in plain digits; `1e2`, `0x10` and blanks are none. */
const numberOf = (text: string): number | undefined => (/^-?\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : undefined);
