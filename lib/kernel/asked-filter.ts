/** Filters whose values are free: words and a box can be taken from what is protected. The others name codes and days. */
const free: readonly string[] = ["q", "bbox"];

/** What stands in the place of what somebody looked for. */
export const withheldFilter = "withheld";

/** The filter that somebody asked for, as it is told to whoever may not read what is protected: that words or a box were given, and not which. */
export const withoutAskedWords = (filter: Readonly<Record<string, string[]>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(filter).map(([name, values]) => [name, free.includes(name) && values.length > 0 ? [withheldFilter] : values]));
