import type { RowFilter } from "@/lib/imports/schema";

/** The address of a page of an import's rows. */
export function rowsHref(id: number, { effect, reason, after }: Partial<RowFilter>): string {
  const query = new URLSearchParams();
  if (effect !== undefined) query.set("effect", effect);
  if (reason !== undefined) query.set("reason", reason);
  if (after !== undefined && after > 0) query.set("after", String(after));
  const text = query.toString();
  return `/imports/${id}${text === "" ? "" : `?${text}`}#records`;
}
