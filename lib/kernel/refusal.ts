/** One thing wrong with the input: where (`claims.0.speaker`), which rule, and a sentence that names value and way out. */
export type FieldError = { path: string; code: string; message: string };

/** Why the product says no. A closed union: every door shows each kind in its own way. */
export type Refusal =
  | { kind: "invalid"; errors: FieldError[] }
  | { kind: "unauthenticated" }
  | { kind: "forbidden"; reason: string }
  | { kind: "not-found" }
  | { kind: "conflict"; reason: string; currentVersion?: number }
  | { kind: "too-many"; reason: string; /** Whole seconds until the next try is free. */ retryAfter: number };

/** A refusal of one field. */
export const invalid = (path: string, code: string, message: string): Refusal => ({ kind: "invalid", errors: [{ path, code, message }] });
export const forbidden = (reason: string): Refusal => ({ kind: "forbidden", reason });
export const notFound: Refusal = { kind: "not-found" };
export const conflict = (reason: string, currentVersion?: number): Refusal =>
  currentVersion === undefined ? { kind: "conflict", reason } : { kind: "conflict", reason, currentVersion };

/** An error of the input in one line; what is wrong with all of it has no path. */
export const lineOf = ({ path, message }: Pick<FieldError, "path" | "message">): string => (path === "" ? message : `${path}: ${message}`);

/** Why not, in a sentence. Most refusals bring theirs; for those that don't, each door has its own, since the way out differs. */
export const sentenceOf = (refusal: Exclude<Refusal, { kind: "invalid" }>, own: Record<"unauthenticated" | "not-found", string>): string => ("reason" in refusal ? refusal.reason : own[refusal.kind]);
