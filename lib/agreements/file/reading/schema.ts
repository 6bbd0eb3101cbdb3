import { z } from "zod";
import type { FieldError } from "@/lib/kernel/refusal";
import { fileFormat, fileFormatVersion } from "../schema";

type RawIssue = z.core.$ZodRawIssue;

const typeWords: Record<string, string> = { string: "a text", number: "a number", int: "a whole number", boolean: "true or false", array: "a list", object: "an object with fields", null: "null" };

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

/** What is said of an issue that the schema itself has no words for: the value, and the way out. */
export function wordsOf(issue: RawIssue): string | undefined {
  if (issue.code === "invalid_type") {
    const wanted = typeWords[issue.expected] ?? issue.expected;
    return issue.input === undefined ? `This field is missing; it is ${wanted}.` : `${shown(issue.input)} is not ${wanted}.`;
  }
  if (issue.code === "unrecognized_keys") return unknownNames(issue);
  if (issue.code === "too_big") return `${sizeOf(issue.input)}; at most ${String(issue.maximum)} are taken.`;
  if (issue.code === "too_small") return `${sizeOf(issue.input)}; at least ${String(issue.minimum)} is needed.`;
  return undefined;
}

const sizeOf = (input: unknown): string => (Array.isArray(input) ? `There are ${input.length} entries` : `${shown(input)} does not fit`);

function unknownNames(issue: RawIssue): string {
  const names = "keys" in issue && Array.isArray(issue.keys) ? issue.keys.map((name) => JSON.stringify(String(name).slice(0, 60))) : [];
  const known = issue.inst instanceof z.ZodObject ? ` There are ${Object.keys(issue.inst.shape).join(", ")}.` : "";
  return `There is no field ${names.join(", ")} here.${known}`;
}

/** The code of an issue: the name that the rule gives itself, else that of the library; settings of rules have their own. */
function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys" && issue.path.at(-1) === "terms") return "unknown_term";
  if (issue.code === "invalid_value") return "unknown_code";
  const named: unknown = issue.code === "custom" ? issue.params?.["code"] : undefined;
  return typeof named === "string" ? named : issue.code;
}

/** An error of the schema as a field error with the path into the file. */
export const problemsOfSchema = (error: z.ZodError): FieldError[] => error.issues.map((issue) => ({ path: issue.path.map(String).join("."), code: codeOf(issue), message: issue.message }));

const outline = z.looseObject({ format: z.unknown(), formatVersion: z.unknown() });

/** What is wrong with the outline: with any of these the rest is not worth reading. */
export function outlineProblem(value: unknown): FieldError | undefined {
  const parsed = outline.safeParse(value);
  if (!parsed.success) return { path: "", code: "wrong_format", message: `${shown(value)} is no agreement file: an object with "format": "${fileFormat}" is.` };
  const { format, formatVersion } = parsed.data;
  if (format !== fileFormat) return { path: "format", code: "wrong_format", message: `The format is ${shown(format)}; this reads files whose "format" is "${fileFormat}".` };
  if (formatVersion !== fileFormatVersion) return { path: "formatVersion", code: "unknown_format_version", message: `The version of the format is ${shown(formatVersion)}; this product reads version ${fileFormatVersion}.` };
  return undefined;
}
