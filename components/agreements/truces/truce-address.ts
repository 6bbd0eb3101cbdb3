import type { TruceSort } from "@/lib/agreements/truces/domain/comparison";

export type TruceAddress = { readonly asOf: string; readonly knownOn: string | undefined; readonly by: string | undefined; readonly sort: TruceSort; readonly isDescending: boolean };

/** The address of the comparison: the days, whose reports count, and the order of the table. */
export function compareHref({ asOf, knownOn, by, sort, isDescending }: TruceAddress): string {
  const query = new URLSearchParams({ asOf });
  for (const [name, value] of Object.entries({ knownAt: knownOn, by, sort: sort === "inForce" ? undefined : sort, order: isDescending ? "desc" : undefined })) if (value !== undefined) query.set(name, value);
  return `/agreements/compare?${query}`;
}

/** The address of the same truces as CSV: every account, whoever reported it. */
export function truceCsvHref({ asOf, knownOn }: Pick<TruceAddress, "asOf" | "knownOn">): string {
  const query = new URLSearchParams({ asOf });
  if (knownOn !== undefined) query.set("knownAt", knownOn);
  return `/api/v1/truces.csv?${query}`;
}
