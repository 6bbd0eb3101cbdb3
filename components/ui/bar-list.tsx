"use client";

import { BarList as TremorBarList } from "@tremor/react";

export type BarLine = { readonly key: string; readonly name: string; readonly value: number; readonly href?: string | undefined };

/** Bars with names and numbers, each name a way to what it counts where a list holds just that. */
export function BarList({ lines }: { lines: readonly BarLine[] }) {
  // The library tells its sorting as if this were a column of a table; it is none.
  return <TremorBarList data={lines.map(({ href, ...line }) => ({ ...line, target: "_self", ...(href !== undefined && { href }) }))} valueFormatter={(value: number) => value.toLocaleString("en-GB")} sortOrder="none" aria-sort={undefined} />;
}
