import { recordMilestone } from "@/lib/compliance/service";
import type { MilestoneInput } from "@/lib/compliance/schema";
import { transaction } from "@/lib/db/transaction";
import { parsePartialDate } from "@/lib/kernel/partial-date";
import type { MilestoneRow, Reference, SourceRow } from "../files";
import { knownDays } from "../tables/known-days";
import { type MilestoneReading, milestoneReadings } from "../tables/milestones";
import { speakerCode } from "../tables/speakers";
import { remarksOf } from "./incident-input";
import { knownAtOf, noonOf } from "./known-at";
import { type Loading, loadMissing } from "./loading";
import { present } from "./present";

/** The milestone as the service takes it. Throws where the table and the file name different duties. */
export function milestoneInputOf(row: MilestoneRow, sources: ReadonlyMap<string, SourceRow>): MilestoneInput {
  const reading = milestoneReadings[row.id];
  if (!reading) throw new Error(`no reading for ${row.id}: add it to prisma/seed/tables/milestones.ts`);
  const ends = row.obligations.map((code) => code.slice(code.indexOf("-") + 1));
  const named = Object.entries(reading.duties).filter(([, { why }]) => why === undefined).map(([end]) => end);
  if (ends.toSorted().join() !== named.toSorted().join()) throw new Error(`${row.id} names ${ends.join(", ")}; its reading names ${named.join(", ")}`);
  const agreement = row.obligations[0]?.slice(0, row.obligations[0].indexOf("-"));
  // The file gives a day of general knowledge beside a month that was read: the month counts.
  const date = row.date_precision === "month" ? row.date.slice(0, 7) : row.date;
  return {
    key: row.id,
    kind: row.kind,
    ...occurredOf(row.id, date, row.date_end),
    occurredAt: row.time_utc,
    what: row.what,
    claimedBy: row.claimed_by.map(speakerCode),
    confirmedBy: row.confirmed_by.map(speakerCode),
    deniedBy: row.denied_by.map(speakerCode),
    verification: reading.level,
    verificationRule: ruleOf(reading),
    note: noteOf(row),
    confidence: row.confidence,
    isDemonstration: true,
    figures: row.figures.map(figureOf),
    obligations: Object.entries(reading.duties).map(([end, { level, until, why: _why, ...finding }]) => ({
      code: `${agreement}-${end}`,
      ...finding,
      ...(level === undefined ? {} : { verification: level }),
      ...(until === undefined ? {} : { carriedUntil: carriedUntil(until) }),
    })),
    sourceKeys: row.sources,
    knownAt: knownAtOf({ date, knownOn: knownDays[row.id]?.on, published: row.sources.map((key) => sources.get(key)?.date ?? null) }),
  };
}

/** The rule of the level and, for a duty that the file does not name, why the row bears on it. */
const ruleOf = ({ rule, duties }: MilestoneReading): string => [rule, ...Object.entries(duties).flatMap(([end, { why }]) => (why === undefined ? [] : [`For ${end}, which the file does not name: ${why}`]))].join(" ");

/** When the incident that carries a finding on was known. */
function carriedUntil(id: string): Date {
  const day = knownDays[id]?.on;
  if (day === undefined) throw new Error(`${id} has no day in prisma/seed/tables/known-days.ts`);
  return noonOf(day);
}

function occurredOf(id: string, date: string, end: string | null): Pick<MilestoneInput, "occurredStart" | "occurredEnd" | "timePrecision"> {
  const span = parsePartialDate(date);
  if (!span) throw new Error(`${id}: "${date}" is not a date`);
  return span.precision === "DAY" ? { occurredStart: span.from, occurredEnd: end, timePrecision: "T4_DAY" } : { occurredStart: span.from, occurredEnd: span.to, timePrecision: "T7_MONTH" };
}

/** The file's note, and what it puts in brackets after a speaker's name. */
function noteOf(row: MilestoneRow): string | null {
  const parts = [row.note, ...remarksOf([...row.claimed_by, ...row.confirmed_by, ...row.denied_by])].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(" ") : null;
}

/** Figures are whole numbers: kilometres with a fraction are kept in metres. */
function figureOf({ reported_by, ...figure }: MilestoneRow["figures"][number]) {
  const reportedBy = reported_by ?? "not stated";
  const isFraction = [figure.low, figure.best, figure.high].some((value) => value !== null && !Number.isInteger(value));
  if (!isFraction) return { ...figure, reportedBy };
  if (figure.unit !== "km") throw new Error(`a fraction of "${figure.unit}" can't be kept`);
  const metres = (value: number | null) => (value === null ? null : Math.round(value * 1000));
  return { ...figure, low: metres(figure.low), best: metres(figure.best), high: metres(figure.high), unit: "m", reportedBy };
}

export async function loadMilestones({ importer, now }: Loading, { milestones, sources }: Reference): Promise<number> {
  const byKey = new Map(sources.map((row) => [row.key, row]));
  return loadMissing(milestones, {
    keyOf: (row) => row.id,
    present: await present.milestones(),
    load: (row) => transaction((tx) => recordMilestone(tx, milestoneInputOf(row, byKey), { actor: importer, now })),
  });
}
