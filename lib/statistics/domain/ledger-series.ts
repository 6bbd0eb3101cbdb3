import { verificationRank } from "@/lib/codelists/verification";
import type { Counted, Ledger } from "./dimension";

/** How well the records of a ledger are known: claims (V0 to V2), corroborated (V3), verified (V4 and V5), and what was refuted or can't be settled. */
export const knowledges = ["CLAIMED", "CORROBORATED", "VERIFIED", "NOT_COUNTED"] as const;
export type Knowledge = (typeof knowledges)[number];
export const knowledgeLabel: Readonly<Record<Knowledge, string>> = { CLAIMED: "Claims, V0 to V2", CORROBORATED: "Corroborated, V3", VERIFIED: "Verified, V4 and V5", NOT_COUNTED: "Refuted or not verifiable" };

export function knowledgeOf(verification: string): Knowledge {
  const rank = verificationRank(verification);
  if (rank < 0) return "NOT_COUNTED";
  return rank >= 4 ? "VERIFIED" : rank === 3 ? "CORROBORATED" : "CLAIMED";
}

export type KnowledgeCounts = Readonly<Record<Knowledge, number>>;
/** Records by how well they are known, over the months and as a whole. */
export type KnowledgeSeries = { readonly months: readonly KnowledgeCounts[]; readonly all: KnowledgeCounts; readonly records: number };
/** One ledger over the months. Two ledgers hold many of the same events: nothing here adds them up. */
export type LedgerSeries = KnowledgeSeries & { readonly ledger: Ledger };

const nothing = (): Record<Knowledge, number> => ({ CLAIMED: 0, CORROBORATED: 0, VERIFIED: 0, NOT_COUNTED: 0 });

/** The counts by reporter, month and level as one series for each ledger. */
export const ledgerSeries = (groups: readonly Counted[], ledgers: readonly Ledger[], months: readonly string[]): LedgerSeries[] =>
  ledgers.map((ledger) => ({ ledger, ...seriesOf(groups.filter(({ key }) => key.reporter === ledger.code), months) }));

/** Counts by month and level as one series. What began in none of the months is in the whole alone. */
export function seriesOf(groups: readonly Counted[], months: readonly string[]): KnowledgeSeries {
  const all = nothing();
  const series = new Map(months.map((month) => [month, nothing()]));
  for (const { key, count } of groups) {
    const knowledge = knowledgeOf(key.verification ?? "");
    all[knowledge] += count;
    const month = series.get(key.month ?? "");
    if (month) month[knowledge] += count;
  }
  return { months: [...series.values()], all, records: groups.reduce((sum, { count }) => sum + count, 0) };
}
