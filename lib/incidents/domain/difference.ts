import { canonicalJson } from "@/lib/kernel/canonical-json";

/** The fields whose values differ, in the order of `before`. Equal values in another order of their keys are equal. */
export const differingFields = <T extends object>(before: T, after: T): (keyof T & string)[] =>
  (Object.keys(before) as (keyof T & string)[]).filter((field) => canonicalJson(before[field]) !== canonicalJson(after[field]));
