"use client";

import { BarList as TremorBarList } from "@tremor/react";

export type BarLine = { readonly name: string; readonly value: number; readonly href: string };

/** Bars with names and numbers, each name a way to what it counts. */
export function BarList({ lines }: { lines: readonly BarLine[] }) {
  // The library tells its sorting as if this were a column of a table; it is none.
  return <TremorBarList data={lines.map((line) => ({ ...line, key: line.href, target: "_self" }))} valueFormatter={(value: number) => value.toLocaleString("en-GB")} sortOrder="none" aria-sort={undefined} />;
}
