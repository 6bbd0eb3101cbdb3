import { labelOf } from "./code-list";

/** Terms of whoever gave a record that forbid passing it on. Such a record is its team's alone and is left out of every public export. */
export const restrictions = [{ code: "ACLED_TERMS", label: "ACLED's terms of use: not to be passed on" }] as const;

export const restrictionLabel = (code: string): string => labelOf(restrictions, code);
