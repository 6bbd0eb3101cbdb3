import { csvText } from "@/lib/server/csv-text";
import type { ComparedTruce, Comparison, TimedAccount } from "./domain/comparison";
import { elapsedInWords } from "./domain/elapsed";

const columns = [
  "agreement", "title", "conflict", "signed_on", "in_force_at", "in_force_local", "in_force_zone", "outcome", "reported_by", "denied_by", "occurred_on", "occurred_at", "earliest_at", "latest_at", "precision",
  "minutes_low", "minutes_high", "minutes_counted", "elapsed", "verification", "record", "confidence", "sources", "note", "followed_until",
] as const;
type Row = Partial<Record<(typeof columns)[number], string | number | null>>;

/** The comparison as CSV (RFC 4180), a row for each account of each truce; a truce without one has a row of its own, so that none is lost. */
export function truceCsv({ truces }: Pick<Comparison, "truces">): string {
  const rows = truces.flatMap((truce) => {
    const accounts = [...truce.reports, truce.verified, truce.held, truce.end].filter((account) => account !== null);
    return accounts.length === 0 ? [truceCells(truce)] : accounts.map((account) => ({ ...truceCells(truce), ...accountCells(account) }));
  });
  const cells = rows.map((row: Row) => columns.map((column) => row[column] ?? null));
  return csvText([columns, ...cells]);
}

const truceCells = ({ code, title, conflict, signedOn, inForceAt, inForceLocal, inForceZone, followedUntil, reported }: ComparedTruce): Row => ({
  agreement: code, title, conflict, signed_on: signedOn, in_force_at: inForceAt, in_force_local: inForceLocal, in_force_zone: inForceZone,
  // Of a truce that nobody is known to have watched, no day is given until which it was.
  followed_until: reported.kind === "EXCLUDED" ? null : followedUntil,
});

function accountCells(account: TimedAccount): Row {
  const { kind, allegedBy, deniedBy, elapsed, record } = account;
  return {
    outcome: kind,
    reported_by: allegedBy.map((voice) => voice.name).join("; "),
    denied_by: deniedBy.map((voice) => voice.name).join("; "),
    occurred_on: account.occurredOn, occurred_at: account.occurredAt, earliest_at: account.earliestAt, latest_at: account.latestAt, precision: account.precision,
    minutes_low: elapsed.low, minutes_high: elapsed.high, minutes_counted: elapsed.counted, elapsed: elapsedInWords(elapsed),
    verification: record?.verification ?? null, record: record?.reference ?? null,
    confidence: account.confidence, sources: account.sources.map((source) => source.key).join("; "), note: account.note,
  };
}
