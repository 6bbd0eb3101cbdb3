import type { z } from "zod";
import type { FieldError } from "@/lib/kernel/refusal";
import type { Result } from "@/lib/kernel/result";

/** zod's issues as field errors: a dotted path, the rule's code, a sentence. */
export const fieldErrorsOf = (error: z.ZodError): FieldError[] =>
  error.issues.map((issue) => ({ path: issue.path.map(String).join("."), code: issue.code, message: issue.message }));

/** Parses untrusted input by a schema into a Result. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): Result<z.output<S>> {
  const parsed = schema.safeParse(input);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, refusal: { kind: "invalid", errors: fieldErrorsOf(parsed.error) } };
}

/** A query as a record: a name that comes once gives a text, one that is repeated gives all its texts. */
export function recordOf(params: URLSearchParams): Record<string, string | string[]> {
  const entries = [...new Set(params.keys())].map((name) => {
    const values = params.getAll(name);
    return [name, values.length === 1 ? (values[0] ?? "") : values] as const;
  });
  return Object.fromEntries(entries);
}
