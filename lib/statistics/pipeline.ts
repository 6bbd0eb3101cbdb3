import { csvText } from "@/lib/server/csv-text";
import type { Statistics } from "./queries";

/** Groups as CSV text (RFC 4180), header first: each value and what it is called, and how many records. What a facet counts is never added up: the file has no total. */
export function* statisticsCsv({ by, groups, labels }: Statistics): Generator<string> {
  yield csvText([[...by.flatMap((name) => (name === "month" ? [name] : [name, `${name}_label`])), "records"]]);
  for (const { key, count } of groups) {
    const cells = by.flatMap((name) => {
      const value = key[name] ?? "";
      return name === "month" ? [value] : [value, labels[name]?.[value] ?? ""];
    });
    yield csvText([[...cells, count]]);
  }
}
