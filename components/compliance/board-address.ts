/** The address of the board or of one of its duties on a day. */
export function boardHref(asOf: string, agreement?: string): string {
  const query = new URLSearchParams({ asOf });
  if (agreement !== undefined) query.set("agreement", agreement);
  return `/board?${query}`;
}

export const obligationHref = (code: string, asOf: string): string => `/obligations/${encodeURIComponent(code)}?${new URLSearchParams({ asOf })}`;
