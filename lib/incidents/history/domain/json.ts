/** A value as it is kept in a snapshot. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What a version holds, field by field: `occurred.start` stands for a field within a field; lists stay lists. A field that is not there is null. */
export type RecordState = Readonly<Record<string, Json>>;

export const isObject = (value: Json): value is { readonly [key: string]: Json } => typeof value === "object" && value !== null && !Array.isArray(value);
export const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** Equal values give equal text, whatever the order of their keys. */
export function textOf(value: Json): string {
  if (isList(value)) return `[${value.map(textOf).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return `{${members.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => `${JSON.stringify(key)}:${textOf(member)}`).join(",")}}`;
}

/** Nothing that a reader would miss. */
export const isBlank = (value: Json): boolean => value === null || value === "" || value === false || (isList(value) && value.length === 0);

/** A snapshot's fields, those of nested objects under a dotted name. */
export function stateOf(snapshot: { readonly [key: string]: Json }, prefix = ""): Record<string, Json> {
  const state: Record<string, Json> = {};
  for (const [key, value] of Object.entries(snapshot)) {
    if (isObject(value)) Object.assign(state, stateOf(value, `${prefix}${key}.`));
    else state[prefix + key] = value;
  }
  return state;
}
