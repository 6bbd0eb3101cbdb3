/** A coded value: `code` never changes, `label` is for people. Retire a code with `retiredAt`; never delete or rename it. */
export type Code = { readonly code: string; readonly label: string; readonly retiredAt?: string };
export type CodeOf<List extends readonly Code[]> = List[number]["code"];

/** The label of a code; an unknown code is shown as it is, never hidden. */
export const labelOf = (list: readonly Code[], code: string): string => list.find((entry) => entry.code === code)?.label ?? code;
