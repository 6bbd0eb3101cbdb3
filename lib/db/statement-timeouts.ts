export type Patience = "short" | "long";

/** How long one statement may take: somebody waits for a page; for a job or a command nobody sits there. */
export const statementTimeouts: Record<Patience, number> = { short: 10_000, long: 15 * 60_000 };
